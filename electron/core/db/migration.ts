/** The part of a database connection that a migration may use. */
export interface MigratingDatabase {
  exec(sql: string): void
}

/** One step of the schema. Released steps are never edited; each says why it exists. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly up: (db: MigratingDatabase) => void
}
