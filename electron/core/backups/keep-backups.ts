import type { Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { listBackupFiles, sweepBackups, type BackupFile } from '../db/backup-files.ts'
import { isEncrypted } from '../db/inspect.ts'
import type { DataKey } from '../db/keys.ts'
import { openDetached } from '../db/open-detached.ts'
import { failOrThrow } from '../db/sqlite-failure.ts'
import { isOnReadOnlyMedium } from '../system/place.ts'
import { checkUnchanged } from './check-unchanged.ts'
import { encryptBackups } from './convert-backups.ts'
import { dueOf, makeBackup, type BackedUp } from './make-backup.ts'

/**
 * What an open archive has done for its backups by itself: what was cut off is cleared away,
 * backups are as protected as their archive, and the one of the day is made where it is due. Where
 * it is not, nothing having changed, the archive itself is read again. Null where there is nothing
 * to tell; fails as making a backup does.
 */
export async function keepBackups(
  backedUp: BackedUp,
): Promise<Outcome<{ readonly path: string }> | null> {
  const { archivePath, key } = backedUp
  if (isOnReadOnlyMedium(archivePath)) return null
  try {
    sweepBackups(archivePath)
    const left = key === null ? null : bringToKey(archivePath, key)
    const done = await doWhatIsDue(backedUp)
    return done?.ok === false ? done : (left ?? done)
  } catch (error) {
    return failOrThrow(error)
  }
}

/** An older backup that may not be touched is told of, and keeps no new one from being made. */
function bringToKey(archivePath: string, key: DataKey): Outcome<never> | null {
  try {
    encryptBackups(archivePath, key)
    return null
  } catch (error) {
    return failOrThrow(error)
  }
}

async function doWhatIsDue(backedUp: BackedUp): ReturnType<typeof keepBackups> {
  switch (dueOf(backedUp)) {
    case 'nothing':
      return null
    case 'backup':
      return makeBackup(backedUp, 'daily')
    case 'check':
      return checkUnchanged(backedUp)
  }
}

/**
 * A backup as an officer reads of it; the counts are null where no key opens it. They count what the
 * archive says of itself, so that a backup made of it now tells the same: of a text that is a wording
 * of another, and of an annotation that was withdrawn, neither tells. They differ where the archive
 * has changed since.
 */
export interface ListedBackup extends Pick<BackupFile, 'name' | 'reason' | 'madeAt' | 'size'> {
  readonly isEncrypted: boolean
  readonly communiqueCount: number | null
  readonly annotationCount: number | null
}

/** The backups of an archive, the newest first. */
export function listBackups(archivePath: string, key: DataKey | null): ListedBackup[] {
  return listBackupFiles(archivePath).map(({ name, path: file, reason, madeAt, size }) => ({
    name,
    reason,
    madeAt,
    size,
    isEncrypted: isEncrypted(file),
    ...countsOf(file, key),
  }))
}

type Counts = Pick<ListedBackup, 'communiqueCount' | 'annotationCount'>

/** In the first formats, which a backup before an update may have, no text was merged into another. */
function countIn(archive: ReadableArchive): Counts | undefined {
  const unmerged = knowsMerging(archive) ? 'WHERE merged_into IS NULL' : ''
  return archive
    .prepare<Counts>(
      `SELECT (SELECT count(*) FROM communique ${unmerged}) AS communiqueCount,
         (SELECT count(*) FROM annotation WHERE withdrawn = 0) AS annotationCount`,
    )
    .get()
}

function knowsMerging(archive: ReadableArchive): boolean {
  const row = archive
    .prepare<{ count: number }>(
      `SELECT count(*) AS count FROM pragma_table_info('communique') WHERE name = 'merged_into'`,
    )
    .get()
  return row?.count === 1
}

function countsOf(file: string, key: DataKey | null): Counts {
  const opened = openDetached(file, isEncrypted(file) ? key : null)
  const unknown = { communiqueCount: null, annotationCount: null }
  if (!opened.ok) return unknown
  try {
    return countIn(opened.value.archive) ?? unknown
  } catch {
    // A damaged backup is listed too, so that nobody counts on it unawares.
    return unknown
  } finally {
    opened.value.close()
  }
}
