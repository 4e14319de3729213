import type { Outcome } from '../../../shared/model/failure.ts'
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
    if (key !== null) encryptBackups(archivePath, key)
    switch (dueOf(backedUp)) {
      case 'nothing':
        return null
      case 'backup':
        return await makeBackup(backedUp, 'daily')
      case 'check':
        return await checkUnchanged(backedUp)
    }
  } catch (error) {
    return failOrThrow(error)
  }
}

/** A backup as an officer reads of it; the counts are null where no key opens it. */
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

function countsOf(
  file: string,
  key: DataKey | null,
): Pick<ListedBackup, 'communiqueCount' | 'annotationCount'> {
  const opened = openDetached(file, isEncrypted(file) ? key : null)
  const unknown = { communiqueCount: null, annotationCount: null }
  if (!opened.ok) return unknown
  try {
    const row = opened.value.archive
      .prepare<{ communiqueCount: number; annotationCount: number }>(
        `SELECT (SELECT count(*) FROM communique) AS communiqueCount,
           (SELECT count(*) FROM annotation WHERE withdrawn = 0) AS annotationCount`,
      )
      .get()
    return row ?? unknown
  } catch {
    // A damaged backup is listed too, so that nobody counts on it unawares.
    return unknown
  } finally {
    opened.value.close()
  }
}
