import { copyFileSync, existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { appendToJournal } from '../archive/journal.ts'
import {
  listBackupFiles,
  listCutOff,
  nextBackupPath,
  rotateBackups,
  sweepBackups,
} from '../db/backup-files.ts'
import { settleLog } from '../db/convert.ts'
import { copyConverted } from '../db/copy-converted.ts'
import { holdArchive } from '../db/hold.ts'
import { isEncrypted, refuseArchive } from '../db/inspect.ts'
import { keysPathOf, unwrapDataKey, type DataKey } from '../db/keys.ts'
import { openForWriting } from '../db/open.ts'
import { failOrThrow, failureFromError } from '../db/sqlite-failure.ts'
import type { Clock } from '../system/clock.ts'
import { isOnReadOnlyMedium } from '../system/place.ts'
import { requireWhole } from '../db/verified-copy.ts'
import { partOf, writeFileAtomically } from '../system/files.ts'

/** Which backup is to stand in the place of its archive, and who asks for it. */
export interface Restoring {
  readonly archivePath: string
  /** The name of the backup in the archive's own folder of them. */
  readonly name: string
  /** What opens the archive, where it is encrypted and unlocked. */
  readonly key: DataKey | null
  /** The passphrase of a backup that the archive's key does not open. */
  readonly secret: string | null
  readonly actor: string
  readonly clock: Clock
}

/**
 * Puts a backup in the place of an archive that nobody has open. What stood there is kept among
 * the backups, damaged or not. The backup is read back whole before it gets the archive's name, and
 * is encrypted as the archive was. Whenever it is cut off, one of the two stands whole.
 */
export function restoreBackup(restoring: Restoring): Outcome<null> {
  const { archivePath, name, actor, clock } = restoring
  if (isOnReadOnlyMedium(archivePath)) return fail({ kind: 'archive-read-only' })
  try {
    const backup = listBackupFiles(archivePath).find((each) => each.name === name)
    if (!backup) return fail({ kind: 'not-found', what: 'backup', id: name })
    const backupKey = keyOfBackup(backup.path, restoring)
    if (!backupKey.ok) return backupKey
    // Before anything is touched.
    const refusal = refuseArchive(backup.path, backupKey.value)
    if (refusal) return fail(refusal)
    requireWhole(backup.path, backupKey.value)
    const hold = holdArchive(archivePath, actor, clock)
    if (!hold.ok) return hold
    try {
      replaceArchive(restoring, backup.path, backupKey.value)
    } finally {
      hold.value.release()
    }
    return noteRestoring(restoring, backupKey.value)
  } catch (error) {
    return failOrThrow(error)
  }
}

/**
 * Undoes a restoring that was cut off before the backup stood in the archive's place, so that the
 * archive opens with its own keys. Does nothing while somebody holds the archive. To be asked
 * before the archive is opened.
 */
export function undoCutOffRestoring(archivePath: string, actor: string, clock: Clock): void {
  try {
    if (isOnReadOnlyMedium(archivePath) || listCutOff(archivePath).length === 0) return
    const hold = holdArchive(archivePath, actor, clock)
    if (!hold.ok) return
    try {
      sweepBackups(archivePath)
    } finally {
      hold.value.release()
    }
  } catch (error) {
    // Opening the archive will tell what is wrong with its folder.
    if (failureFromError(error) === null) throw error
  }
}

function keyOfBackup(file: string, { key, secret }: Restoring): Outcome<DataKey | null> {
  if (!isEncrypted(file)) return succeed(null)
  if (secret !== null) return unwrapDataKey(file, secret)
  return key === null ? fail({ kind: 'archive-locked', why: 'locked' }) : succeed(key)
}

function replaceArchive(restoring: Restoring, backup: string, backupKey: DataKey | null): void {
  const { archivePath, key } = restoring
  const isReplacedEncrypted = isEncrypted(archivePath)
  keepReplaced(restoring)
  // An archive that is encrypted stays so, under the passphrase that its officer knows.
  if (isReplacedEncrypted && key !== null) {
    return copyConverted(backup, archivePath, { from: backupKey, to: key })
  }
  if (backupKey !== null) {
    writeFileAtomically(keysPathOf(archivePath), readFileSync(keysPathOf(backup)))
  }
  copyConverted(backup, archivePath, { from: backupKey, to: backupKey })
}

/** Keeps what stands in the archive's place under a name of its own, with the log beside it. */
function keepReplaced({ archivePath, key, clock }: Restoring): void {
  if (!existsSync(archivePath)) return
  const kept = nextBackupPath(archivePath, 'replaced', clock.now())
  if (isEncrypted(archivePath)) {
    writeFileAtomically(keysPathOf(kept), readFileSync(keysPathOf(archivePath)))
  }
  // Before SQLite sees it: it does away with a log that it cannot read.
  const log = `${archivePath}-wal`
  if (existsSync(log)) copyFileSync(log, `${kept}-wal`)
  keepFile(archivePath, kept)
  try {
    settleLog(archivePath, key)
    keepFile(archivePath, kept)
    rmSync(`${kept}-wal`, { force: true })
  } catch (error) {
    // A damaged one is kept as it was, its log too.
    if (failureFromError(error) === null) throw error
  }
  // Left behind, it would be read beside a file that it was not written for.
  for (const side of [log, `${archivePath}-shm`]) rmSync(side, { force: true })
  rotateBackups(archivePath, 'replaced')
}

function keepFile(from: string, to: string): void {
  rmSync(to, { force: true })
  try {
    linkSync(from, to)
  } catch {
    // Some file systems have no second names for a file. Cut off, a copy must not pass for one.
    const part = partOf(to)
    copyFileSync(from, part)
    renameSync(part, to)
  }
}

/** Opens what was restored, which may have an older schema, and says in its journal what was done. */
function noteRestoring(restoring: Restoring, backupKey: DataKey | null): Outcome<null> {
  const { archivePath, name, actor, clock, key } = restoring
  const opening = isEncrypted(archivePath) ? (key ?? backupKey) : null
  const opened = openForWriting(archivePath, actor, clock, opening)
  if (!opened.ok) return opened
  const { archive, close } = opened.value
  try {
    archive.write(() =>
      appendToJournal(
        archive,
        { actor, at: clock.now() },
        { action: 'archive.restore', subject: name, before: null, after: null },
      ),
    )
  } finally {
    close()
  }
  return succeed(null)
}
