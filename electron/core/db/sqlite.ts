import Database from 'better-sqlite3'
import { shippedNativeFile } from '../system/shipped-files.ts'

/**
 * Opens a SQLite file with the native code that was shipped with the program, or with the
 * installed one when the sources run. Throws as SQLite does.
 */
export function openSqlite(file: string, options: Database.Options): Database.Database {
  const nativeBinding = shippedNativeFile('native/better_sqlite3.node')
  return new Database(file, nativeBinding === null ? options : { ...options, nativeBinding })
}
