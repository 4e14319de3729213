import type { Database } from 'better-sqlite3'
import { pauseThread } from '../system/clock.ts'

/** «Fond» in ASCII: marks a file as one of our archives (SQLite header, offset 68). */
export const APPLICATION_ID = 0x466f6e64

/**
 * Settings that a saved note depends on, each with the value SQLite reports once it holds.
 * FULL because NORMAL loses acknowledged transactions in a power cut; temporary data stays in
 * memory, deleted content is overwritten, and a hostile schema gets no functions to call.
 */
const PRAGMAS: readonly (readonly [name: string, value: string, reported: string | number])[] = [
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['temp_store', 'MEMORY', 2],
  ['secure_delete', 'ON', 1],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
]

/** How long somebody else who looks at the file for a moment is waited for, in milliseconds. */
const PATIENCE_MS = 5000
const LOOK_EVERY_MS = 10

/**
 * Sets every pragma and reads it back. Throws when one does not hold. A reader that comes by itself
 * leaves the journal as it is: changing it takes the whole file, which a writer may be opening.
 */
export function applyPragmas(db: Database, { isReader = false } = {}): void {
  for (const [name, value, reported] of PRAGMAS) {
    if (isReader && name === 'journal_mode') continue
    // SQLite itself waits for nobody where the journal is changed.
    const patience = name === 'journal_mode' ? PATIENCE_MS : 0
    const until = performance.now() + patience
    let found: unknown = setPragma(db, name, value)
    while (found !== reported && performance.now() < until) {
      pauseThread(LOOK_EVERY_MS)
      found = setPragma(db, name, value)
    }
    if (found !== reported) throw new Error(`pragma ${name} is ${String(found)}, not ${reported}`)
  }
  // Reports nothing where memory mapping was compiled out, which is as good as off.
  db.pragma('mmap_size = 0')
  if (process.platform === 'darwin') db.pragma('checkpoint_fullfsync = ON')
  db.pragma('cache_size = -16384')
}

/** What a pragma is after it was set; one that somebody else stands in the way of stays as it was. */
function setPragma(db: Database, name: string, value: string): unknown {
  try {
    db.pragma(`${name} = ${value}`)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY')) throw error
  }
  return db.pragma(name, { simple: true })
}
