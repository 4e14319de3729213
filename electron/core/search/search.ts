import { succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import type { Facets, Filter, Hit } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { refreshColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { addAll, emptySet } from './communique-set.ts'
import { countFacets, filterRows } from './facets.ts'
import { createHighlighter } from './highlight.ts'
import { describeHits } from './hits.ts'
import { familiesOf } from './match-expression.ts'
import { findMatches } from './matching.ts'
import { parseQuery } from './parse-query.ts'
import { wantedWords } from './query.ts'
import { RANKED_LIMIT, rankMatches } from './rank.ts'
import { RERANKED, rerank } from './rerank.ts'

/** What is searched and which part of the answer is wanted. */
export interface SearchRequest {
  readonly query: string
  readonly filter: Filter
  readonly offset: number
  readonly limit: number
}

/** One page of an answer, with the exact total and facets of the whole of it. */
export interface SearchPage {
  readonly total: number
  readonly hits: readonly Hit[]
  readonly facets: Facets
}

/**
 * Answers a query over the latest wording of every communiqué and the notes on it; each
 * communiqué is given once. `columns` are brought up to date first. Spans index the original
 * title, text or note. Fails with `query-invalid`.
 */
export function search(
  db: ReadableArchive,
  columns: Columns,
  request: SearchRequest,
): Outcome<SearchPage> {
  const parsed = parseQuery(request.query)
  if (!parsed.ok) return parsed
  const node = parsed.value
  refreshColumns(db, columns)
  const wanted = wantedWords(node)
  const families = familiesOf(db, node)
  const matches = findMatches(node, { db, columns, families, table: 'version_words' })
  const inNotes =
    wanted.length === 0
      ? emptySet(columns)
      : findMatches(node, { db, columns, families, table: 'note_words' })
  addAll(matches, inNotes)
  const facets = countFacets(db, columns, matches, request.filter)
  const rows = filterRows(db, columns, matches, request.filter)
  const highlight = createHighlighter(wanted, families)
  const count = Math.max(request.offset + request.limit, RERANKED)
  const ranked = rankMatches(db, columns, { rows, count }, { wanted, families })
  const better =
    rows.length > RANKED_LIMIT
      ? ranked
      : rerank(db, columns, ranked, { wanted, families, highlight })
  const page = better.slice(request.offset, request.offset + request.limit)
  return succeed({
    total: rows.length,
    hits: describeHits(db, columns, page, { highlight, inNotes }),
    facets,
  })
}
