import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns } from './columns.ts'
import { titleExpression } from './match-expression.ts'
import { rowsMatching } from './rows-matching.ts'

/** A communiqué and how well it answers; higher is better. */
export interface Ranked {
  readonly row: number
  readonly score: number
}

/** By what the score of a row is multiplied. */
export type Weight = (row: number) => number

/** Leaves every score as the words make it. */
export const asItIs: Weight = () => 1

/** Above this many matches BM25 says little: title matches come first, then the latest. */
export const RANKED_LIMIT = 8000
/** Above this many wanted, sorting everything is cheaper than keeping the best. */
const KEPT_LIMIT = 1000

/**
 * The best matches, at most `count`, in the order they are shown: by BM25 of `expression` with the title weighted
 * five times, the later date first among equals. Without words to rank by, or with more than
 * 8,000 matches, those matching in the title come first, then by date.
 */
export function rankMatches(
  db: ReadableArchive,
  columns: Columns,
  {
    rows,
    count,
    weigh,
  }: { readonly rows: Int32Array; readonly count: number; readonly weigh: Weight },
  expression: string | null,
): readonly Ranked[] {
  const scores = new Float64Array(columns.count + 1)
  if (expression !== null) {
    if (rows.length > RANKED_LIMIT) scoreTitles(db, columns, expression, scores)
    else scoreTexts(db, columns, expression, scores)
  }
  if (weigh !== asItIs) {
    for (const row of rows) scores[row] = (scores[row] ?? 0) * weigh(row)
  }
  const compare = (one: number, other: number): number =>
    (scores[other] ?? 0) - (scores[one] ?? 0) ||
    (columns.date[other] ?? 0) - (columns.date[one] ?? 0) ||
    other - one
  const scored = rows.filter((row) => (scores[row] ?? 0) > 0)
  // Whatever has a score comes before what has none.
  const enough = scored.length >= count ? scored : rows
  return firstOf(enough, count, compare).map((row) => ({ row, score: scores[row] ?? 0 }))
}

/** The first `count` rows in the order of `compare`. */
function firstOf(
  rows: Int32Array,
  count: number,
  compare: (one: number, other: number) => number,
): readonly number[] {
  if (count > KEPT_LIMIT) return Array.from(rows).toSorted(compare).slice(0, count)
  const kept: number[] = []
  for (const row of rows) {
    const last = kept.at(-1)
    if (kept.length === count && (last === undefined || compare(row, last) >= 0)) continue
    if (kept.length === count) kept.pop()
    kept.splice(placeOf(kept, row, compare), 0, row)
  }
  return kept
}

function placeOf(
  kept: readonly number[],
  row: number,
  compare: (one: number, other: number) => number,
): number {
  let [low, high] = [0, kept.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (compare(kept[middle] ?? 0, row) <= 0) low = middle + 1
    else high = middle
  }
  return low
}

function scoreTexts(
  db: ReadableArchive,
  columns: Columns,
  expression: string,
  scores: Float64Array,
): void {
  const scored = db
    .prepare<{ version: number; rank: number }>(
      `SELECT rowid AS version, bm25(version_words, 5.0, 1.0) AS rank FROM version_words
       WHERE version_words MATCH ?`,
    )
    .all(expression)
  for (const { version, rank } of scored) {
    const row = columns.communique[version] ?? 0
    if (row > 0 && row < scores.length) scores[row] = -rank
  }
}

function scoreTitles(
  db: ReadableArchive,
  columns: Columns,
  expression: string,
  scores: Float64Array,
): void {
  for (const version of rowsMatching(db, titleExpression(expression))) {
    const row = columns.communique[version] ?? 0
    if (row > 0 && row < scores.length) scores[row] = 1
  }
}
