import type Database from 'better-sqlite3'
import { nextBackupPath, rotateBackups } from './backup-files.ts'
import { APPLICATION_ID } from './pragmas.ts'
import { copyArchive } from './copy-archive.ts'
import type { DataKey } from './keys.ts'
import type { Migration } from './migration.ts'

/**
 * Brings an archive to the newest schema: a verified copy first, then every missing step in one
 * transaction, so that a step that fails leaves the archive as it was. Returns the path of the
 * copy, or null when nothing had to be copied.
 */
export function migrateArchive(
  db: Database.Database,
  archivePath: string,
  migrations: readonly Migration[],
  { key, now }: { readonly key: DataKey | null; readonly now: string },
): string | null {
  const from = Number(db.pragma('user_version', { simple: true }))
  const missing = migrations.filter((migration) => migration.version > from)
  const newest = missing.at(-1)
  if (!newest) return null
  const copy = from === 0 ? null : nextBackupPath(archivePath, 'migration', now)
  if (copy) copyArchive(db, copy, key)
  db.transaction(() => {
    for (const migration of missing) migration.up(db)
    db.pragma(`application_id = ${APPLICATION_ID}`)
    db.pragma(`user_version = ${newest.version}`)
  }).immediate()
  rotateBackups(archivePath, 'migration')
  return copy
}
