import type {
  Annotation,
  AnnotationPage,
  AnnotationSearch,
} from '../../../shared/model/annotation.ts'
import type { FacetValue } from '../../../shared/model/search.ts'
import { foldForms } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { annotationsOfRows } from './annotations.ts'

/** One row per annotation that is not withdrawn, with its status on the newest wording. */
const LISTED_SQL = `
  WITH listed AS (
    SELECT annotation.seq, annotation.kind, annotation.tags, annotation.created_by AS author,
      annotation.visibility, annotation.created_at, annotation.modified_at, communique.sorted_on,
      communique.title_folded, communique.seq AS communique_seq,
      (SELECT status FROM anchor JOIN version ON version.seq = version_seq
       WHERE annotation_seq = annotation.seq ORDER BY number DESC LIMIT 1) AS status,
      (SELECT min(start_offset) FROM anchor
       WHERE annotation_seq = annotation.seq AND status <> 'orphan') AS start
    FROM annotation JOIN communique ON communique.seq = communique_seq
    WHERE withdrawn = 0 AND ($query IS NULL
      OR annotation.seq IN (SELECT rowid FROM note_words WHERE note_words MATCH $query)))`

const CONDITIONS: Readonly<Record<keyof AnnotationSearch['filter'], string>> = {
  kinds: `kind IN (SELECT value FROM json_each($kinds))`,
  tags: `EXISTS (SELECT 1 FROM json_each(listed.tags) AS own JOIN json_each($tags) AS asked
    ON asked.value = own.value)`,
  authors: `author IN (SELECT value FROM json_each($authors))`,
  visibilities: `visibility IN (SELECT value FROM json_each($visibilities))`,
  statuses: `status IN (SELECT value FROM json_each($statuses))`,
}

const FILTER_SQL = Object.entries(CONDITIONS)
  .map(([facet, condition]) => `($${facet} = '[]' OR ${condition})`)
  .join(' AND ')

const ORDERS: Readonly<Record<AnnotationSearch['sort'], string>> = {
  newest: 'modified_at DESC, seq DESC',
  oldest: 'created_at, seq',
  text: 'sorted_on DESC NULLS LAST, communique_seq, start, seq',
}

/**
 * One page of all annotations of the archive under a filter, with the exact total and counts. The
 * words of `query` must all begin a word of the note or its tags; within a facet any value will do,
 * and each facet is counted under the filters of the others.
 */
export function searchAnnotations(db: ReadableArchive, request: AnnotationSearch): AnnotationPage {
  const { filter, sort, offset, limit } = request
  const query = matchFrom(request.query)
  const parameters = parametersFrom(filter, query)
  const total = db
    .prepare<{ total: number }>(
      `${LISTED_SQL} SELECT count(*) AS total FROM listed WHERE ${FILTER_SQL}`,
    )
    .get(parameters)
  const seqs = db
    .prepare<{ seq: number }>(
      `${LISTED_SQL} SELECT seq FROM listed WHERE ${FILTER_SQL} ORDER BY ${ORDERS[sort]}
       LIMIT $limit OFFSET $offset`,
    )
    .all({ ...parameters, limit, offset })
    .map(({ seq }) => seq)
  const without = (facet: keyof AnnotationSearch['filter']): Parameters =>
    parametersFrom({ ...filter, [facet]: [] }, query)
  return {
    total: total?.total ?? 0,
    rows: withTitles(db, annotationsOfRows(db, seqs)),
    facets: {
      kinds: count(db, 'kind', without('kinds')),
      tags: countTags(db, without('tags')),
      authors: count(db, 'author', without('authors')),
      visibilities: count(db, 'visibility', without('visibilities')),
      statuses: count(db, 'status', without('statuses')),
    },
  }
}

/** Annotations that were deleted and not yet erased, last deleted first, with how many there are. */
export function listWithdrawn(
  db: ReadableArchive,
  limit: number,
): Pick<AnnotationPage, 'total' | 'rows'> {
  const total = db
    .prepare<{ total: number }>('SELECT count(*) AS total FROM annotation WHERE withdrawn = 1')
    .get({})
  const seqs = db
    .prepare<{ seq: number }>(
      `SELECT seq FROM annotation WHERE withdrawn = 1
       ORDER BY modified_at DESC, seq DESC LIMIT $limit`,
    )
    .all({ limit })
    .map(({ seq }) => seq)
  return { total: total?.total ?? 0, rows: withTitles(db, annotationsOfRows(db, seqs)) }
}

type Parameters = Readonly<Record<string, string | null>>

function parametersFrom(filter: AnnotationSearch['filter'], query: string | null): Parameters {
  const lists = Object.entries(filter).map(([facet, values]) => [facet, JSON.stringify(values)])
  return { ...Object.fromEntries(lists), query }
}

/** Folded forms hold letters and digits alone, so that none can be read as an operator. */
function matchFrom(query: string): string | null {
  const forms = foldForms(query)
  return forms.length === 0 ? null : forms.map((form) => `"${form}"*`).join(' AND ')
}

function count(
  db: ReadableArchive,
  column: 'kind' | 'author' | 'visibility' | 'status',
  parameters: Parameters,
): FacetValue[] {
  return db
    .prepare<FacetValue>(
      `${LISTED_SQL} SELECT ${column} AS value, ${column} AS label, count(*) AS count
       FROM listed WHERE ${FILTER_SQL} GROUP BY 1 ORDER BY count DESC, value`,
    )
    .all(parameters)
}

function countTags(db: ReadableArchive, parameters: Parameters): FacetValue[] {
  return db
    .prepare<FacetValue>(
      `${LISTED_SQL} SELECT tag.value AS value, tag.value AS label, count(*) AS count
       FROM listed JOIN json_each(listed.tags) AS tag WHERE ${FILTER_SQL}
       GROUP BY 1 ORDER BY count DESC, value`,
    )
    .all(parameters)
}

function withTitles(
  db: ReadableArchive,
  annotations: readonly Annotation[],
): AnnotationPage['rows'] {
  const title = db.prepare<{ title: string }>('SELECT title FROM communique WHERE id = $id')
  return annotations.map((annotation) => ({
    annotation,
    title: title.get({ id: annotation.communiqueId })?.title ?? '',
  }))
}
