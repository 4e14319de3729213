import { copyFileSync, existsSync } from 'node:fs'
import path from 'node:path'
import { listBackups } from '../core/backups/keep-backups.ts'
import { makeBackup } from '../core/backups/make-backup.ts'
import { restoreBackup } from '../core/backups/restore-backup.ts'
import { nextBackupPath } from '../core/db/backup-files.ts'
import { refuseArchive } from '../core/db/inspect.ts'
import { keysPathOf } from '../core/db/keys.ts'
import { openSystemClock } from '../core/system/clock.ts'
import { backupWords } from './backup-words.ts'
import { keyOf, officer, printLine, resolvePath, tellFailure } from './session.ts'
import type { VaultAsked } from './vault-verbs.ts'

/** Makes a backup beside the archive and reads back all of it. */
export async function backUpBeside({ archivePath }: VaultAsked): Promise<number> {
  const key = await keyOf(archivePath)
  if (!key.ok) return tellFailure(key.failure)
  const refusal = refuseArchive(archivePath, key.value)
  if (refusal) return tellFailure(refusal)
  const now = openSystemClock().now()
  const made = await makeBackup({ archivePath, key: key.value, now }, 'manual')
  if (!made.ok) return tellFailure(made.failure)
  printLine(backupWords().made(made.value.path))
  return 0
}

/** Prints the backups of an archive, the newest first. */
export async function tellBackups({ archivePath, json }: VaultAsked): Promise<number> {
  const key = await keyOf(archivePath)
  const backups = listBackups(archivePath, key.ok ? key.value : null)
  if (json) printLine(JSON.stringify(backups))
  else if (backups.length === 0) printLine(backupWords().none)
  else for (const backup of backups) printLine(backupWords().line(backup))
  return 0
}

/** The name of a backup; a file from elsewhere is first copied to the others, with its keys. */
function adopted(archivePath: string, given: string): string {
  const file = resolvePath(given)
  if (path.basename(given) === given || !existsSync(file)) return given
  const copy = nextBackupPath(archivePath, 'manual', openSystemClock().now())
  if (existsSync(keysPathOf(file))) copyFileSync(keysPathOf(file), keysPathOf(copy))
  copyFileSync(file, copy)
  return path.basename(copy)
}

/** Puts a backup in the place of its archive, and keeps what stood there. */
export async function restore({ archivePath, policy, operands }: VaultAsked): Promise<number> {
  if (policy.readOnly) return tellFailure({ kind: 'policy-refuses', rule: 'readOnly' })
  const key = await keyOf(archivePath)
  if (!key.ok) return tellFailure(key.failure)
  const name = adopted(archivePath, operands[0] ?? '')
  const restored = restoreBackup({
    archivePath,
    name,
    key: key.value,
    secret: null,
    actor: officer(),
    clock: openSystemClock(),
  })
  if (!restored.ok) return tellFailure(restored.failure)
  printLine(backupWords().restored(name))
  return 0
}
