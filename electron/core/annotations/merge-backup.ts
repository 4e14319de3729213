import type { WritableArchive } from '../db/archive-handle.ts'

/**
 * Copies an archive that has annotations before a merge, beside it, over the copy of the merge
 * before. The path of the copy, or null where there was nothing to lose. Not within a transaction.
 */
export function backUpBeforeMerge(db: WritableArchive): string | null {
  if (db.prepare('SELECT 1 FROM annotation LIMIT 1').get({}) === undefined) return null
  const main = db.prepare<{ name: string; file: string }>('PRAGMA database_list').all()
  const { file } = main.find(({ name }) => name === 'main') ?? { file: '' }
  const copy = `${file}.before-merge.backup`
  db.copyTo(copy)
  return copy
}
