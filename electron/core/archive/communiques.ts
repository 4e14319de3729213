import type { CommuniqueSummary } from '../../../shared/model/communique.ts'
import { directionFromLanguage, type Language } from '../../../shared/model/language.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'

/**
 * Orders of the list. `newest` and `oldest` go by `sortedOn`, `published` by the day of publication,
 * newest first; texts without that date come last.
 */
export type CommuniqueOrder = 'newest' | 'oldest' | 'published' | 'title' | 'added'

interface ListRequest {
  /** The only communiqués to list: 1 at the row of each; null for all. */
  readonly within: Uint8Array | null
  readonly sort: CommuniqueOrder
  readonly offset: number
  readonly limit: number
}

type SummaryRow = Omit<CommuniqueSummary, 'direction' | 'eventSettled'> & {
  readonly language: Language
  readonly eventSettled: 0 | 1
}

const SUMMARY_SQL = `
  SELECT communique.id, communique.title, authority.name AS issuerName, communique.language,
    communique.event_on AS eventOn, communique.event_settled AS eventSettled,
    communique.published_on AS publishedOn, communique.sorted_on AS sortedOn,
    communique.version_count AS versionCount, communique.annotation_count AS annotationCount
  FROM communique LEFT JOIN authority ON authority.seq = communique.issuer_seq`

const ORDER_SQL: Readonly<Record<CommuniqueOrder, string>> = {
  newest: 'communique.sorted_on DESC NULLS LAST, communique.seq DESC',
  oldest: 'communique.sorted_on ASC NULLS LAST, communique.seq ASC',
  published: 'communique.published_on DESC NULLS LAST, communique.seq DESC',
  title: 'communique.title_folded, communique.seq',
  added: 'communique.seq DESC',
}

/** Of one text for all rows, so that an index alone tells which of them are listed. */
const WITHIN_SQL = `substr($within, communique.seq + 1, 1) = x'01'`
const EVERY_SQL = 'communique.merged_into IS NULL'

/** One page of the list, and how many rows the whole list has. */
export function listCommuniques(
  db: ReadableArchive,
  { within, sort, offset, limit }: ListRequest,
): { readonly total: number; readonly rows: CommuniqueSummary[] } {
  const page = db.prepare<SummaryRow>(
    `${SUMMARY_SQL} WHERE ${within === null ? EVERY_SQL : WITHIN_SQL}
     ORDER BY ${ORDER_SQL[sort]} LIMIT $limit OFFSET $offset`,
  )
  const rows = page.all(within === null ? { limit, offset } : { within, limit, offset })
  const total = within === null ? countCommuniques(db) : within.filter((held) => held === 1).length
  return { total, rows: rows.map(summaryFromRow) }
}

/** All less those merged: each is counted in an index, which is far smaller than the rows are. */
function countCommuniques(db: ReadableArchive): number {
  const counted = db
    .prepare<{ total: number }>(
      `SELECT (SELECT count(*) FROM communique)
         - (SELECT count(*) FROM communique WHERE merged_into IS NOT NULL) AS total`,
    )
    .get()
  return counted?.total ?? 0
}

function summaryFromRow(row: SummaryRow): CommuniqueSummary {
  return {
    ...row,
    direction: directionFromLanguage(row.language),
    eventSettled: row.eventSettled === 1,
  }
}
