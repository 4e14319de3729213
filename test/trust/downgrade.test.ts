import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { MIGRATIONS } from '../../electron/core/db/migrations.ts'
import { openForReading, openForWriting } from '../../electron/core/db/open.ts'
import { digestOf } from '../../electron/core/system/files.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'

const NEWER = MIGRATIONS.length + 1
const refused = {
  ok: false,
  failure: { kind: 'archive-newer', found: NEWER, supported: MIGRATIONS.length },
}

test('an archive of a newer Fonds is refused by name, and no file beside it is made or changed', () => {
  const { folder, file, remove } = aClosedArchive()
  raise(file)
  const before = filesOf(folder)
  expect(Object.keys(before)).toEqual(['archive.fonds'])
  expect(openForWriting(file, 'Officier', aClock())).toEqual(refused)
  expect(openForReading(file, { checked: false })).toEqual(refused)
  for (const verb of [['list'], ['search', 'mot'], ['verify'], ['ingest', 'resources/sample']]) {
    const said = runCli(...verb, '--archive', file)
    expect(said.code).toBe(1)
    expect(said.out).toContain('n’a pas été touchée')
  }
  expect(filesOf(folder)).toEqual(before)
  remove()
})

test('an archive of this very version is opened, and its folder is not as it was (control)', () => {
  const { folder, file, remove } = aClosedArchive()
  const before = filesOf(folder)
  const opened = openForWriting(file, 'Officier', aClock())
  expect(opened.ok).toBe(true)
  expect(filesOf(folder)).not.toEqual(before)
  if (opened.ok) opened.value.close()
  remove()
})

test('a newer Fonds that was cut off just after migrating is recognised by its log', () => {
  const { folder, file, remove } = aClosedArchive()
  const left = path.join(folder, 'left')
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma(`user_version = ${NEWER}`)
  // What a killed process leaves: the file as it was, and the change in the log alone.
  copyFileSync(file, left)
  copyFileSync(`${file}-wal`, `${left}-wal`)
  db.close()
  const before = filesOf(folder, ['left', 'left-wal'])
  expect(openForWriting(left, 'Officier', aClock())).toEqual(refused)
  expect(openForReading(left, { checked: false })).toEqual(refused)
  expect(filesOf(folder, ['left', 'left-wal'])).toEqual(before)
  remove()
})

function aClosedArchive(): {
  readonly folder: string
  readonly file: string
  readonly remove: () => void
} {
  const { folder, remove } = aFolder()
  const file = path.join(folder, 'archive.fonds')
  const opened = openForWriting(file, 'Officier', aClock())
  if (!opened.ok) throw new Error(opened.failure.kind)
  opened.value.close()
  return { folder, file, remove }
}

function raise(file: string): void {
  const db = new Database(file)
  db.pragma(`user_version = ${NEWER}`)
  db.close()
}

/** The digest of every file, or of those named; the lock is ours to take and holds nothing. */
function filesOf(folder: string, names = readdirSync(folder)): Readonly<Record<string, string>> {
  const kept = names.filter((name) => !name.endsWith('.lock'))
  return Object.fromEntries(
    kept.map((name) => [name, digestOf(readFileSync(path.join(folder, name)))]),
  )
}
