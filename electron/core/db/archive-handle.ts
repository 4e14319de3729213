import type { Statement } from 'better-sqlite3'

/**
 * A connection that may only read. `prepare` keeps its statements, so the SQL of a function
 * stays in that function. `Row` is what the SQL selects, named as the caller needs it.
 */
export interface ReadableArchive {
  readonly prepare: <Row>(sql: string) => Statement<unknown[], Row>
  /**
   * Copies the whole archive to a new file, encrypted where it is, and names the copy only when it
   * was read back whole. Throws as SQLite does, and leaves nothing behind when it does.
   */
  readonly copyTo: (target: string) => void
}

/** The archive's single writer. */
export interface WritableArchive extends ReadableArchive {
  /** Runs work in one immediate transaction; a throw undoes it. May be nested. */
  readonly write: <T>(work: () => T) => T
}
