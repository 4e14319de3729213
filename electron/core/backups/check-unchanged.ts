import path from 'node:path'
import { z } from 'zod'
import { fail, type Outcome } from '../../../shared/model/failure.ts'
import { backupFolderOf } from '../db/backup-files.ts'
import { openForReading } from '../db/open.ts'
import { openKept } from '../system/kept-json.ts'
import type { BackedUp } from './make-backup.ts'
import { isWholeArchive } from './verify-copy.ts'

const checkSchema = z.object({ day: z.string(), isWhole: z.boolean() })

/**
 * Reads all of an archive again that has not changed since its last backup, once on each day: a disk
 * that fails in silence is found out while the backups are good. Null where all is well or it was
 * looked at today; else fails with `archive-corrupt`, on every call until it is another archive.
 */
export async function checkUnchanged({
  archivePath,
  key,
  now,
}: BackedUp): Promise<Outcome<never> | null> {
  const day = now.slice(0, 10)
  const kept = openKept(checkedPathOf(archivePath), checkSchema, { day: '', isWhole: true })
  const last = kept.read()
  if (last.day === day) return last.isWhole ? null : fail({ kind: 'archive-corrupt' })
  const opened = openForReading(archivePath, { checked: true, key })
  if (!opened.ok) return opened
  try {
    const { archive } = opened.value
    // What is written meanwhile may look half done: what is found is looked for twice.
    const isWhole = (await isWholeArchive(archive)) || (await isWholeArchive(archive))
    kept.write({ day, isWhole })
    return isWhole ? null : fail({ kind: 'archive-corrupt' })
  } finally {
    opened.value.close()
  }
}

/** Where it is noted when an unchanged archive was last read, and how that ended. */
const checkedPathOf = (archivePath: string): string =>
  path.join(backupFolderOf(archivePath), 'checked.json')
