import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import path from 'node:path'
import { syncFolder, writeFileAtomically } from '../system/files.ts'
import { hasKeys, keysPathOf } from './keys.ts'

/** Why a backup was made. */
export const BACKUP_REASONS = ['daily', 'manual', 'migration', 'merge', 'replaced'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

/** A backup as its name tells of it. */
export interface BackupFile {
  /** Its name within the folder of backups. */
  readonly name: string
  readonly path: string
  /** Counts up with every backup of this archive, whatever the clock says. */
  readonly number: number
  readonly reason: BackupReason
  /** The instant that the clock told when it was made. */
  readonly madeAt: string
  readonly size: number
}

/** How many of each reason are kept. */
const KEPT: Readonly<Record<BackupReason, number>> = {
  daily: 7,
  manual: 5,
  migration: 3,
  merge: 3,
  replaced: 3,
}

const NAME =
  /^(?<number>\d{6,12})\.(?<reason>[a-z]+)\.(?<y>\d{4})(?<m>\d\d)(?<d>\d\d)T(?<h>\d\d)(?<i>\d\d)(?<s>\d\d)Z\.fonds$/u

/** The folder beside an archive in which its backups lie. */
export const backupFolderOf = (archivePath: string): string => `${archivePath}.backups`

/** Every backup of an archive, the newest first by number, never by clock. */
export function listBackupFiles(archivePath: string): readonly BackupFile[] {
  const folder = backupFolderOf(archivePath)
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .flatMap((name) => backupFromName(folder, name))
    .toSorted((a, b) => b.number - a.number)
}

/** A path for one more backup, which no other backup has ever had. Makes the folder. */
export function nextBackupPath(archivePath: string, reason: BackupReason, now: string): string {
  const folder = backupFolderOf(archivePath)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const last = listBackupFiles(archivePath)[0]?.number ?? 0
  const stamp = `${now.slice(0, 19).replaceAll(/[-:]/gu, '')}Z`
  return path.join(folder, `${String(last + 1).padStart(6, '0')}.${reason}.${stamp}.fonds`)
}

/** Removes the oldest backups of a reason beyond those that are kept, and what was left in half. */
export function rotateBackups(archivePath: string, reason: BackupReason): void {
  const own = listBackupFiles(archivePath).filter((each) => each.reason === reason)
  for (const { path: file } of own.slice(KEPT[reason])) removeBackup(file)
}

/** Removes a backup with all that lies beside it. */
export function removeBackup(file: string): void {
  for (const each of [file, `${file}-wal`, keysPathOf(file)]) rmSync(each, { force: true })
}

/** Where a backup lies until all of it was read back. It is no backup by its name, and swept if left. */
export const unreadPathOf = (backup: string): string => `${backup}.unread.part`

/** Gives a backup that was read back its name, its keys first. */
export function nameBackup(backup: string): void {
  const unread = unreadPathOf(backup)
  if (hasKeys(unread)) renameSync(keysPathOf(unread), keysPathOf(backup))
  renameSync(unread, backup)
  syncFolder(path.dirname(backup))
}

/** Removes what backups that were cut off have left behind. To be asked by the archive's writer. */
export function sweepBackups(archivePath: string): void {
  const folder = backupFolderOf(archivePath)
  if (!existsSync(folder)) return
  const names = new Set(readdirSync(folder))
  for (const name of names) {
    const beside = /^(?<backup>.+\.fonds)(?:-wal|\.keys\.json)$/u.exec(name)?.groups?.['backup']
    const isOrphan = beside !== undefined && !names.has(beside)
    if (name.includes('.part') || isOrphan) rmSync(path.join(folder, name), { force: true })
  }
  for (const { path: file } of listCutOff(archivePath)) {
    // What it would have replaced still stands, perhaps beside the keys of what should have come.
    const keys = keysPathOf(file)
    if (existsSync(keys)) writeFileAtomically(keysPathOf(archivePath), readFileSync(keys))
    removeBackup(file)
  }
}

/**
 * What restorings that were cut off have kept and not yet replaced: a second name of the archive's
 * own file.
 */
export function listCutOff(archivePath: string): readonly BackupFile[] {
  const standing = statSync(archivePath, { bigint: true, throwIfNoEntry: false })
  if (!standing) return []
  return listBackupFiles(archivePath).filter(({ path: file, reason }) => {
    if (reason !== 'replaced') return false
    const kept = statSync(file, { bigint: true, throwIfNoEntry: false })
    return kept?.ino === standing.ino && kept.dev === standing.dev
  })
}

function backupFromName(folder: string, name: string): BackupFile[] {
  const groups = NAME.exec(name)?.groups
  const reason = BACKUP_REASONS.find((each) => each === groups?.['reason'])
  if (!groups || reason === undefined) return []
  const { number = '', y, m, d, h, i, s } = groups
  const madeAt = `${y}-${m}-${d}T${h}:${i}:${s}.000Z`
  if (Number.isNaN(Date.parse(madeAt))) return []
  const file = path.join(folder, name)
  // Somebody else may just have taken it away, or put something else under such a name.
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat?.isFile()) return []
  return [{ name, path: file, number: Number(number), reason, madeAt, size: stat.size }]
}
