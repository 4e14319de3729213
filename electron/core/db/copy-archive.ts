import { readFileSync, rmSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { writeFileAtomically } from '../system/files.ts'
import { keysPathOf, type DataKey } from './keys.ts'
import { writeVerifiedCopy } from './verified-copy.ts'

/**
 * Copies an open archive to another file, encrypted where it is, together with the keys that open
 * it. The copy has its name only once it was read back whole. `db` must be in no transaction.
 */
export function copyArchive(db: Database.Database, target: string, key: DataKey | null): void {
  // The keys first: a copy that nothing opens would be none.
  if (key !== null) writeFileAtomically(keysPathOf(target), readFileSync(keysPathOf(db.name)))
  writeVerifiedCopy(target, (part) => vacuumInto(db, part), key)
  if (key === null) rmSync(keysPathOf(target), { force: true })
}

/** The copy is a write to SQLite, though not to the archive: a reader must allow it for once. */
function vacuumInto(db: Database.Database, part: string): void {
  const setting = db.pragma('query_only', { simple: true })
  db.pragma('query_only = OFF')
  try {
    db.prepare('VACUUM INTO ?').run(part)
  } finally {
    if (setting === 1) db.pragma('query_only = ON')
  }
}
