import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { spawn } from 'node:child_process'
import {
  copyFileSync,
  openSync,
  closeSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openForReading, openForWriting } from '../../../../electron/core/db/open.ts'
import { rebuildIndex } from '../../../../electron/core/search/rebuild-index.ts'
import { addText, anOffice } from '../../../support/annotated.ts'
import { aClock, aFolder, anArchive } from '../../../support/archive.ts'

const open = (file: string) => openForWriting(file, 'Officier', aClock())
const fingerprints = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => !/\.(?:lock|holder)$/u.test(name))
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  )

/** An archive file, closed, with whatever a test does to it. */
function aClosedArchive(): {
  readonly file: string
  readonly folder: string
  readonly remove: () => void
} {
  const { folder, remove } = aFolder()
  const file = path.join(folder, 'archive.fonds')
  const opened = open(file)
  if (!opened.ok) throw new Error(opened.failure.kind)
  opened.value.close()
  return { file, folder, remove }
}

test('every setting that a saved note depends on holds', () => {
  const { archive, path: file, close } = anArchive()
  const setting = (name: string): unknown =>
    Object.values(archive.prepare<Record<string, unknown>>(`PRAGMA ${name}`).get() ?? {})[0]
  expect(setting('journal_mode')).toBe('wal')
  expect(setting('synchronous')).toBe(2)
  expect(setting('temp_store')).toBe(2)
  expect(setting('secure_delete')).toBe(1)
  expect(setting('foreign_keys')).toBe(1)
  expect(setting('trusted_schema')).toBe(0)
  expect(statSync(file).mode & 0o777).toBe(0o600)
  close()
})

test('an index whose number of the format was lost is damage that is told', () => {
  const office = anOffice('Officier')
  addText(office, 'Le ministre a reçu la délégation.')
  rebuildIndex(office.db)
  office.shut()
  const { path: file, close } = office
  const db = new Database(file)
  db.unsafeMode()
  db.prepare("UPDATE version_words_config SET v = 0 WHERE k = 'version'").run()
  db.pragma('journal_mode = WAL')
  db.prepare("UPDATE archive SET created_by = 'Autre'").run()
  // Left as a power cut leaves it, with its log: such an archive is checked as it opens.
  copyFileSync(file, `${file}.cut`)
  copyFileSync(`${file}-wal`, `${file}.cut-wal`)
  db.close()
  expect(open(`${file}.cut`)).toEqual({ ok: false, failure: { kind: 'archive-corrupt' } })
  close()
})

test('a second writer is told who holds the archive, and gets it once it is given up', () => {
  const { path: file, archive, close } = anArchive()
  const second = openForWriting(file, 'Collègue', aClock())
  expect(second).toMatchObject({ ok: false, failure: { kind: 'archive-held', by: 'Officier' } })
  expect(archive.prepare('SELECT count(*) AS n FROM archive').get()).toEqual({ n: 1 })
  close()
})

test('the hold of a process that was killed is free again', async () => {
  const { file, remove } = aClosedArchive()
  const holder = spawn(process.execPath, [
    '--input-type=module-typescript',
    '-e',
    `import { openForWriting } from './electron/core/db/open.ts'
     import { openSystemClock } from './electron/core/system/clock.ts'
     const opened = openForWriting(${JSON.stringify(file)}, 'Autre poste', openSystemClock())
     process.stdout.write(String(opened.ok))
     // Named here, so that what holds the archive stays in use.
     setInterval(() => opened, 1000)`,
  ])
  const said: unknown[] = await once(holder.stdout, 'data')
  expect(String(said[0])).toBe('true')
  const started = performance.now()
  expect(open(file)).toMatchObject({
    ok: false,
    failure: { kind: 'archive-held', by: 'Autre poste' },
  })
  expect(performance.now() - started).toBeLessThan(5000)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const after = open(file)
  expect(after.ok).toBe(true)
  if (after.ok) after.value.close()
  remove()
})

test('an archive of a newer version is refused and not touched', () => {
  const { file, folder, remove } = aClosedArchive()
  const db = new Database(file)
  db.pragma('user_version = 900')
  db.pragma('journal_mode = DELETE')
  db.close()
  const before = fingerprints(folder)
  expect(open(file)).toMatchObject({ ok: false, failure: { kind: 'archive-newer', found: 900 } })
  expect(openForReading(file, { checked: false })).toMatchObject({
    ok: false,
    failure: { kind: 'archive-newer' },
  })
  expect(fingerprints(folder)).toEqual(before)
  remove()
})

test('a file that is no archive is refused and not touched', () => {
  const { folder, remove } = aFolder()
  const text = path.join(folder, 'note.txt')
  writeFileSync(text, 'Ceci est une note.'.repeat(50))
  const other = path.join(folder, 'other.db')
  const db = new Database(other)
  db.exec('CREATE TABLE mine (a)')
  db.close()
  const before = fingerprints(folder)
  for (const file of [text, other, folder]) {
    expect(open(file)).toMatchObject({ ok: false, failure: { kind: 'archive-not-ours' } })
  }
  expect(fingerprints(folder)).toEqual(before)
  remove()
})

test('there is nothing to read where there is no archive', () => {
  const { folder, remove } = aFolder()
  const missing = openForReading(path.join(folder, 'none.fonds'), { checked: false })
  expect(missing).toMatchObject({ ok: false, failure: { kind: 'archive-missing' } })
  expect(readdirSync(folder)).toEqual([])
  remove()
})

test('a damaged schema page is told as damage', () => {
  const { file, remove } = aClosedArchive()
  const handle = openSync(file, 'r+')
  writeSync(handle, Buffer.alloc(4000, 0xa5), 0, 4000, 100)
  closeSync(handle)
  expect(open(file)).toMatchObject({ ok: false, failure: { kind: 'archive-corrupt' } })
  remove()
})

test('an archive that another process is still making is not there yet', () => {
  const { folder, remove } = aFolder()
  const file = path.join(folder, 'archive.fonds')
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  const early = openForReading(file, { checked: false })
  expect(early).toMatchObject({ ok: false, failure: { kind: 'archive-missing' } })
  db.exec('CREATE TABLE mine (a)')
  const foreign = openForReading(file, { checked: false })
  expect(foreign).toMatchObject({ ok: false, failure: { kind: 'archive-not-ours' } })
  db.close()
  remove()
})

test('a folder that is a file is told, not thrown', () => {
  const { folder, remove } = aFolder()
  const file = path.join(folder, 'note.txt')
  writeFileSync(file, 'Ceci est une note.')
  expect(open(path.join(file, 'archive.fonds'))).toMatchObject({
    ok: false,
    failure: { kind: 'no-permission' },
  })
  const reading = openForReading(path.join(file, 'archive.fonds'), { checked: false })
  expect(reading.ok).toBe(false)
  remove()
})
