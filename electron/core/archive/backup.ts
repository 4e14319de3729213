import { existsSync, statSync } from 'node:fs'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
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
  db.copyTo(target)
  return succeed({ size: statSync(target).size, digest: digestOfFile(target) })
}
