import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import type Database from 'better-sqlite3'
import { fail, succeed, type Failure, type Outcome } from '../../../shared/model/failure.ts'
import type { Clock } from '../system/clock.ts'
import { partOf } from '../system/files.ts'
import { leadsNowhere, resolveArchivePath, unsafePlaceOf } from '../system/place.ts'
import type { ReadableArchive, WritableArchive } from './archive-handle.ts'
import { nextBackupPath } from './backup-files.ts'
import { copyArchive } from './copy-archive.ts'
import { holdArchive } from './hold.ts'
import { hasLog, refuseArchive } from './inspect.ts'
import { keysPathOf, type DataKey } from './keys.ts'
import { findLostLog, setLostLogAside, type LogLoss } from './lost-log.ts'
import { migrateArchive } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { APPLICATION_ID, applyPragmas } from './pragmas.ts'
import { openSqlite } from './sqlite.ts'
import { failOrThrow, failureFromError } from './sqlite-failure.ts'
import { setStrayLogAside, setUnheldStrayLogAside } from './stray-log.ts'

/** An open connection and how to give it up. */
export interface OpenArchive<Handle extends ReadableArchive> {
  readonly archive: Handle
  /** What the writer found missing of the log that a program which was cut off had left. */
  readonly logLoss?: LogLoss | null
  readonly close: () => void
}

const READER_PATIENCE_MS = 2000

/**
 * Opens the archive as its single writer, creating it when there is none and bringing it to
 * the newest schema; an encrypted one needs its key. Fails with `archive-location-refused`,
 * `name-refused`, `archive-missing` (for a link that leads nowhere),
 * `archive-held`, `archive-locked`, `archive-newer` (the file is then untouched), `archive-not-ours`,
 * `archive-corrupt`, `archive-read-only`, `no-permission` or `disk-full`.
 */
export function openForWriting(
  named: string,
  actor: string,
  clock: Clock,
  key: DataKey | null = null,
): Outcome<OpenArchive<WritableArchive>> {
  return catchFailures(() => {
    const archivePath = resolveArchivePath(named)
    if (leadsNowhere(archivePath)) return fail({ kind: 'archive-missing' })
    const folder = path.dirname(archivePath)
    const isElse = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false
    if (isElse) return fail({ kind: 'no-permission' })
    if (unsafePlaceOf(folder) !== null) return fail({ kind: 'archive-location-refused' })
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const hold = holdArchive(archivePath, actor, clock)
    if (!hold.ok) return hold
    try {
      setStrayLogAside(archivePath)
      const logLoss = findLostLog(archivePath)
      if (logLoss !== null) setLostLogAside(archivePath, logLoss)
      const refusal = refuseArchive(archivePath, key)
      if (refusal && refusal.kind !== 'archive-missing') {
        hold.value.release()
        return fail(refusal)
      }
      // What a conversion that was cut off left: a copy, and perhaps a plain one.
      for (const left of [archivePath, keysPathOf(archivePath)]) {
        rmSync(partOf(left), { force: true })
      }
      createPrivately(archivePath)
      const db = openWriter(archivePath, { actor, clock, key })
      const isStillThere = watchPlace(archivePath)
      return succeed({
        archive: writableFrom(db, key),
        logLoss,
        close: () => {
          if (!isStillThere()) keepDisplaced(db, archivePath, { actor, clock, key })
          closeWriter(db)
          hold.value.release()
        },
      })
    } catch (error) {
      hold.value.release()
      throw error
    }
  })
}

/** Tells later whether a name still means the file that it means now. */
function watchPlace(archivePath: string): () => boolean {
  const identity = (): string => {
    try {
      const { dev, ino } = statSync(archivePath, { bigint: true })
      return `${dev} ${ino}`
    } catch {
      // Removed, or its drive unplugged.
      return ''
    }
  }
  const before = identity()
  return () => identity() === before
}

/**
 * Keeps, among the backups, the archive that is open while another program put something else in its
 * place: its file has no name any more, and would be gone with the connection.
 */
function keepDisplaced(db: Database.Database, archivePath: string, { clock, key }: Writing): void {
  try {
    copyArchive(db, nextBackupPath(archivePath, 'replaced', clock.now()), key)
  } catch (error) {
    if (failureFromError(error) === null) throw error
  }
}

/**
 * Takes the log into the file and does away with it, where nobody reads any more: the archive can
 * then be read from a medium that cannot be written.
 */
function closeWriter(db: Database.Database): void {
  try {
    db.pragma('wal_checkpoint(TRUNCATE)')
    db.pragma('journal_mode = DELETE')
  } catch (error) {
    // On a full disk, or beside a reader, the log stays: whoever opens next takes it in.
    if (failureFromError(error) === null) throw error
  } finally {
    db.close()
  }
}

/**
 * Opens a reader beside the writer. `checked` is true where the writer of the same process has
 * already looked at the file, which must then not be touched in any other way.
 */
export function openForReading(
  archivePath: string,
  { checked, key = null }: { readonly checked: boolean; readonly key?: DataKey | null },
): Outcome<OpenArchive<ReadableArchive>> {
  return catchFailures(() => {
    const settled = checked ? succeed(null) : setUnheldStrayLogAside(archivePath)
    if (!settled.ok) return settled
    const refusal = checked ? null : refuseArchive(archivePath, key)
    if (refusal) return fail(refusal)
    const options = { timeout: READER_PATIENCE_MS, fileMustExist: true }
    const db = openSqlite(archivePath, options, key)
    const unmarked = refuseUnmarked(db)
    if (unmarked) {
      db.close()
      return fail(unmarked)
    }
    applyPragmas(db, { isReader: !checked })
    db.pragma('query_only = ON')
    return succeed({ archive: readableFrom(db, key), close: () => db.close() })
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

/** Only the officer's own account may read an archive; SQLite gives its side files the same rights. */
function createPrivately(archivePath: string): void {
  if (!existsSync(archivePath)) closeSync(openSync(archivePath, 'wx', 0o600))
}

interface Writing {
  readonly actor: string
  readonly clock: Clock
  readonly key: DataKey | null
}

function openWriter(archivePath: string, { actor, clock, key }: Writing): Database.Database {
  const interrupted = hasLog(archivePath)
  const db = openSqlite(archivePath, { timeout: 0 }, key)
  try {
    requireOurs(db)
    // Holds for an archive that is still empty: texts fill larger pages better.
    db.pragma('page_size = 8192')
    applyPragmas(db)
    if (interrupted) requireWhole(db)
    migrateArchive(db, archivePath, MIGRATIONS, { key, now: clock.now() })
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

/** What a connection offers to whoever only reads. */
export function readableFrom(db: Database.Database, key: DataKey | null): ReadableArchive {
  const statements = new Map<string, Database.Statement>()
  return {
    prepare: <Row>(sql: string) => {
      const known = statements.get(sql) ?? db.prepare(sql)
      statements.set(sql, known)
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the SQL beside each call names what it selects
      return known as Database.Statement<unknown[], Row>
    },
    copyTo: (target) => copyArchive(db, target, key),
  }
}

function writableFrom(db: Database.Database, key: DataKey | null): WritableArchive {
  return {
    ...readableFrom(db, key),
    write: (work) => (db.inTransaction ? work() : db.transaction(work).immediate()),
  }
}

function catchFailures<T>(work: () => Outcome<T>): Outcome<T> {
  try {
    return work()
  } catch (error) {
    return failOrThrow(error)
  }
}
