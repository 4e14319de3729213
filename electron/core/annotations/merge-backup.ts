import { renameSync, rmSync } from 'node:fs'
import { backUpArchive } from '../archive/backup.ts'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { WritableArchive } from '../db/archive-handle.ts'

/**
 * Copies an archive that has annotations before a merge, beside it, over the copy of the merge
 * before. The path of the copy, or null where there was nothing to lose. Not within a transaction.
 */
export function backUpBeforeMerge(db: WritableArchive): Outcome<string | null> {
  if (db.prepare('SELECT 1 FROM annotation LIMIT 1').get({}) === undefined) return succeed(null)
  const main = db.prepare<{ name: string; file: string }>('PRAGMA database_list').all()
  const { file } = main.find(({ name }) => name === 'main') ?? { file: '' }
  const copy = `${file}.before-merge.backup`
  const fresh = `${file}.before-merge.new`
  rmSync(fresh, { force: true })
  const made = backUpArchive(db, fresh)
  if (!made.ok) return made
  renameSync(fresh, copy)
  return succeed(copy)
}
