import {
  copyFileSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { listBackupFiles } from '../../electron/core/db/backup-files.ts'
import { convertArchive } from '../../electron/core/db/convert.ts'
import { isEncrypted } from '../../electron/core/db/inspect.ts'
import {
  createKeys,
  keysPathOf,
  unwrapDataKey,
  writeKeyFile,
  type DataKey,
} from '../../electron/core/db/keys.ts'
import { openForReading, openForWriting } from '../../electron/core/db/open.ts'
import type { ReadableArchive } from '../../electron/core/db/archive-handle.ts'
import { openSqlite } from '../../electron/core/db/sqlite.ts'
import { openDetached } from '../../electron/core/db/open-detached.ts'
import { digestOfFile } from '../../electron/core/system/files.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'
import { anEncryptedOffice, PASSPHRASE } from '../support/encrypted.ts'
import { startHost } from '../support/host-thread.ts'

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

test('an archive behind a link has its keys, its backups and its holder beside the file', async () => {
  office.shut()
  const { folder, remove } = aFolder()
  const link = path.join(folder, 'lien.fonds')
  symlinkSync(office.path, link)
  const host = startHost(link)
  const archive = host.dial()
  const made = await archive.call('vault.prepare-keys', { passphrase: PASSPHRASE })
  const lastGroup = made.ok ? made.value.recoveryCode.slice(-4) : ''
  expect((await archive.call('vault.encrypt', { lastGroup })).ok).toBe(true)
  expect((await archive.call('backup.make', {})).ok).toBe(true)
  expect((await archive.call('archive.describe', {})).ok).toBe(true)
  // Another process, under the other name; and the other way round.
  process.env['FONDS_PASSPHRASE_FILE'] = path.join(folder, 'phrase')
  writeFileSync(process.env['FONDS_PASSPHRASE_FILE'], PASSPHRASE)
  for (const name of [office.path, link]) {
    const told = runCli('ingest', '--archive', name, 'resources/sample')
    expect([told.code, told.out]).toEqual([1, expect.stringContaining('déjà ouverte')])
  }
  await host.close()
  expect(readdirSync(folder).toSorted()).toEqual(['lien.fonds', 'phrase'])
  expect(lstatSync(link).isSymbolicLink()).toBe(true)
  expect(isEncrypted(office.path)).toBe(true)
  expect(listBackupFiles(office.path).length).toBeGreaterThan(0)
  // The control: with nobody else at work, each name does.
  for (const name of [office.path, link]) {
    expect(runCli('verify', '--archive', name)).toMatchObject({ code: 0 })
  }
  delete process.env['FONDS_PASSPHRASE_FILE']
  remove()
})

test('a link that leads nowhere is told as an archive that is not there, and nothing is made', async () => {
  const { folder, remove } = aFolder()
  const link = path.join(folder, 'lien.fonds')
  symlinkSync(path.join(folder, 'disque-debranche', 'archive.fonds'), link)
  const missing = { ok: false, failure: { kind: 'archive-missing' } }
  expect(openForWriting(link, 'Officier', clock)).toEqual(missing)
  expect(openForReading(link, { checked: false })).toEqual(missing)
  const keys = createKeys(PASSPHRASE)
  expect(convertArchive(link, { from: null, to: keys, actor: 'Officier', clock })).toEqual(missing)
  for (const verb of [['ingest', 'resources/sample'], ['list'], ['verify'], ['backup']]) {
    const [name = '', ...rest] = verb
    const told = runCli(name, '--archive', link, ...rest)
    expect([name, told.code, told.out]).toEqual([
      name,
      1,
      expect.stringContaining('Il n’y a pas d’archive'),
    ])
  }
  const host = startHost(link)
  expect(await host.dial().call('archive.describe', {})).toEqual(missing)
  await host.close()
  expect(readdirSync(folder)).toEqual(['lien.fonds'])
  remove()
})

test.each([
  ['a NUL', 'arch\0ive.fonds'],
  ['a NUL in its folder', 'dos\0sier/archive.fonds'],
  ['more signs than any file', `${'a'.repeat(300)}.fonds`],
])('a name with %s is refused in words, and no other file is made', async (_what, name) => {
  const { folder, remove } = aFolder()
  const file = path.join(folder, name)
  const refused = { ok: false, failure: { kind: 'name-refused' } }
  expect(openForWriting(file, 'Officier', clock)).toEqual(refused)
  expect(openForReading(file, { checked: false })).toEqual(refused)
  expect(openDetached(file, null)).toEqual(refused)
  const conversion = { from: null, to: createKeys(PASSPHRASE), actor: 'Officier', clock }
  expect(convertArchive(file, conversion)).toEqual(refused)
  const host = startHost(file)
  expect(await host.dial().call('archive.describe', {})).toEqual(refused)
  await host.close()
  expect(readdirSync(folder)).toEqual([])
  remove()
})

test('links that lead in a circle are refused in words', () => {
  const { folder, remove } = aFolder()
  const [one, two] = [path.join(folder, 'un.fonds'), path.join(folder, 'deux.fonds')]
  symlinkSync(one, two)
  symlinkSync(two, one)
  expect(openForReading(one, { checked: false }).ok).toBe(false)
  const opened = openForWriting(one, 'Officier', clock)
  expect(['archive-missing', 'name-refused']).toContain(opened.ok ? 'ok' : opened.failure.kind)
  expect(readdirSync(folder).toSorted()).toEqual(['deux.fonds', 'un.fonds'])
  remove()
})

test('an encrypted archive whose keys are gone, or are those of another, is not called damaged', async () => {
  const { path: file, folder, keys, shut } = anEncryptedOffice()
  const asked = { archivePath: file, key: keys.dataKey, now: clock.now() }
  await makeBackup(asked, 'manual')
  shut()
  const own = readFileSync(keysPathOf(file))
  const refusals = (key: DataKey | null): readonly unknown[] =>
    [
      openForWriting(file, 'Officier', clock, key),
      openForReading(file, { checked: false, key }),
    ].map((opened) => (opened.ok ? 'ok' : opened.failure))
  const missing = { kind: 'archive-locked', why: 'keys-missing' }
  rmSync(keysPathOf(file))
  const before = digestOfFile(file)
  expect(refusals(keys.dataKey)).toEqual([missing, missing])
  expect(unwrapDataKey(file, PASSPHRASE)).toEqual({ ok: false, failure: missing })
  const other = createKeys(PASSPHRASE)
  writeKeyFile(file, other.file)
  const damaged = { kind: 'archive-locked', why: 'keys-damaged' }
  expect(refusals(other.dataKey)).toEqual([damaged, damaged])
  expect(digestOfFile(file)).toBe(before)
  // The control: with its own keys back, it opens.
  writeFileSync(keysPathOf(file), own)
  const opened = openForWriting(file, 'Officier', clock, keys.dataKey)
  expect(opened.ok).toBe(true)
  if (opened.ok) opened.value.close()
  rmSync(folder, { recursive: true })
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

test('the log of another archive is set aside beside one that was closed, not written over it', () => {
  const other = anOffice('Autre')
  addText(other, 'Un autre texte, d’un autre ministre. '.repeat(300))
  const log = readFileSync(`${other.path}-wal`)
  other.close()
  office.shut()
  const place = (): void => writeFileSync(`${office.path}-wal`, log)
  const strays = (): readonly string[] =>
    readdirSync(path.dirname(office.path)).filter((name) => name.endsWith('.stray'))
  place()
  const reader = openForReading(office.path, { checked: false })
  expect(reader.ok && countTexts(reader.value.archive)).toBe(1)
  if (reader.ok) reader.value.close()
  expect(strays()).toHaveLength(1)
  place()
  expect(shutAfter(office.path)).toBe('ok')
  expect(authorsIn(office.path)).toEqual(['Officier'])
  expect(strays()).toHaveLength(1)
  // The control: SQLite by itself makes the other archive of it.
  const copy = path.join(path.dirname(office.path), 'copie.fonds')
  copyFileSync(office.path, copy)
  writeFileSync(`${copy}-wal`, log)
  const bare = openSqlite(copy, {})
  bare.pragma('journal_mode = WAL')
  expect(bare.prepare('SELECT DISTINCT actor FROM journal').pluck().all()).toEqual(['Autre'])
  bare.close()
})

test.each(['replaced', 'removed'])(
  'an archive that is %s by another program while it is open is kept among its backups',
  (how) => {
    const folder = path.dirname(office.path)
    const other = path.join(folder, 'autre.fonds')
    office.db.copyTo(other)
    addText(office, 'Venu après la copie.')
    if (how === 'replaced') renameSync(other, office.path)
    else rmSync(office.path)
    addText(office, 'Venu encore après.')
    office.shut()
    const [kept] = listBackupFiles(office.path)
    expect(kept?.reason).toBe('replaced')
    const opened = openDetached(kept?.path ?? '', null)
    expect(opened.ok && countTexts(opened.value.archive)).toBe(3)
    if (opened.ok) opened.value.close()
    // The control: what stands in its place knows nothing of them.
    expect(how === 'removed' ? 'ok' : shutAfter(office.path)).toBe('ok')
  },
)

test('an archive that nobody displaced is kept nowhere else', () => {
  office.shut()
  expect(listBackupFiles(office.path)).toEqual([])
})

test('a file where the folder of backups would lie is a failure with words', async () => {
  writeFileSync(`${office.path}.backups`, 'no folder')
  const asked = { archivePath: office.path, key: null, now: clock.now() }
  expect(await makeBackup(asked, 'manual')).toEqual({
    ok: false,
    failure: { kind: 'no-permission' },
  })
})

test('a file where the folder of backups would lie keeps no archive from opening, and is told', async () => {
  office.shut()
  writeFileSync(`${office.path}.backups`, 'no folder')
  const refused = { ok: false, failure: { kind: 'no-permission' } }
  const host = startHost(office.path)
  const archive = host.dial()
  expect(await archive.call('archive.describe', {})).toMatchObject({ ok: true })
  for (const channel of ['backup.list', 'backup.make'] as const) {
    expect([channel, await archive.call(channel, {})]).toEqual([channel, refused])
  }
  expect(await archive.call('backup.restore', { name: 'x', secret: null })).toEqual(refused)
  // The backup of the day, which nobody asked for, is told of too.
  await expect
    .poll(async () => {
      const state = await archive.call('vault.describe', {})
      return state.ok && state.value.backupFailure
    })
    .toBe('no-permission')
  await host.close()
  for (const verb of ['backup', 'backups']) {
    const { code, out } = runCli(verb, '--archive', office.path)
    expect([verb, code, out]).toEqual([verb, 1, expect.stringContaining('Accès refusé')])
  }
})

const countTexts = (db: ReadableArchive): unknown =>
  db.prepare<{ count: number }>('SELECT count(*) AS count FROM version').get()?.count

function authorsIn(file: string): readonly unknown[] {
  const db = openSqlite(file, { readonly: true })
  const authors = db.prepare('SELECT DISTINCT actor FROM journal').pluck().all()
  db.close()
  return authors
}

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
