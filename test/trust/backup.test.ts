import { existsSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createAnnotation } from '../../electron/core/annotations/annotate.ts'
import { keepBackups, listBackups } from '../../electron/core/backups/keep-backups.ts'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { restoreBackup } from '../../electron/core/backups/restore-backup.ts'
import { encryptBackups } from '../../electron/core/backups/convert-backups.ts'
import {
  backupFolderOf,
  listBackupFiles,
  nextBackupPath,
  rotateBackups,
} from '../../electron/core/db/backup-files.ts'
import { convertArchive } from '../../electron/core/db/convert.ts'
import { isEncrypted } from '../../electron/core/db/inspect.ts'
import { createKeys, keysPathOf, type DataKey } from '../../electron/core/db/keys.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'
import { anEncryptedOffice, PASSPHRASE } from '../support/encrypted.ts'
import { startHost } from '../support/host-thread.ts'

const clock = aClock()
const daysAfter = (days: number): string => new Date(Date.UTC(2026, 0, 5 + days, 9)).toISOString()

describe('the backups of an archive', () => {
  let office: Office
  beforeEach(() => {
    office = anOffice('Officier')
    addText(office, 'Le ministre a reçu la délégation.', 'Premier')
  })
  afterEach(() => office.close())

  const of = (now: string) => ({ archivePath: office.path, key: null, now })
  const names = (): readonly string[] => listBackupFiles(office.path).map(({ name }) => name)

  test('are made once a day where something changed, and the newest seven are kept by count', async () => {
    expect((await keepBackups(of(daysAfter(0))))?.ok).toBe(true)
    expect(await keepBackups(of(daysAfter(0)))).toBeNull()
    expect(await keepBackups(of(daysAfter(1)))).toBeNull()
    for (let day = 1; day <= 9; day += 1) {
      addText(office, `Texte du jour ${day}.`)
      expect((await keepBackups(of(daysAfter(day))))?.ok).toBe(true)
    }
    expect(listBackups(office.path, null).map(({ communiqueCount }) => communiqueCount)).toEqual([
      10, 9, 8, 7, 6, 5, 4,
    ])
    expect(
      readdirSync(backupFolderOf(office.path)).filter((name) => !name.endsWith('.fonds')),
    ).toEqual(['checked.json'])
    expect(statSync(backupFolderOf(office.path)).mode & 0o777).toBe(0o700)
  })

  test('are neither missed nor lost where the clock jumps by years, either way', async () => {
    const jumps = [0, 4000, 1, -4000, 2, 3, 9000, 4]
    for (const [at, days] of jumps.entries()) {
      addText(office, `Texte ${at}.`)
      expect((await keepBackups(of(daysAfter(days))))?.ok).toBe(true)
    }
    // Eight were made: the oldest by number went, whatever day it bears.
    expect(listBackups(office.path, null).map(({ communiqueCount }) => communiqueCount)).toEqual([
      9, 8, 7, 6, 5, 4, 3,
    ])
  })

  test('are not replaced by one of an archive that is damaged, which is told', async () => {
    await keepBackups(of(daysAfter(0)))
    const good = names()
    damage(office)
    for (let day = 1; day <= 9; day += 1) {
      addText(office, `Texte du jour ${day}.`)
      expect(await keepBackups(of(daysAfter(day)))).toEqual({
        ok: false,
        failure: { kind: 'archive-corrupt' },
      })
    }
    expect(names()).toEqual(good)
    expect(listBackups(office.path, null)[0]?.communiqueCount).toBe(1)
  })

  test('are left alone while nothing changes, and damage of those days is told on each of them', async () => {
    await keepBackups(of(daysAfter(0)))
    const good = names()
    // The control: the same days, with nothing damaged.
    for (const day of [1, 2, -3000]) expect(await keepBackups(of(daysAfter(day)))).toBeNull()
    damage(office)
    // Once a day, whatever the day before found.
    expect(await keepBackups(of(daysAfter(-3000)))).toBeNull()
    for (const day of [3, 3, 4, 9000]) {
      expect(await keepBackups(of(daysAfter(day)))).toEqual({
        ok: false,
        failure: { kind: 'archive-corrupt' },
      })
    }
    expect(names()).toEqual(good)
    office.shut()
    expect(restore(office.path, good[0] ?? '').ok).toBe(true)
    expect((await keepBackups(of(daysAfter(10))))?.ok).toBe(true)
  })

  test('are left alone too where a page was lost in silence, which is told', async () => {
    addText(office, 'Un texte qui emplit des pages. '.repeat(2000))
    await keepBackups(of(daysAfter(0)))
    expect(await keepBackups(of(daysAfter(1)))).toBeNull()
    office.shut()
    const bytes = readFileSync(office.path)
    const page = bytes.lastIndexOf('emplit des pages') & ~8191
    writeFileSync(office.path, bytes.fill(0, page, page + 8192))
    expect(await keepBackups(of(daysAfter(2)))).toEqual({
      ok: false,
      failure: { kind: 'archive-corrupt' },
    })
  })

  test('go one by one where nobody reads back the damaged ones that replace them (control)', async () => {
    await keepBackups(of(daysAfter(0)))
    const good = names()
    damage(office)
    for (let day = 1; day <= 9; day += 1) {
      office.db.copyTo(nextBackupPath(office.path, 'daily', daysAfter(day)))
      rotateBackups(office.path, 'daily')
    }
    expect(names()).toHaveLength(7)
    expect(names()).not.toContain(good[0])
  })

  test('come back in the place of the archive, and what stood there is kept', async () => {
    await makeBackup(of(daysAfter(0)), 'manual')
    const [name = ''] = names()
    addText(office, 'Venu après la sauvegarde.')
    office.shut()
    expect(restore(office.path, name).ok).toBe(true)
    expect(titlesIn(office.path)).toEqual(['Premier'])
    const replaced = listBackupFiles(office.path)[0]
    expect(replaced?.reason).toBe('replaced')
    expect(titlesIn(replaced?.path ?? '')).toEqual(['Premier', 'Communiqué'])
    // And back again: nothing is lost by restoring.
    expect(restore(office.path, replaced?.name ?? '').ok).toBe(true)
    expect(titlesIn(office.path)).toEqual(['Premier', 'Communiqué'])
    expect(restore(office.path, '../archive.fonds')).toMatchObject({
      failure: { kind: 'not-found' },
    })
  })

  test('come back over an archive that no longer opens, whose log is of no use either', async () => {
    await makeBackup(of(daysAfter(0)), 'manual')
    const [name = ''] = names()
    office.shut()
    const bytes = readFileSync(office.path).fill(0xa5, 0, 8192)
    writeFileSync(office.path, bytes)
    writeFileSync(`${office.path}-wal`, 'nothing that SQLite ever wrote')
    expect(openForWriting(office.path, 'Officier', clock)).toMatchObject({ ok: false })
    expect(restore(office.path, name)).toEqual({ ok: true, value: null })
    expect(titlesIn(office.path)).toEqual(['Premier'])
    const replaced = listBackupFiles(office.path)[0]
    expect(readFileSync(replaced?.path ?? '').equals(bytes)).toBe(true)
    expect(existsSync(`${replaced?.path}-wal`)).toBe(true)
  })

  test('are refused where they are damaged themselves, and the archive stays', async () => {
    await makeBackup(of(daysAfter(0)), 'manual')
    const [backup] = listBackupFiles(office.path)
    const file = backup?.path ?? ''
    writeFileSync(file, readFileSync(file).fill(0xa5, 4096, 16_384))
    office.shut()
    const before = readFileSync(office.path)
    expect(restore(office.path, backup?.name ?? '')).toMatchObject({
      failure: { kind: 'archive-corrupt' },
    })
    expect(readFileSync(office.path).equals(before)).toBe(true)
  })

  test('are encrypted with their archive, made plain with it, and follow its passphrase', async () => {
    await makeBackup(of(daysAfter(0)), 'manual')
    await makeBackup(of(daysAfter(1)), 'manual')
    office.shut()
    const host = startHost(office.path)
    const archive = host.dial()
    const made = await archive.call('vault.prepare-keys', { passphrase: PASSPHRASE })
    const lastGroup = made.ok ? made.value.recoveryCode.slice(-4) : ''
    await archive.call('vault.encrypt', { lastGroup })
    const files = listBackupFiles(office.path).map(({ path: file }) => file)
    expect(files.map(isEncrypted)).toEqual(files.map(() => true))
    await archive.call('vault.change-passphrase', {
      secret: PASSPHRASE,
      passphrase: 'cinq autres mots au hasard',
    })
    const own = readFileSync(keysPathOf(office.path))
    for (const file of files) expect(readFileSync(keysPathOf(file)).equals(own)).toBe(true)
    await archive.call('vault.lock', {})
    const listed = await archive.call('backup.list', {})
    expect(listed).toMatchObject({ value: { backups: [{ communiqueCount: null }, {}] } })
    expect(await archive.call('backup.make', {})).toMatchObject({
      failure: { kind: 'archive-locked' },
    })
    await archive.call('vault.decrypt', { secret: 'cinq autres mots au hasard' })
    expect(listBackupFiles(office.path).map(({ path: file }) => isEncrypted(file))).not.toContain(
      true,
    )
    await host.close()
  })
})

test('a host makes the backup of the day by itself, and restores while its archive is open', async () => {
  const office = anOffice('Officier')
  addText(office, 'Le ministre a reçu la délégation.', 'Premier')
  office.shut()
  const host = startHost(office.path)
  const archive = host.dial()
  expect(await archive.call('archive.describe', {})).toMatchObject({ ok: true })
  await expect.poll(() => listBackupFiles(office.path).length).toBe(1)
  await expect
    .poll(async () => {
      const listed = await archive.call('backup.list', {})
      return listed.ok ? listed.value.backups[0]?.communiqueCount : null
    })
    .toBe(1)
  const name = listBackupFiles(office.path)[0]?.name ?? ''
  expect(await archive.call('ingest.offer-samples', {})).toMatchObject({ ok: true })
  expect(await archive.call('backup.restore', { name, secret: null })).toMatchObject({ ok: true })
  expect(await archive.call('ingest.list-unfinished', {})).toMatchObject({ value: { batches: [] } })
  await host.close()
  office.close()
})

test('a backup in plain comes back encrypted where its archive is, and no word of it stays', async () => {
  const office = anEncryptedOffice()
  const { versionId } = addText(office, 'zibeline-corps', 'zibeline-titre')
  createAnnotation(office.db, office.desk, {
    versionId,
    start: 0,
    end: 8,
    kind: 'comment',
    body: 'zibeline-note',
    tags: [],
    visibility: 'private',
  })
  await makeBackup(
    { archivePath: office.path, key: office.keys.dataKey, now: daysAfter(0) },
    'manual',
  )
  office.shut()
  const [backup] = listBackupFiles(office.path)
  const file = backup?.path ?? ''
  const toPlain = { from: office.keys.dataKey, to: null, actor: 'Officier', clock }
  expect(convertArchive(file, toPlain).ok).toBe(true)
  // The control: it is readable as it lies there.
  expect(readFileSync(file).includes('zibeline-note')).toBe(true)
  const name = backup?.name ?? ''
  expect(restore(office.path, name, office.keys.dataKey).ok).toBe(true)
  expect(isEncrypted(office.path)).toBe(true)
  encryptBackups(office.path, office.keys.dataKey)
  for (const folder of [office.folder, backupFolderOf(office.path)]) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isFile()) continue
      expect(readFileSync(path.join(folder, entry.name)).includes('zibeline')).toBe(false)
    }
  }
  rmSync(office.folder, { recursive: true })
})

test('an encrypted backup beside an archive whose keys are lost opens with its own passphrase', async () => {
  const office = anEncryptedOffice()
  addText(office, 'Le ministre a reçu la délégation.', 'Premier')
  await makeBackup(
    { archivePath: office.path, key: office.keys.dataKey, now: daysAfter(0) },
    'manual',
  )
  office.shut()
  const name = listBackupFiles(office.path)[0]?.name ?? ''
  rmSync(keysPathOf(office.path))
  const asked = { archivePath: office.path, name, key: null, actor: 'Officier', clock }
  expect(restoreBackup({ ...asked, secret: null })).toMatchObject({
    failure: { kind: 'archive-locked', why: 'locked' },
  })
  expect(restoreBackup({ ...asked, secret: createKeys(PASSPHRASE).recoveryCode })).toMatchObject({
    failure: { why: 'wrong-passphrase' },
  })
  expect(restoreBackup({ ...asked, secret: PASSPHRASE })).toEqual({ ok: true, value: null })
  expect(isEncrypted(office.path)).toBe(true)
  expect(titlesIn(office.path, office.keys.dataKey)).toEqual(['Premier'])
  rmSync(office.folder, { recursive: true })
})

/** Changes a text behind everybody's back: SQLite finds nothing wrong, only the digest tells. */
function damage({ db }: Office): void {
  db.prepare('DROP TRIGGER version_is_immutable').run()
  db.prepare('UPDATE version SET text = $text').run({ text: 'Le ministre a refusé.' })
}

function restore(archivePath: string, name: string, key: DataKey | null = null) {
  return restoreBackup({ archivePath, name, key, secret: null, actor: 'Officier', clock })
}

function titlesIn(file: string, key: DataKey | null = null): readonly string[] {
  const opened = openForWriting(file, 'Officier', clock, key)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const rows = opened.value.archive
    .prepare<{ title: string }>('SELECT title FROM communique ORDER BY seq')
    .all()
  opened.value.close()
  return rows.map(({ title }) => title)
}
