import { readFileSync, rmSync } from 'node:fs'
import { copyConverted } from '../db/copy-converted.ts'
import { listBackupFiles } from '../db/backup-files.ts'
import { isEncrypted } from '../db/inspect.ts'
import { keyFileId, keysPathOf, type DataKey } from '../db/keys.ts'
import { writeFileAtomically } from '../system/files.ts'

/**
 * Brings the backups of an encrypted archive to its own key and passphrase: what was plain is
 * encrypted, and what it encrypts already gets the newest wrapping. Whatever is cut off is done the
 * next time. One that may not be read or replaced keeps none of the others from it; then throws what
 * the system first said.
 */
export function encryptBackups(archivePath: string, key: DataKey): void {
  const ownKeys = readFileSync(keysPathOf(archivePath))
  const refusals = listBackupFiles(archivePath).flatMap(({ path: file }) => {
    try {
      encryptBackup(file, { ownKeys, keysId: keyFileId(archivePath), key })
      return []
    } catch (error) {
      return [error]
    }
  })
  if (refusals.length > 0) throw refusals[0]
}

function encryptBackup(
  file: string,
  own: { readonly ownKeys: Buffer; readonly keysId: string | null; readonly key: DataKey },
): void {
  if (!isEncrypted(file)) {
    // First the keys: beside a plain backup they open nothing, without them nothing opens it.
    writeFileAtomically(keysPathOf(file), own.ownKeys)
    copyConverted(file, file, { from: null, to: own.key })
  } else if (
    keyFileId(file) === own.keysId &&
    !readFileSync(keysPathOf(file)).equals(own.ownKeys)
  ) {
    writeFileAtomically(keysPathOf(file), own.ownKeys)
  }
}

/** Makes plain the backups that a key opens, as their archive now is. */
export function decryptBackups(archivePath: string, key: DataKey, keysId: string | null): void {
  for (const { path: file } of listBackupFiles(archivePath)) {
    if (!isEncrypted(file) || keyFileId(file) !== keysId) continue
    copyConverted(file, file, { from: key, to: null })
    rmSync(keysPathOf(file), { force: true })
  }
}
