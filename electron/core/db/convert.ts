import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Clock } from '../system/clock.ts'
import { isOnReadOnlyMedium, leadsNowhere, unsafePlaceOf } from '../system/place.ts'
import { copyConverted } from './copy-converted.ts'
import { holdArchive } from './hold.ts'
import { isEncrypted, refuseArchive } from './inspect.ts'
import { keysPathOf, writeKeyFile, type DataKey, type NewKeys } from './keys.ts'
import { applyPragmas } from './pragmas.ts'
import { openSqlite } from './sqlite.ts'
import { failOrThrow } from './sqlite-failure.ts'

/** How an archive is to be kept from now on, and who asks for it. */
export interface Conversion {
  /** What opens it now; null where it is not encrypted. */
  readonly from: DataKey | null
  /** What is to open an archive that is plain; null for one that is to be made plain. */
  readonly to: Pick<NewKeys, 'dataKey' | 'file'> | null
  readonly actor: string
  readonly clock: Clock
}

/**
 * Encrypts an archive that nobody has open, or makes it plain again; one that does not exist yet is
 * created encrypted when it is first written. The converted file is made
 * beside the old one, checked whole and then renamed over it: whenever it is cut off, one of the
 * two stands whole under the archive's name, with the keys that open it. Fails as opening does.
 */
export function convertArchive(archivePath: string, conversion: Conversion): Outcome<null> {
  const { to, actor, clock } = conversion
  try {
    if (leadsNowhere(archivePath)) return fail({ kind: 'archive-missing' })
    const folder = path.dirname(archivePath)
    if (unsafePlaceOf(folder) !== null) return fail({ kind: 'archive-location-refused' })
    if (isOnReadOnlyMedium(archivePath)) return fail({ kind: 'archive-read-only' })
    if (to) mkdirSync(folder, { recursive: true, mode: 0o700 })
    const hold = holdArchive(archivePath, actor, clock)
    if (!hold.ok) return hold
    try {
      return convertHeld(archivePath, conversion)
    } finally {
      hold.value.release()
    }
  } catch (error) {
    return failOrThrow(error)
  }
}

function convertHeld(archivePath: string, { from, to }: Conversion): Outcome<null> {
  const refusal = refuseArchive(archivePath, from)
  if (refusal?.kind === 'archive-missing' && to) {
    writeKeyFile(archivePath, to.file)
    return succeed(null)
  }
  if (refusal) return fail(refusal)
  if (to) encryptFile(archivePath, to)
  else decryptFile(archivePath, from)
  return succeed(null)
}

function encryptFile(archivePath: string, to: NonNullable<Conversion['to']>): void {
  // First the keys: beside a plain archive they open nothing, without them nothing opens it.
  writeKeyFile(archivePath, to.file)
  try {
    replaceFile(archivePath, null, to.dataKey)
  } catch (error) {
    if (!isEncrypted(archivePath)) rmSync(keysPathOf(archivePath), { force: true })
    throw error
  }
}

function decryptFile(archivePath: string, from: DataKey | null): void {
  replaceFile(archivePath, from, null)
  rmSync(keysPathOf(archivePath), { force: true })
}

function replaceFile(file: string, from: DataKey | null, to: DataKey | null): void {
  settleLog(file, from)
  copyConverted(file, file, { from, to })
}

/**
 * Takes the log into the file and does away with it: left behind, it would be read beside a file
 * it was not written for. Refused by SQLite, as busy, while anybody else reads the archive.
 */
export function settleLog(file: string, key: DataKey | null): void {
  const db = openSqlite(file, { timeout: 0, fileMustExist: true }, key)
  try {
    applyPragmas(db)
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}
