import type { ReadableArchive } from '../db/archive-handle.ts'
import { bytesOf, packRows, uniteRows, unpackRows } from './packed-rows.ts'
import type { PackedRows } from './packed-rows.ts'

/** Bytes of rows that a connection keeps: every common word of 100,000 texts takes a tenth of it. */
const BYTES_KEPT = 16_000_000
const MATCHING_SQL =
  'SELECT group_concat(rowid) AS rows FROM version_words WHERE version_words MATCH ?'

interface Kept {
  /** The last change of the archive at which the index was looked at. */
  readonly change: number
  readonly index: string
  /** By expression; the latest asked for is last. */
  readonly rows: Map<string, PackedRows>
  bytes: number
}

const keptByConnection = new WeakMap<ReadableArchive, Kept>()

/**
 * The rows of the wordings that match an FTS5 expression, in ascending order; they may be kept for
 * the next who asks and must not be changed. With most letters of a word the same is asked again,
 * for its hits, its facets and its timeline: rows are read once, as long as nobody changes the
 * index. A word that is kept alone is not read again among the other forms of its family.
 */
export function rowsMatching(db: ReadableArchive, expression: string): Int32Array {
  // What a writer reads it may yet take back.
  if ('write' in db) return readRows(db, expression)
  const kept = keptOf(db)
  const rows = findRows(db, kept, expression)
  for (const [oldest, packed] of kept.rows) {
    if (kept.bytes <= BYTES_KEPT) break
    kept.rows.delete(oldest)
    kept.bytes -= bytesOf(packed)
  }
  return unpackRows(rows)
}

/** Whether a connection may keep more rows without giving up others that it keeps. */
export function isRoomLeft(db: ReadableArchive): boolean {
  return keptOf(db).bytes < BYTES_KEPT / 2
}

/** What is kept of a connection, or nothing once another has changed the index. */
function keptOf(db: ReadableArchive): Kept {
  const { change = 0 } =
    db
      .prepare<{ change: number }>('SELECT data_version AS change FROM pragma_data_version')
      .get() ?? {}
  const before = keptByConnection.get(db)
  if (before?.change === change) return before
  const index = stateOfIndex(db)
  const kept =
    before?.index === index
      ? { ...before, change }
      : { change, index, rows: new Map<string, PackedRows>(), bytes: 0 }
  keptByConnection.set(db, kept)
  return kept
}

/**
 * What differs after every change of the index of texts: FTS5 writes its averages (row 1) with
 * whatever is taken out of an index, and its structure (row 10), which counts what was written
 * since the index was built, with whatever is added. A note changes neither.
 */
export function stateOfIndex(db: ReadableArchive): string {
  const { state = '' } =
    db
      .prepare<{ state: string }>(
        `SELECT (SELECT number FROM search_analysis) || ' ' ||
           (SELECT group_concat(hex(block)) FROM version_words_data WHERE id IN (1, 10)) AS state`,
      )
      .get() ?? {}
  return state
}

function findRows(db: ReadableArchive, kept: Kept, expression: string): PackedRows {
  const known = kept.rows.get(expression)
  const rows = known ?? uniteKept(db, kept, expression) ?? packRows(readRows(db, expression))
  // The latest asked for is the last to be given up.
  if (known) kept.rows.delete(expression)
  else kept.bytes += bytesOf(rows)
  kept.rows.set(expression, rows)
  return rows
}

/** `{title} : ("accord" OR "accords")`: forms of one word, any of which will do. */
const FORMS = /^(?<before>[^"]*)(?<forms>"[^"]*"\*?(?: OR "[^"]*"\*?)+)(?<after>\)*)$/u

/** Puts rows together from those of forms that are kept alone; null where none is. */
function uniteKept(db: ReadableArchive, kept: Kept, expression: string): PackedRows | null {
  const { before = '', forms = '', after = '' } = FORMS.exec(expression)?.groups ?? {}
  const whole = (one: string): string => before + one + after
  const { alone = [], others = [] } = Object.groupBy(forms.split(' OR '), (form) =>
    kept.rows.has(whole(form)) ? 'alone' : 'others',
  )
  if (alone.length === 0) return null
  const asked = others.length === 0 ? alone : [...alone, others.join(' OR ')]
  return uniteRows(asked.map((one) => findRows(db, kept, whole(one))))
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
