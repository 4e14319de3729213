import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { unwrapDataKey } from '../../electron/core/db/keys.ts'
import { openForReading, openForWriting } from '../../electron/core/db/open.ts'
import { digestOfFile } from '../../electron/core/system/files.ts'
import { aClock, aFolder } from '../support/archive.ts'

test('a driver without ciphers says so of an encrypted archive, and leaves it untouched', () => {
  const { folder, remove } = aFolder()
  const file = path.join(folder, 'archive.fonds')
  makeEncrypted(file)
  expect(readFileSync(file).subarray(0, 6).toString('latin1')).not.toBe('SQLite')
  const before = digestOfFile(file)

  const locked = { ok: false, failure: { kind: 'archive-locked', why: 'locked' } }
  expect(openForReading(file, { checked: false })).toEqual(locked)
  expect(openForWriting(file, 'Officier', aClock())).toEqual(locked)
  const key = unwrapDataKey(file, 'une phrase assez longue')
  if (!key.ok) throw new Error(key.failure.kind)
  const unsupported = { ok: false, failure: { kind: 'archive-locked', why: 'unsupported' } }
  expect(openForReading(file, { checked: false, key: key.value })).toEqual(unsupported)
  expect(openForWriting(file, 'Officier', aClock(), key.value)).toEqual(unsupported)
  expect(digestOfFile(file)).toBe(before)
  remove()
})

/** Made by a process of its own, which has the driver with ciphers. */
function makeEncrypted(file: string): void {
  const program = `
    import { createKeys, writeKeyFile } from './electron/core/db/keys.ts'
    import { openForWriting } from './electron/core/db/open.ts'
    import { openSystemClock } from './electron/core/system/clock.ts'
    const keys = createKeys('une phrase assez longue')
    writeKeyFile(${JSON.stringify(file)}, keys.file)
    const opened = openForWriting(${JSON.stringify(file)}, 'Officier', openSystemClock(), keys.dataKey)
    if (!opened.ok) throw new Error(opened.failure.kind)
    opened.value.close()`
  execFileSync(process.execPath, ['--input-type=module', '-e', program])
}
