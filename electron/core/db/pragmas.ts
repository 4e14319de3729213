import type { Database } from 'better-sqlite3'

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

/** Sets every pragma and reads it back. Throws when one does not hold. */
export function applyPragmas(db: Database): void {
  for (const [name, value, reported] of PRAGMAS) {
    db.pragma(`${name} = ${value}`)
    const found: unknown = db.pragma(name, { simple: true })
    if (found !== reported) throw new Error(`pragma ${name} is ${String(found)}, not ${reported}`)
  }
  // Reports nothing where memory mapping was compiled out, which is as good as off.
  db.pragma('mmap_size = 0')
  if (process.platform === 'darwin') db.pragma('checkpoint_fullfsync = ON')
  db.pragma('cache_size = -16384')
}
