import Database from 'better-sqlite3'
import { NAME_REFUSED, requireNameable } from '../system/place.ts'
import { shippedNativeFile } from '../system/shipped-files.ts'
import type { DataKey } from './keys.ts'

/**
 * Opens a SQLite file with the native code that was shipped with the program, or with the
 * installed one when the sources run; an encrypted one with its key. Throws as SQLite does; a
 * file that its own key does not open is SQLITE_CORRUPT, for the key was checked before.
 */
export function openSqlite(
  file: string,
  options: Database.Options,
  key: DataKey | null = null,
): Database.Database {
  requireNameable(file)
  const nativeBinding = shippedNativeFile('native/better_sqlite3.node')
  const given = nativeBinding === null ? options : { ...options, nativeBinding }
  const db = tellLongPath(file, () => new Database(file, given))
  if (key === null) return db
  try {
    requireCipher(db)
    db.pragma(`key = ${sqlKey(key)}`)
    db.pragma('user_version')
    return db
  } catch (error) {
    db.close()
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw Object.assign(new Error('the key does not open the file'), { code: 'SQLITE_CORRUPT' })
    }
    throw error
  }
}

/** SQLite's MAX_PATHNAME, in bytes, less the end of the names of what lies beside a file. */
const LONGEST_PATH = 500

/** Does what opens a file: SQLite says of too long a path what it says of one that may not be opened. */
export function tellLongPath<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (Buffer.byteLength(file) <= LONGEST_PATH) throw error
    throw Object.assign(new Error('too long a path for SQLite'), { code: NAME_REFUSED })
  }
}

/**
 * Encrypts a whole database under another key, or with null makes it plain again. To be used on
 * a copy that nobody knows yet: cut off, it leaves a file that nothing opens.
 */
export function rekeySqlite(file: string, from: DataKey | null, to: DataKey | null): void {
  const db = openSqlite(file, { fileMustExist: true }, from)
  try {
    requireCipher(db)
    db.pragma('temp_store = MEMORY')
    // The file is a copy that is thrown away when this is cut off: no second one on the disk.
    db.pragma('journal_mode = MEMORY')
    db.pragma(`rekey = ${to === null ? "''" : sqlKey(to)}`)
  } finally {
    db.close()
  }
}

/** ChaCha20-Poly1305 by page. A driver without ciphers would take the pragma for one unknown. */
function requireCipher(db: Database.Database): void {
  db.pragma("cipher = 'chacha20'")
  if (db.pragma('cipher', { simple: true }) === 'chacha20') return
  throw Object.assign(new Error('this driver has no ciphers'), { code: 'FONDS_NO_CIPHER' })
}

const sqlKey = (key: DataKey): string => `"x'${Buffer.from(key).toString('hex')}'"`
