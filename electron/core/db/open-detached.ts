import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { mayBeRead } from '../system/place.ts'
import type { ReadableArchive } from './archive-handle.ts'
import { refuseArchive } from './inspect.ts'
import type { DataKey } from './keys.ts'
import { readableFrom, type OpenArchive } from './open.ts'
import { openSqlite } from './sqlite.ts'
import { failureFromError } from './sqlite-failure.ts'

/**
 * Opens a file that nobody writes, a backup or an archive on a medium that cannot be written, and
 * leaves nothing beside it. One that was not closed cannot be read so: it fails with
 * `archive-read-only`; one that is closed to us with `no-permission`.
 */
export function openDetached(
  file: string,
  key: DataKey | null,
): Outcome<OpenArchive<ReadableArchive>> {
  try {
    const refusal = refuseArchive(file, key)
    if (refusal) return fail(refusal)
    const db = openSqlite(file, { readonly: true, fileMustExist: true }, key)
    try {
      for (const pragma of [
        'temp_store = MEMORY',
        'trusted_schema = OFF',
        'cell_size_check = ON',
      ]) {
        db.pragma(pragma)
      }
      db.pragma('mmap_size = 0')
      db.prepare('SELECT 1 FROM sqlite_schema').get()
    } catch (error) {
      db.close()
      throw error
    }
    return succeed({ archive: readableFrom(db, key), close: () => db.close() })
  } catch (error) {
    const failure = failureFromError(error)
    // One that may not even be read is not called one that can be.
    if (failure?.kind === 'no-permission' && mayBeRead(file)) {
      return fail({ kind: 'archive-read-only' })
    }
    if (failure) return fail(failure)
    throw error
  }
}
