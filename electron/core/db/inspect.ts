import { statSync } from 'node:fs'
import type { Failure } from '../../../shared/model/failure.ts'
import { readArchiveHeader } from './header.ts'
import { listBackupFiles } from './backup-files.ts'
import { hasKeys, keyFileId, type DataKey } from './keys.ts'
import { MIGRATIONS } from './migrations.ts'
import { APPLICATION_ID } from './pragmas.ts'
import { openSqlite } from './sqlite.ts'
import { failureFromError } from './sqlite-failure.ts'

const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version))
const PATIENCE_MS = 2000

/**
 * Why a file is not opened as an archive, told without changing a byte beside it; null when
 * nothing speaks against it. To be asked only while this process has no connection to the file.
 */
export function refuseArchive(archivePath: string, key: DataKey | null): Failure | null {
  const header = readArchiveHeader(archivePath)
  switch (header.kind) {
    case 'missing':
    case 'empty':
      // An encrypted archive whose creation was cut off must not be begun again in plain.
      return hasKeys(archivePath) && key === null
        ? { kind: 'archive-locked', why: 'locked' }
        : { kind: 'archive-missing' }
    case 'foreign':
      if (!hasKeys(archivePath)) return refuseWithoutKeys(archivePath)
      if (key === null) return { kind: 'archive-locked', why: 'locked' }
      return refuseEncrypted(archivePath, key)
    case 'archive': {
      // Cut off before the log first reached the file: its mark stands in the log alone.
      const isUnmarked = header.applicationId === 0 && header.schemaVersion === 0
      return refuseVersion({
        applicationId: isUnmarked ? APPLICATION_ID : header.applicationId,
        schemaVersion: Math.max(header.schemaVersion, versionInLog(archivePath)),
      })
    }
  }
}

/**
 * Whether an archive is encrypted, or is to be once it is created: its keys lie beside it, and it
 * bears no mark of SQLite that anybody lets us see. To be asked only while this process has no
 * connection to the file.
 */
export function isEncrypted(archivePath: string): boolean {
  if (!hasKeys(archivePath)) return false
  // One that may not be read is locked at least; opening it will tell what is wrong.
  return catchFailure(() => readArchiveHeader(archivePath))?.kind !== 'archive'
}

/**
 * Whether an archive has an older schema, which only its writer brings up to date. To be asked
 * only while this process has no connection to the file.
 */
export function awaitsMigration(archivePath: string, key: DataKey | null): boolean {
  const header = readArchiveHeader(archivePath)
  if (header.kind === 'foreign' && key !== null && hasKeys(archivePath)) {
    const mark = catchFailure(() => markIn(archivePath, key))
    return mark !== null && mark.schemaVersion < SCHEMA_VERSION
  }
  if (header.kind !== 'archive' || header.applicationId !== APPLICATION_ID) return false
  return Math.max(header.schemaVersion, versionInLog(archivePath)) < SCHEMA_VERSION
}

/** Whether changes wait in the log, as they do after a writer was cut off. */
export const hasLog = (archivePath: string): boolean =>
  (statSync(`${archivePath}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

/** Nothing in an encrypted file says that it is one; backups that have keys do. */
function refuseWithoutKeys(archivePath: string): Failure {
  const wasEncrypted = listBackupFiles(archivePath).some(({ path: file }) => hasKeys(file))
  return wasEncrypted
    ? { kind: 'archive-locked', why: 'keys-missing' }
    : { kind: 'archive-not-ours' }
}

/** Keys that open nothing here are somebody else's where the backups have others. */
function refuseEncrypted(archivePath: string, key: DataKey): Failure | null {
  try {
    return refuseVersion(markIn(archivePath, key))
  } catch (error) {
    const ids = listBackupFiles(archivePath).flatMap(({ path: file }) => keyFileId(file) ?? [])
    const isOther = ids.length > 0 && !ids.includes(keyFileId(archivePath) ?? '')
    if (failureFromError(error)?.kind !== 'archive-corrupt' || !isOther) throw error
    return { kind: 'archive-locked', why: 'keys-damaged' }
  }
}

interface Mark {
  readonly applicationId: number
  readonly schemaVersion: number
}

function refuseVersion({ applicationId, schemaVersion: found }: Mark): Failure | null {
  // A file whose creation was cut off has its header but not its mark, and no table yet.
  const isUnmarked = applicationId === 0 && found === 0
  if (!isUnmarked && applicationId !== APPLICATION_ID) return { kind: 'archive-not-ours' }
  return found > SCHEMA_VERSION ? { kind: 'archive-newer', found, supported: SCHEMA_VERSION } : null
}

/** Read without a change, unless one that was cut off must first be rolled back to read anything. */
function markIn(archivePath: string, key: DataKey | null): Mark {
  try {
    return readMark(archivePath, key, true)
  } catch (error) {
    if (!awaitsRollback(error)) throw error
    return readMark(archivePath, key, false)
  }
}

const awaitsRollback = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  typeof error.code === 'string' &&
  error.code.startsWith('SQLITE_READONLY_')

function readMark(archivePath: string, key: DataKey | null, readonly: boolean): Mark {
  const options = { readonly, fileMustExist: true, timeout: PATIENCE_MS }
  const db = openSqlite(archivePath, options, key)
  try {
    return {
      applicationId: Number(db.pragma('application_id', { simple: true })),
      schemaVersion: Number(db.pragma('user_version', { simple: true })),
    }
  } finally {
    db.close()
  }
}

/**
 * The schema version with what still waits in the log: a newer Fonds may have been cut off just
 * after it migrated. Read by a connection that cannot write, so that the log stays as it is; 0
 * where there is no log, or where the file does not open, of which the writer will tell.
 */
function versionInLog(archivePath: string): number {
  if (!hasLog(archivePath)) return 0
  return catchFailure(() => markIn(archivePath, null))?.schemaVersion ?? 0
}

function catchFailure<T>(work: () => T): T | null {
  try {
    return work()
  } catch (error) {
    if (failureFromError(error)) return null
    throw error
  }
}
