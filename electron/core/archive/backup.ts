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
    // The copy is a write to SQLite, though not to the archive.
    db.prepare('PRAGMA query_only = OFF').run()
    db.prepare('VACUUM INTO $part').run({ part })
    requireWhole(part)
    const file = openSync(part, 'r+')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(part, target)
  } finally {
    db.prepare('PRAGMA query_only = ON').run()
    rmSync(part, { force: true })
  }
  return succeed({ size: statSync(target).size, digest: digestOf(readFileSync(target)) })
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
