import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import Database from 'better-sqlite3'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { digestOf } from '../system/files.ts'

/**
 * Copies the whole archive to a file that can be opened anywhere, checks the copy, and only
 * then gives it its name. Fails with `file-exists`; leaves nothing behind when it fails.
 */
export function backUpArchive(
  db: ReadableArchive,
  target: string,
): Outcome<{ size: number; digest: string }> {
  if (existsSync(target)) return fail({ kind: 'file-exists', name: target })
  const part = `${target}.part`
  rmSync(part, { force: true })
  try {
    copyInto(db, part)
    requireWhole(part)
    const file = openSync(part, 'r+')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, target)
  } finally {
    rmSync(part, { force: true })
  }
  return succeed({ size: statSync(target).size, digest: digestOf(readFileSync(target)) })
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

function requireWhole(copy: string): void {
  const check = new Database(copy, { readonly: true })
  try {
    const verdict: unknown = check.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error('the copy of an archive is not whole')
  } finally {
    check.close()
  }
}
