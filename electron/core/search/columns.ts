import { languageSchema } from '../../../shared/model/language.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { keysFromDate } from './date-key.ts'

/**
 * What filters and facets read, in memory, by row of communiqué: exact counts over any number of
 * matches cost one pass over numbers. Row 0 is never used. 0 stands for none.
 */
export interface Columns {
  /** Rows in use are 1 to `count`; a row of the communiqué that is gone has no version. */
  count: number
  /** Row of the latest version. */
  version: Int32Array
  /** Row of the issuer. */
  issuer: Int32Array
  /** First key of the date the communiqué is sorted by (see `date-key.ts`). */
  date: Int32Array
  /** Index into `LANGUAGES`. */
  language: Uint8Array
  /** Row of the communiqué, by row of version; 0 for a version that is not the latest. */
  communique: Int32Array
  /** The last change of the archive these columns show. */
  change: number
}

/** The languages, in the order `Columns.language` counts them. */
export const LANGUAGES: readonly Language[] = languageSchema.options

const WINDOW = 20_000

/** Columns that show nothing yet; `refreshColumns` reads the archive into them. */
export function createColumns(): Columns {
  return {
    count: 0,
    version: new Int32Array(0),
    issuer: new Int32Array(0),
    date: new Int32Array(0),
    language: new Uint8Array(0),
    communique: new Int32Array(0),
    change: 0,
  }
}

interface ChangedRow {
  readonly change: number
  readonly seq: number
  readonly version: number | null
  readonly issuer: number | null
  readonly sortedOn: string | null
  readonly language: string | null
}

/** Brings the columns up to date: reads again the communiqués that changed, and no other. */
export function refreshColumns(db: ReadableArchive, columns: Columns): void {
  const changed = db.prepare<ChangedRow>(
    `SELECT change, communique_seq AS seq, issuer_seq AS issuer, sorted_on AS sortedOn, language,
       (SELECT version.seq FROM version WHERE version.communique_seq = communique.seq
        ORDER BY number DESC LIMIT 1) AS version
     FROM communique_change LEFT JOIN communique ON communique.seq = communique_seq
     WHERE change > ? ORDER BY change LIMIT ${WINDOW}`,
  )
  for (;;) {
    const rows = changed.all(columns.change)
    for (const row of rows) setRow(columns, row)
    if (rows.length < WINDOW) return
  }
}

function setRow(columns: Columns, row: ChangedRow): void {
  const { seq } = row
  const version = row.version ?? 0
  if (seq >= columns.version.length) grow(columns, seq)
  if (version >= columns.communique.length) {
    columns.communique = extended(columns.communique, Int32Array, version)
  }
  const before = columns.version[seq] ?? 0
  if (before > 0) columns.communique[before] = 0
  columns.version[seq] = version
  if (version > 0) columns.communique[version] = seq
  columns.issuer[seq] = row.issuer ?? 0
  columns.date[seq] = row.sortedOn === null ? 0 : keysFromDate(row.sortedOn).first
  columns.language[seq] = Math.max(
    0,
    LANGUAGES.findIndex((language) => language === row.language),
  )
  columns.count = Math.max(columns.count, seq)
  columns.change = row.change
}

function grow(columns: Columns, seq: number): void {
  columns.version = extended(columns.version, Int32Array, seq)
  columns.issuer = extended(columns.issuer, Int32Array, seq)
  columns.date = extended(columns.date, Int32Array, seq)
  columns.language = extended(columns.language, Uint8Array, seq)
}

function extended<Column extends Int32Array | Uint8Array>(
  column: Column,
  make: new (length: number) => Column,
  index: number,
): Column {
  const longer = new make(Math.max(1024, index + 1, column.length * 2))
  longer.set(column)
  return longer
}
