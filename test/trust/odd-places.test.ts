import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'

const clock = aClock()
let office: Office
beforeEach(() => {
  office = anOffice('Officier')
  addText(office, 'Le ministre a reçu la délégation.')
})
afterEach(() => office.close())

test('an archive that is opened by a link has the same writer as under its own name', () => {
  const link = path.join(path.dirname(office.path), 'lien.fonds')
  symlinkSync(office.path, link)
  expect(openForWriting(link, 'Autre', clock)).toMatchObject({
    ok: false,
    failure: { kind: 'archive-held', by: 'Officier' },
  })
  office.shut()
  // The control: once nobody holds it, the link opens it.
  expect(shutAfter(link)).toBe('ok')
})

test.each(['-wal', '-journal', '.lock', '.holder', '.part'])(
  'a folder where %s would lie is a failure with words, and the archive opens once it is gone',
  (side) => {
    office.shut()
    const odd = `${office.path}${side}`
    rmSync(odd, { force: true })
    mkdirSync(odd)
    expect(shutAfter(office.path)).toBe('no-permission')
    rmSync(odd, { recursive: true })
    expect(shutAfter(office.path)).toBe('ok')
  },
)

test.each(['-wal', '-shm', '-journal', '.holder', '.part', '.reserve', '.keys.json'])(
  'garbage in %s loses nothing',
  (side) => {
    office.shut()
    writeFileSync(`${office.path}${side}`, 'nothing that anybody wrote '.repeat(400))
    expect(shutAfter(office.path)).toBe('ok')
  },
)

test('a file where the folder of backups would lie is a failure with words', async () => {
  writeFileSync(`${office.path}.backups`, 'no folder')
  const asked = { archivePath: office.path, key: null, now: clock.now() }
  expect(await makeBackup(asked, 'manual')).toEqual({
    ok: false,
    failure: { kind: 'no-permission' },
  })
})

/** How opening ends; an archive that opens must still hold its text. */
function shutAfter(file: string): string {
  const opened = openForWriting(file, 'Officier', clock)
  if (!opened.ok) return opened.failure.kind
  const row = opened.value.archive
    .prepare<{ count: number }>('SELECT count(*) AS count FROM version')
    .get()
  opened.value.close()
  return row?.count === 1 ? 'ok' : 'lost'
}
