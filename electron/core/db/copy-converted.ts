import type { DataKey } from './keys.ts'
import { openSqlite, rekeySqlite } from './sqlite.ts'
import { writeVerifiedCopy } from './verified-copy.ts'

/** What opens a file, and what is to open the copy of it; null for plain. */
export interface Rekeying {
  readonly from: DataKey | null
  readonly to: DataKey | null
}

/**
 * Copies a database that nobody writes to another name, or over itself, under another key. The
 * copy has its name only once it was read back whole.
 */
export function copyConverted(source: string, target: string, { from, to }: Rekeying): void {
  const copyInto = (part: string): void => {
    const db = openSqlite(source, { timeout: 0, readonly: true }, from)
    try {
      db.pragma('temp_store = MEMORY')
      db.prepare('VACUUM INTO ?').run(part)
    } finally {
      db.close()
    }
    if (!isSame(from, to)) rekeySqlite(part, from, to)
  }
  writeVerifiedCopy(target, copyInto, to)
}

const isSame = (a: DataKey | null, b: DataKey | null): boolean =>
  a === b || (a !== null && b !== null && Buffer.compare(a, b) === 0)
