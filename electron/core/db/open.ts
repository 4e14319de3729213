import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { fail, succeed, type Failure, type Outcome } from '../../../shared/model/failure.ts'
import type { Clock } from '../system/clock.ts'
import type { ReadableArchive, WritableArchive } from './archive-handle.ts'
import { readArchiveHeader } from './header.ts'
import { holdArchive } from './hold.ts'
import { migrateArchive } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { APPLICATION_ID, applyPragmas } from './pragmas.ts'
import { openSqlite } from './sqlite.ts'
import { failureFromError } from './sqlite-failure.ts'

/** An open connection and how to give it up. */
export interface OpenArchive<Handle extends ReadableArchive> {
  readonly archive: Handle
  readonly close: () => void
}

const SCHEMA_VERSION = Math.max(...MIGRATIONS.map(({ version }) => version))
const READER_PATIENCE_MS = 2000

/**
 * Opens the archive as its single writer, creating it when there is none and bringing it to
 * the newest schema. Fails with `archive-held`, `archive-newer` (the file is then untouched),
 * `archive-not-ours`, `archive-corrupt`, `archive-read-only`, `no-permission` or `disk-full`.
 */
export function openForWriting(
  archivePath: string,
  actor: string,
  clock: Clock,
): Outcome<OpenArchive<WritableArchive>> {
  return catchFailures(() => {
    const folder = path.dirname(archivePath)
    const isElse = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false
    if (isElse) return fail({ kind: 'no-permission' })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const hold = holdArchive(archivePath, actor, clock)
    if (!hold.ok) return hold
    try {
      const refusal = refuse(archivePath)
      if (refusal && refusal.kind !== 'archive-missing') {
        hold.value.release()
        return fail(refusal)
      }
      createPrivately(archivePath)
      const db = openWriter(archivePath, actor, clock)
      return succeed({
        archive: writableFrom(db),
        close: () => {
          db.pragma('wal_checkpoint(TRUNCATE)')
          db.close()
          hold.value.release()
        },
      })
    } catch (error) {
      hold.value.release()
      throw error
    }
  })
}

/**
 * Opens a reader beside the writer. `checked` is true where the writer of the same process has
 * already looked at the file, which must then not be touched in any other way.
 */
export function openForReading(
  archivePath: string,
  { checked }: { readonly checked: boolean },
): Outcome<OpenArchive<ReadableArchive>> {
  return catchFailures(() => {
    const refusal = checked ? null : refuse(archivePath)
    if (refusal) return fail(refusal)
    const db = openSqlite(archivePath, { timeout: READER_PATIENCE_MS, fileMustExist: true })
    const unmarked = refuseUnmarked(db)
    if (unmarked) {
      db.close()
      return fail(unmarked)
    }
    applyPragmas(db)
    db.pragma('query_only = ON')
    return succeed({ archive: readableFrom(db), close: () => db.close() })
  })
}

/**
 * What is wrong with a file that bears no mark: another process is still making the archive, so
 * that there is none yet, or it is somebody else's database. Asked of the connection, for the mark
 * may still wait in the log.
 */
function refuseUnmarked(db: Database.Database): Failure | null {
  if (db.pragma('application_id', { simple: true }) === APPLICATION_ID) return null
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined
  return { kind: isEmpty ? 'archive-missing' : 'archive-not-ours' }
}

/**
 * Whether an archive has an older schema, which only its writer brings up to date. To be asked
 * only while this process has no connection to the file.
 */
export function awaitsMigration(archivePath: string): boolean {
  const header = readArchiveHeader(archivePath)
  if (header.kind !== 'archive' || header.applicationId !== APPLICATION_ID) return false
  return Math.max(header.schemaVersion, versionInLog(archivePath)) < SCHEMA_VERSION
}

/** Only the officer's own account may read an archive; SQLite gives its side files the same rights. */
function createPrivately(archivePath: string): void {
  if (!existsSync(archivePath)) closeSync(openSync(archivePath, 'wx', 0o600))
}

function openWriter(archivePath: string, actor: string, clock: Clock): Database.Database {
  const interrupted = hasLog(archivePath)
  const db = openSqlite(archivePath, { timeout: 0 })
  try {
    requireOurs(db)
    applyPragmas(db)
    if (interrupted) requireWhole(db)
    migrateArchive(db, archivePath, MIGRATIONS)
    db.prepare(
      `INSERT INTO archive (id, created_at, created_by)
       SELECT $id, $now, $actor WHERE NOT EXISTS (SELECT 1 FROM archive)`,
    ).run({ id: clock.newId(), now: clock.now(), actor })
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

/** A database without our mark may only be one whose creation was cut off, which is empty. */
function requireOurs(db: Database.Database): void {
  if (db.pragma('application_id', { simple: true }) === APPLICATION_ID) return
  if (db.prepare('SELECT 1 FROM sqlite_schema').get() === undefined) return
  throw Object.assign(new Error('not one of our archives'), { code: 'SQLITE_NOTADB' })
}

function requireWhole(db: Database.Database): void {
  const verdict: unknown = db.pragma('quick_check(1)', { simple: true })
  if (verdict !== 'ok') {
    throw Object.assign(new Error('the archive is damaged'), { code: 'SQLITE_CORRUPT' })
  }
}

function refuse(archivePath: string): Failure | null {
  const header = readArchiveHeader(archivePath)
  switch (header.kind) {
    case 'missing':
    case 'empty':
      return { kind: 'archive-missing' }
    case 'foreign':
      return { kind: 'archive-not-ours' }
    case 'archive':
      break
  }
  // A file whose creation was cut off has its header but not its mark, and no table yet.
  const isUnmarked = header.applicationId === 0 && header.schemaVersion === 0
  if (!isUnmarked && header.applicationId !== APPLICATION_ID) return { kind: 'archive-not-ours' }
  const found = Math.max(header.schemaVersion, versionInLog(archivePath))
  return found > SCHEMA_VERSION ? { kind: 'archive-newer', found, supported: SCHEMA_VERSION } : null
}

/**
 * The schema version with what still waits in the log: a newer Fonds may have been cut off just
 * after it migrated. Read by a connection that cannot write, so that the log stays as it is; 0
 * where there is no log, or where the file does not open, of which the writer will tell.
 */
function versionInLog(archivePath: string): number {
  if (!hasLog(archivePath)) return 0
  try {
    const db = openSqlite(archivePath, { readonly: true, timeout: READER_PATIENCE_MS })
    try {
      return Number(db.pragma('user_version', { simple: true }))
    } finally {
      db.close()
    }
  } catch (error) {
    if (failureFromError(error)) return 0
    throw error
  }
}

const hasLog = (archivePath: string): boolean =>
  (statSync(`${archivePath}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0

function readableFrom(db: Database.Database): ReadableArchive {
  const statements = new Map<string, Database.Statement>()
  return {
    prepare: <Row>(sql: string) => {
      const known = statements.get(sql) ?? db.prepare(sql)
      statements.set(sql, known)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SQL beside each call names what it selects
      return known as Database.Statement<unknown[], Row>
    },
  }
}

function writableFrom(db: Database.Database): WritableArchive {
  return {
    ...readableFrom(db),
    write: (work) => (db.inTransaction ? work() : db.transaction(work).immediate()),
  }
}

function catchFailures<T>(work: () => Outcome<T>): Outcome<T> {
  try {
    return work()
  } catch (error) {
    const failure = failureFromError(error)
    if (failure) return fail(failure)
    throw error
  }
}
