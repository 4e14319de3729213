import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns } from './columns.ts'
import { matchExpression } from './match-expression.ts'
import type { Families } from './match-expression.ts'
import type { TextNode } from './query.ts'

/** A communiqué and how well it answers; higher is better. */
export interface Ranked {
  readonly row: number
  readonly score: number
}

/** Above this many matches BM25 says little: title matches come first, then the latest. */
const RANKED_LIMIT = 20_000

/**
 * The matches in the order they are shown: by BM25 with the title weighted five times, the later
 * date first among equals. Without words to rank by, or with more than 20,000 matches, those
 * matching in the title come first, then by date.
 */
export function rankMatches(
  db: ReadableArchive,
  columns: Columns,
  rows: Int32Array,
  { wanted, families }: { readonly wanted: readonly TextNode[]; readonly families: Families },
): readonly Ranked[] {
  const expressions = wanted
    .map((node) => matchExpression(node, 'version_words', families))
    .filter((expression) => expression !== null)
  const expression = expressions.join(' OR ')
  const scores =
    expression === ''
      ? new Float64Array(columns.count + 1)
      : rows.length > RANKED_LIMIT
        ? titleScores(db, columns, expression)
        : textScores(db, columns, expression)
  const ranked = Array.from(rows, (row) => ({ row, score: scores[row] ?? 0 }))
  return ranked.toSorted(
    (one, other) =>
      other.score - one.score ||
      (columns.date[other.row] ?? 0) - (columns.date[one.row] ?? 0) ||
      other.row - one.row,
  )
}

function textScores(db: ReadableArchive, columns: Columns, expression: string): Float64Array {
  const scores = new Float64Array(columns.count + 1)
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
  return scores
}

function titleScores(db: ReadableArchive, columns: Columns, expression: string): Float64Array {
  const scores = new Float64Array(columns.count + 1)
  const matched = db
    .prepare<{ version: number }>(
      'SELECT rowid AS version FROM version_words WHERE version_words MATCH ?',
    )
    .all(`{title} : (${expression})`)
  for (const { version } of matched) {
    const row = columns.communique[version] ?? 0
    if (row > 0 && row < scores.length) scores[row] = 1
  }
  return scores
}
