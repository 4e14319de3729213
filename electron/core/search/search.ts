import { succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import type { Facets, Filter, Hit } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { findAnswering } from './answering.ts'
import type { Columns } from './columns.ts'
import { createVersionGrouping } from './earlier-wordings.ts'
import { countFacets, partRows } from './facets.ts'
import type { PartedRows } from './facets.ts'
import { narrowingFrom } from './find-rows.ts'
import { createHighlighter } from './highlight.ts'
import { describeHits } from './hits.ts'
import { scoringExpression } from './match-expression.ts'
import { RANKED_LIMIT, asItIs, rankMatches } from './rank.ts'
import { createRecencyWeight } from './recency.ts'
import { RERANKED, rerank } from './rerank.ts'
import { finish, settleWhileWanted } from './steps.ts'
import type { Steps } from './steps.ts'
import { suggestSpelling } from './suggest.ts'

/** What is searched and which part of the answer is wanted. */
export interface SearchRequest {
  readonly query: string
  readonly filter: Filter
  readonly offset: number
  readonly limit: number
  /** Whether recent texts weigh more than their words alone would. */
  readonly favoursRecent?: boolean | undefined
}

/** One page of an answer, with the exact total of the whole of it. */
export interface HitPage {
  readonly total: number
  readonly hits: Hit[]
  /** When nothing was found: the query with words of the archive for those it does not know. */
  readonly suggestions: string[]
  /** The query that is answered instead, for none answers the one that was asked; usually null. */
  readonly corrected: string | null
}

/** The same with the exact facets of the whole answer. */
export interface SearchPage extends HitPage {
  readonly facets: Facets
}

/**
 * Answers a query over the latest wording of every communiqué and the notes on it; each
 * communiqué is given once. `columns` are brought up to date first. Spans index the original
 * title, text or note. Where nothing answers, the likeliest spelling is answered instead, and told.
 * Fails with `query-invalid`.
 */
export function search(
  db: ReadableArchive,
  columns: Columns,
  request: SearchRequest,
): Outcome<SearchPage> {
  const found = finish(searchInSteps(db, columns, request))
  if (!found.ok) return found
  const { page, parted } = found.value
  return succeed({ ...page, facets: countFacets(db, columns, parted) })
}

/**
 * One page of the same without facets, letting other calls be heard after every million rows, and
 * giving up with `cancelled` when this one is no longer wanted: an overtaken keystroke delays the
 * next by one such window at most.
 */
export async function findHitsWhileWanted(
  db: ReadableArchive,
  columns: Columns,
  request: SearchRequest,
  signal: AbortSignal,
): Promise<Outcome<HitPage>> {
  const found = await settleWhileWanted(searchInSteps(db, columns, request), signal)
  return found.ok ? succeed(found.value.page) : found
}

/** A page, and all that it is a page of. */
interface Found {
  readonly page: HitPage
  readonly parted: PartedRows
}

function* searchInSteps(
  db: ReadableArchive,
  columns: Columns,
  request: SearchRequest,
): Steps<Outcome<Found>> {
  const asked = yield* answerInSteps(db, columns, request)
  if (!asked.ok || asked.value.page.total > 0) return asked
  const spelling = suggestSpelling(db, request.query)
  if (spelling === null) return asked
  const instead = yield* answerInSteps(db, columns, { ...request, query: spelling })
  return instead.ok && instead.value.page.total > 0
    ? succeed({ ...instead.value, page: { ...instead.value.page, corrected: spelling } })
    : succeed({ ...asked.value, page: { ...asked.value.page, suggestions: [spelling] } })
}

function* answerInSteps(
  db: ReadableArchive,
  columns: Columns,
  request: SearchRequest,
): Steps<Outcome<Found>> {
  const answering = yield* findAnswering(db, columns, request.query)
  if (!answering.ok) return answering
  const { node, wanted, families, matches, inNotes } = answering.value
  yield
  const narrowing = narrowingFrom(db, columns, request.filter)
  const parted = partRows(db, columns, matches, narrowing)
  const rows = parted.passing
  const highlight = createHighlighter(wanted, families)
  const count = Math.max(request.offset + request.limit, RERANKED)
  const expression = scoringExpression(node, families)
  const weigh = request.favoursRecent === true ? createRecencyWeight(columns) : asItIs
  const ranked = rankMatches(db, columns, { rows, count, weigh }, expression)
  const isReranked = rows.length <= RANKED_LIMIT
  const best = isReranked
    ? rerank(db, columns, ranked, { wanted, families, highlight, weigh })
    : ranked
  const shown = best.slice(request.offset, request.offset + request.limit)
  const hits = describeHits(db, columns, shown, {
    highlight,
    inNotes,
    versionsOf: createVersionGrouping(db, expression),
  })
  return succeed({
    page: { total: rows.length, hits, suggestions: [], corrected: null },
    parted,
  })
}
