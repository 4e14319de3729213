import { closeSync, existsSync, mkdirSync, openSync, statSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { fail, succeed, type Failure, type Outcome } from '../../../shared/model/failure.ts'
import type { Clock } from '../system/clock.ts'
import type { ReadableArchive, WritableArchive } from './archive-handle.ts'
import { readArchiveHeader } from './header.ts'
import { holdArchive } from './hold.ts'
import { migrateArchive } from './migrate.ts'
import { MIGRATIONS } from './migrations.ts'
import { APPLICATION_ID, applyPragmas } from './pragmas.ts'
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
    mkdirSync(path.dirname(archivePath), { recursive: true, mode: 0o700 })
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
    const db = new Database(archivePath, { timeout: READER_PATIENCE_MS, fileMustExist: true })
    applyPragmas(db)
    db.pragma('query_only = ON')
    return succeed({ archive: readableFrom(db), close: () => db.close() })
  })
}

/** Only the officer's own account may read an archive; SQLite gives its side files the same rights. */
function createPrivately(archivePath: string): void {
  if (!existsSync(archivePath)) closeSync(openSync(archivePath, 'wx', 0o600))
}

function openWriter(archivePath: string, actor: string, clock: Clock): Database.Database {
  const interrupted = (statSync(`${archivePath}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
  const db = new Database(archivePath, { timeout: 0 })
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
  if (header.applicationId === 0 && header.schemaVersion === 0) return null
  if (header.applicationId !== APPLICATION_ID) return { kind: 'archive-not-ours' }
  if (header.schemaVersion > SCHEMA_VERSION) {
    return { kind: 'archive-newer', found: header.schemaVersion, supported: SCHEMA_VERSION }
  }
  return null
}

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
