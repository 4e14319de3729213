import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import {
  listBackupFiles,
  nameBackup,
  nextBackupPath,
  removeBackup,
  rotateBackups,
  unreadPathOf,
  type BackupReason,
} from '../db/backup-files.ts'
import type { DataKey } from '../db/keys.ts'
import { openForReading } from '../db/open.ts'
import { openDetached } from '../db/open-detached.ts'
import { failOrThrow } from '../db/sqlite-failure.ts'
import { isOnReadOnlyMedium } from '../system/place.ts'
import { isWholeCopy } from './verify-copy.ts'

/** Which archive is to be backed up, as its writer has opened it. */
export interface BackedUp {
  readonly archivePath: string
  readonly key: DataKey | null
  /** The instant of the clock. */
  readonly now: string
}

/**
 * Makes a backup, which gets its name once every text, original and note of it was read back. Only
 * then does the oldest one of its reason go. Fails with `archive-corrupt`, and keeps every backup there is, where the
 * archive is not as it was recorded; with `disk-full` or `no-permission` as the disk does.
 */
export async function makeBackup(
  { archivePath, key, now }: BackedUp,
  reason: BackupReason,
): Promise<Outcome<{ readonly path: string }>> {
  if (isOnReadOnlyMedium(archivePath)) return fail({ kind: 'archive-read-only' })
  try {
    const backup = nextBackupPath(archivePath, reason, now)
    const copy = unreadPathOf(backup)
    const opened = openForReading(archivePath, { checked: true, key })
    if (!opened.ok) return opened
    try {
      opened.value.archive.copyTo(copy)
    } finally {
      opened.value.close()
    }
    if (!(await isWholeCopy(copy, key))) {
      removeBackup(copy)
      return fail({ kind: 'archive-corrupt' })
    }
    nameBackup(backup)
    rotateBackups(archivePath, reason)
    return succeed({ path: backup })
  } catch (error) {
    return failOrThrow(error)
  }
}

/**
 * What the day asks for. The backup of the day, where the archive is not what the newest daily one
 * holds, and that one bears another day than the clock does, before or after: a clock that was set
 * wrong costs a backup too many, never one that is missing. A check, where it holds the same.
 */
export function dueOf({ archivePath, key, now }: BackedUp): 'nothing' | 'backup' | 'check' {
  const newest = listBackupFiles(archivePath).find(({ reason }) => reason === 'daily')
  if (!newest) return hasTexts(archivePath, key) ? 'backup' : 'nothing'
  if (newest.madeAt.slice(0, 10) === now.slice(0, 10)) return 'nothing'
  const [archive, backup] = [
    openForReading(archivePath, { checked: true, key }),
    openDetached(newest.path, key),
  ]
  try {
    if (!archive.ok || !backup.ok) return 'backup'
    const isSame = stateOf(archive.value.archive) === stateOf(backup.value.archive)
    return isSame ? 'check' : 'backup'
  } finally {
    for (const opened of [archive, backup]) if (opened.ok) opened.value.close()
  }
}

/** An archive that holds nothing yet has nothing to lose. */
function hasTexts(archivePath: string, key: DataKey | null): boolean {
  const opened = openForReading(archivePath, { checked: true, key })
  if (!opened.ok) return false
  try {
    return opened.value.archive.prepare('SELECT 1 FROM source_file LIMIT 1').get() !== undefined
  } finally {
    opened.value.close()
  }
}

/** Tables whose rows are what officers have done; all else follows from them. */
const WORKED_ON = [
  'journal',
  'source_file',
  'accession',
  'version',
  'annotation_revision',
  'saved_search',
  'dossier',
  'dossier_item',
  'dossier_state',
  'erased_annotation',
  'mention',
  'dump_mapping',
] as const

function stateOf(db: ReadableArchive): string {
  const counts = WORKED_ON.map((table) => db.prepare(`SELECT count(*) AS rows FROM ${table}`).get())
  const head = db.prepare('SELECT digest FROM journal ORDER BY seq DESC LIMIT 1').get()
  return JSON.stringify([counts, head])
}
