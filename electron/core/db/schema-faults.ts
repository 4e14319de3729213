import type { ReadableArchive } from './archive-handle.ts'
import { MIGRATIONS } from './migrations.ts'
import { openSqlite } from './sqlite.ts'

const OBJECTS = `SELECT type, name, tbl_name AS tableName, sql FROM sqlite_schema
  WHERE name NOT GLOB 'sqlite_stat*'`

interface SchemaObject {
  readonly type: string
  readonly name: string
  readonly tableName: string
  readonly sql: string | null
}

/**
 * Names of the tables, indexes, triggers and views that are not to the letter what the migrations make:
 * damage there changes what they do, and SQLite's own check reads them without a word.
 */
export function findSchemaFaults(db: ReadableArchive): readonly string[] {
  const version = db.prepare<{ user_version: number }>('PRAGMA user_version').get()?.user_version
  const made = openSqlite(':memory:', {})
  try {
    for (const migration of MIGRATIONS) if (migration.version <= (version ?? 0)) migration.up(made)
    const expected = new Map(made.prepare<[], SchemaObject>(OBJECTS).all().map(entryOf))
    const found = new Map(db.prepare<SchemaObject>(OBJECTS).all().map(entryOf))
    return [...new Set([...expected.keys(), ...found.keys()])].filter(
      (name) => expected.get(name) !== found.get(name),
    )
  } finally {
    made.close()
  }
}

const entryOf = ({ type, name, tableName, sql }: SchemaObject): [string, string] => [
  name,
  JSON.stringify([type, tableName, sql]),
]
