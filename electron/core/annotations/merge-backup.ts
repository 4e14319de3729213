import { nextBackupPath, rotateBackups } from '../db/backup-files.ts'
import type { WritableArchive } from '../db/archive-handle.ts'

/**
 * Makes a backup of an archive that has annotations before a merge. Its path, or null where there
 * was nothing to lose. Not within a transaction.
 */
export function backUpBeforeMerge(db: WritableArchive, now: string): string | null {
  if (db.prepare('SELECT 1 FROM annotation LIMIT 1').get({}) === undefined) return null
  const main = db.prepare<{ name: string; file: string }>('PRAGMA database_list').all()
  const { file } = main.find(({ name }) => name === 'main') ?? { file: '' }
  const copy = nextBackupPath(file, 'merge', now)
  db.copyTo(copy)
  rotateBackups(file, 'merge')
  return copy
}
