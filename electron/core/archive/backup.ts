import { existsSync, statSync } from 'node:fs'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { writeVerifiedCopy } from '../db/verified-copy.ts'
import { digestOfFile } from '../system/files.ts'

/**
 * Copies the whole archive to a file that can be opened anywhere, checks the copy, and only
 * then gives it its name. Fails with `file-exists`; leaves nothing behind when it fails.
 */
export function backUpArchive(
  db: ReadableArchive,
  target: string,
): Outcome<{ size: number; digest: string }> {
  if (existsSync(target)) return fail({ kind: 'file-exists', name: target })
  writeVerifiedCopy(target, (part) => copyInto(db, part))
  return succeed({ size: statSync(target).size, digest: digestOfFile(target) })
}

/** The copy is a write to SQLite, though not to the archive: a reader must allow it for once. */
function copyInto(db: ReadableArchive, part: string): void {
  const setting = db.prepare<{ query_only: 0 | 1 }>('PRAGMA query_only').get()
  db.prepare('PRAGMA query_only = OFF').run()
  try {
    db.prepare('VACUUM INTO $part').run({ part })
  } finally {
    if (setting?.query_only === 1) db.prepare('PRAGMA query_only = ON').run()
  }
}
