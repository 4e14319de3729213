import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { partOf, syncFolder } from '../system/files.ts'
import type { DataKey } from './keys.ts'
import { openSqlite, tellLongPath } from './sqlite.ts'

/**
 * Makes a copy of a database under a name of its own: written beside it, checked whole, synced,
 * and only then named, so that an earlier copy is replaced by nothing less. Only its owner may
 * read it. `copyInto` is handed an empty file, and what it makes opens with `key`. Leaves nothing
 * behind when it throws.
 */
export function writeVerifiedCopy(
  target: string,
  copyInto: (part: string) => void,
  key: DataKey | null = null,
): void {
  const part = partOf(target)
  rmSync(part, { force: true })
  try {
    closeSync(openSync(part, 'wx', 0o600))
    tellLongPath(part, () => copyInto(part))
    requireWhole(part, key)
    syncFile(part)
    renameSync(part, target)
  } finally {
    rmSync(part, { force: true })
  }
  syncFolder(path.dirname(target))
}

function syncFile(part: string): void {
  const file = openSync(part, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Throws as a damaged file does, SQLITE_CORRUPT, where SQLite finds a file not whole. */
export function requireWhole(copy: string, key: DataKey | null): void {
  const check = openSqlite(copy, { readonly: true }, key)
  try {
    const verdict: unknown = check.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') {
      throw Object.assign(new Error('a copy is not whole'), { code: 'SQLITE_CORRUPT' })
    }
  } finally {
    check.close()
  }
}
