import { copyFileSync, rmSync, truncateSync } from 'node:fs'
import { hostname } from 'node:os'
import Database from 'better-sqlite3'
import { z } from 'zod'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Clock } from '../system/clock.ts'
import { readTextFile, writeFileAtomically } from '../system/files.ts'
import { strayNameOf } from '../system/set-aside.ts'
import { openSqlite } from './sqlite.ts'

/** The right to be the only writer of an archive. */
export interface Hold {
  readonly release: () => void
}

/** How long a reader that holds the archive for a moment is waited for, in milliseconds. */
const PATIENCE_MS = 250

const holderSchema = z.object({ by: z.string(), on: z.string(), since: z.iso.datetime() })

/**
 * Takes the right to write an archive, or tells who has it (`archive-held`). The right is an
 * exclusive transaction on a small file beside the archive: the system takes it back when its
 * process dies, however it dies.
 */
export function holdArchive(archivePath: string, actor: string, clock: Clock): Outcome<Hold> {
  const holderPath = `${archivePath}.holder`
  const lock = takeLock(`${archivePath}.lock`)
  if (lock === null) return fail({ kind: 'archive-held', ...readHolder(holderPath) })
  const holder = { by: actor, on: hostname(), since: clock.now() }
  try {
    writeFileAtomically(holderPath, Buffer.from(JSON.stringify(holder)))
  } catch (error) {
    lock.close()
    throw error
  }
  return succeed({
    release: () => {
      try {
        rmSync(holderPath, { force: true })
      } finally {
        lock.close()
      }
    },
  })
}

/** The lock, taken; null where somebody has it. */
function takeLock(file: string): Database.Database | null {
  try {
    return beginAlone(file)
  } catch (error) {
    if (!isNoDatabase(error)) throw error
    // Nobody has it, for they could not. Emptied where it lies: a file put in its place would let
    // in two who come at once.
    copyFileSync(file, strayNameOf(file))
    truncateSync(file)
    return beginAlone(file)
  }
}

function beginAlone(file: string): Database.Database | null {
  const lock = openSqlite(file, { timeout: PATIENCE_MS })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    return lock
  } catch (error) {
    lock.close()
    if (!isBusy(error)) throw error
    return null
  }
}

/**
 * Does something while nobody writes the archive, and nobody can begin to; false, with nothing done,
 * where somebody holds it. Says to nobody who it is: it is to take a moment.
 */
export function whileUnheld(archivePath: string, work: () => void): boolean {
  const lock = openSqlite(`${archivePath}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
    work()
    return true
  } catch (error) {
    if (!isBusy(error)) throw error
    return false
  } finally {
    lock.close()
  }
}

function isNoDatabase(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB'
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')
}

function readHolder(holderPath: string): z.infer<typeof holderSchema> {
  try {
    return holderSchema.parse(JSON.parse(readTextFile(holderPath) ?? ''))
  } catch {
    // The holder may be between taking the right and saying who it is.
    return { by: '', on: '', since: '' }
  }
}
