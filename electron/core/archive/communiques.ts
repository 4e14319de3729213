import type { CommuniqueSummary } from '../../../shared/model/communique.ts'
import { directionFromLanguage, type Language } from '../../../shared/model/language.ts'
import type { Filter } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { FILTER_SQL, parametersFromFilter } from './filters.ts'

/**
 * Orders of the list. `newest` and `oldest` go by `sortedOn`, `published` by the day of publication,
 * newest first; texts without that date come last.
 */
export type CommuniqueOrder = 'newest' | 'oldest' | 'published' | 'title' | 'added'

interface ListRequest {
  readonly filter: Filter
  /** Rows of the only communiqués to list, for what a filter names that is no column; null for all. */
  readonly within?: readonly number[] | null
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

/** One page of the list under a filter, and how many rows the whole list has. */
export function listCommuniques(
  db: ReadableArchive,
  { filter, within = null, sort, offset, limit }: ListRequest,
): { readonly total: number; readonly rows: CommuniqueSummary[] } {
  const parameters = parametersFromFilter(filter, within)
  const total = db
    .prepare<{ total: number }>(`SELECT count(*) AS total FROM communique WHERE ${FILTER_SQL}`)
    .get(parameters)
  const rows = db
    .prepare<SummaryRow>(
      `${SUMMARY_SQL} WHERE ${FILTER_SQL} ORDER BY ${ORDER_SQL[sort]} LIMIT $limit OFFSET $offset`,
    )
    .all({ ...parameters, limit, offset })
  return { total: total?.total ?? 0, rows: rows.map(summaryFromRow) }
}

function summaryFromRow(row: SummaryRow): CommuniqueSummary {
  return {
    ...row,
    direction: directionFromLanguage(row.language),
    eventSettled: row.eventSettled === 1,
  }
}
