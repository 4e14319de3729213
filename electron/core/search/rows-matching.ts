import type { ReadableArchive } from '../db/archive-handle.ts'

/** Rows, of 4 bytes, that a connection keeps: as many as fill 8 MB. */
const ROWS_KEPT = 2_000_000
const MATCHING_SQL =
  'SELECT group_concat(rowid) AS rows FROM version_words WHERE version_words MATCH ?'

interface Kept {
  /** The last change of the archive that the rows show. */
  readonly change: number
  /** By expression; the latest asked for is last. */
  readonly rows: Map<string, Int32Array>
  count: number
}

const keptByConnection = new WeakMap<ReadableArchive, Kept>()

/**
 * The rows of the wordings that match an FTS5 expression, in ascending order; they are kept for the
 * next who asks and must not be changed. With most letters of a word the same is asked again, for
 * its hits, its facets and its timeline: rows are read once, as long as nobody changes the archive.
 */
export function rowsMatching(db: ReadableArchive, expression: string): Int32Array {
  // What a writer reads it may yet take back.
  if ('write' in db) return readRows(db, expression)
  const kept = keptOf(db)
  const known = kept.rows.get(expression)
  const rows = known ?? readRows(db, expression)
  if (known) kept.rows.delete(expression)
  else kept.count += rows.length
  kept.rows.set(expression, rows)
  for (const [oldest, { length }] of kept.rows) {
    if (kept.count <= ROWS_KEPT) break
    kept.rows.delete(oldest)
    kept.count -= length
  }
  return rows
}

/** What is kept of a connection, or nothing once another has committed. */
function keptOf(db: ReadableArchive): Kept {
  const { change = 0 } =
    db
      .prepare<{ change: number }>('SELECT data_version AS change FROM pragma_data_version')
      .get() ?? {}
  const before = keptByConnection.get(db)
  if (before?.change === change) return before
  const kept = { change, rows: new Map<string, Int32Array>(), count: 0 }
  keptByConnection.set(db, kept)
  return kept
}

function readRows(db: ReadableArchive, expression: string): Int32Array {
  const found = db.prepare<{ rows: string | null }>(MATCHING_SQL).get(expression)
  return numbersFrom(found?.rows ?? '')
}

/** Those of them between two rows, the first and the last included; none is kept. */
export function rowsMatchingWithin(
  db: ReadableArchive,
  expression: string,
  { first, last }: { readonly first: number; readonly last: number },
): Int32Array {
  const found = db
    .prepare<{ rows: string | null }>(`${MATCHING_SQL} AND rowid BETWEEN ? AND ?`)
    .get(expression, first, last)
  return numbersFrom(found?.rows ?? '')
}

/** Reads `12,15,20`: one string from SQLite is far cheaper than one call for each row. */
function numbersFrom(list: string): Int32Array {
  const numbers = new Int32Array((list.length >> 1) + 1)
  let [count, number] = [0, 0]
  for (let index = 0; index < list.length; index++) {
    const unit = list.charCodeAt(index)
    if (unit === 0x2c) {
      numbers[count] = number
      count += 1
      number = 0
    } else number = number * 10 + unit - 0x30
  }
  if (list !== '') {
    numbers[count] = number
    count += 1
  }
  return numbers.slice(0, count)
}
