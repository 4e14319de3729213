import type { Statement } from 'better-sqlite3'

/**
 * A connection that may only read. `prepare` keeps its statements, so the SQL of a function
 * stays in that function. `Row` is what the SQL selects, named as the caller needs it.
 */
export interface ReadableArchive {
  readonly prepare: <Row>(sql: string) => Statement<unknown[], Row>
}

/** The archive's single writer. */
export interface WritableArchive extends ReadableArchive {
  /** Runs work in one immediate transaction; a throw undoes it. May be nested. */
  readonly write: <T>(work: () => T) => T
}
