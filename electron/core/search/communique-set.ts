import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns } from './columns.ts'
import type { WordTable } from './match-expression.ts'
import { rowsMatching, rowsMatchingWithin } from './rows-matching.ts'
import type { Steps } from './steps.ts'

/** A set of communiqués: 1 at the row of each. */
export type CommuniqueSet = Uint8Array

/** No communiqué. */
export function emptySet(columns: Columns): CommuniqueSet {
  return new Uint8Array(columns.count + 1)
}

/** The communiqués of the archive for which a test holds. */
export function communiquesWhere(columns: Columns, holds: (row: number) => boolean): CommuniqueSet {
  const set = emptySet(columns)
  for (let row = 1; row < set.length; row++) {
    if ((columns.version[row] ?? 0) > 0 && holds(row)) set[row] = 1
  }
  return set
}

/** The communiqués at the given rows. */
export function communiquesAt(
  columns: Columns,
  rows: readonly { readonly seq: number }[],
): CommuniqueSet {
  const set = emptySet(columns)
  for (const { seq } of rows) if ((columns.version[seq] ?? 0) > 0) set[seq] = 1
  return set
}

/** Takes out of a set, in place, what is not in the other. */
export function keepCommon(set: CommuniqueSet, other: CommuniqueSet): void {
  for (let row = 0; row < set.length; row++) set[row] = (set[row] ?? 0) & (other[row] ?? 0)
}

/** Adds to a set, in place, what is in the other. */
export function addAll(set: CommuniqueSet, other: CommuniqueSet): void {
  for (let row = 0; row < set.length; row++) set[row] = (set[row] ?? 0) | (other[row] ?? 0)
}

/**
 * A statement cannot be interrupted, and each window makes FTS5 read from the first row again: ten
 * windows of a hundred thousand took six times as long as one of a million.
 */
const WINDOW = 1_000_000

/**
 * The communiqués whose latest wording, or one of whose notes, matches an FTS5 expression; none
 * for null.
 */
export function* communiquesMatching(
  db: ReadableArchive,
  columns: Columns,
  table: WordTable,
  expression: string | null,
): Steps<CommuniqueSet> {
  if (expression === null) return emptySet(columns)
  if (table === 'note_words') return communiquesAt(columns, noteRows(db, expression))
  const set = emptySet(columns)
  const take = (versions: Int32Array): void => {
    for (const version of versions) {
      const communique = columns.communique[version] ?? 0
      if (communique > 0 && communique < set.length) set[communique] = 1
    }
  }
  const { length } = columns.communique
  // FTS5 gathers every word with a beginning anew for each window, whatever the rows asked for.
  if (length <= WINDOW || expression.includes('"*')) {
    take(rowsMatching(db, expression))
    return set
  }
  for (let first = 1; first < length; first += WINDOW) {
    if (first > 1) yield
    take(rowsMatchingWithin(db, expression, { first, last: first + WINDOW - 1 }))
  }
  return set
}

function noteRows(db: ReadableArchive, expression: string): readonly { readonly seq: number }[] {
  return db
    .prepare<{ seq: number }>(
      `SELECT DISTINCT communique_seq AS seq FROM annotation
       WHERE seq IN (SELECT rowid FROM note_words WHERE note_words MATCH ?)`,
    )
    .all(expression)
}
