import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listBackups } from '../../electron/core/backups/keep-backups.ts'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { restoreBackup } from '../../electron/core/backups/restore-backup.ts'
import { backupFolderOf } from '../../electron/core/db/backup-files.ts'
import { createKeys, keysPathOf, unwrapDataKey, writeKeyFile } from '../../electron/core/db/keys.ts'
import { MIGRATIONS } from '../../electron/core/db/migrations.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { digestOf, digestOfFile } from '../../electron/core/system/files.ts'
import type { Outcome } from '../../shared/model/failure.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'
import { PASSPHRASE } from '../support/encrypted.ts'
import { startHost } from '../support/host-thread.ts'

const clock = aClock()
let office: Office
beforeEach(() => {
  office = anOffice('Officier')
  addText(office, 'Le ministre a reçu la délégation.')
})
afterEach(() => office.close())

const backups = (): string => backupFolderOf(office.path)
const inBackups = (name: string): string => path.join(backups(), name)
const backUp = () => makeBackup({ archivePath: office.path, key: null, now: clock.now() }, 'manual')

test.each([
  ['a link that leads nowhere', (file: string) => symlinkSync(`${file}.gone`, file)],
  ['a folder', (file: string) => mkdirSync(file)],
])('%s under the name of a backup is none, and keeps none from being made', async (_what, put) => {
  expect((await backUp()).ok).toBe(true)
  const odd = inBackups('000009.manual.20260101T080000Z.fonds')
  put(odd)
  for (let times = 0; times < 8; times += 1) expect((await backUp()).ok).toBe(true)
  const listed = listBackups(office.path, null)
  expect(listed.map(({ communiqueCount }) => communiqueCount)).toEqual([1, 1, 1, 1, 1])
})

test.each([
  '000009.manual.20269999T999999Z.fonds',
  '999999999999999999999999.manual.20260101T080000Z.fonds',
  '000009.unknown.20260101T080000Z.fonds',
])('a file named %s is no backup, and the others are listed to the officer', async (name) => {
  expect((await backUp()).ok).toBe(true)
  const [real = ''] = readdirSync(backups())
  copyFileSync(inBackups(real), inBackups(name))
  expect((await backUp()).ok).toBe(true)
  office.shut()
  const host = startHost(office.path)
  const listed = await host.dial().call('backup.list', {})
  const names = listed.ok ? listed.value.backups.map((backup) => backup.name) : listed.failure
  await host.close()
  expect(names).toEqual([expect.stringMatching(/^000002\.manual/u), real])
  // Not ours to take away.
  expect(existsSync(inBackups(name))).toBe(true)
})

test('a backup of a newer Fonds, or an empty one, replaces nothing', async () => {
  expect((await backUp()).ok).toBe(true)
  const [real = ''] = readdirSync(backups())
  office.shut()
  const before = digestOfFile(office.path)
  const newer = inBackups('000002.manual.20260101T080000Z.fonds')
  copyFileSync(inBackups(real), newer)
  const db = new Database(newer)
  db.pragma(`user_version = ${MIGRATIONS.length + 1}`)
  db.close()
  writeFileSync(inBackups('000003.manual.20260101T080000Z.fonds'), '')
  const asked = { archivePath: office.path, key: null, secret: null, actor: 'Officier', clock }
  expect(restoreBackup({ ...asked, name: path.basename(newer) })).toMatchObject({
    failure: { kind: 'archive-newer' },
  })
  const empty = { ...asked, name: '000003.manual.20260101T080000Z.fonds' }
  expect(restoreBackup(empty)).toMatchObject({ failure: { kind: 'archive-missing' } })
  expect(digestOfFile(office.path)).toBe(before)
  // The control: one of this version does.
  expect(restoreBackup({ ...asked, name: real }).ok).toBe(true)
  expect(digestOfFile(office.path)).not.toBe(before)
})

test.each(['', 'null', '[]', '{"by":"X","on":"Y","since":"hier"}', '{"by":1}', '\0'.repeat(64)])(
  'a holder file that says %j is told as one that nobody knows',
  (said) => {
    writeFileSync(`${office.path}.holder`, said)
    expect(openForWriting(office.path, 'Collègue', clock)).toEqual({
      ok: false,
      failure: { kind: 'archive-held', by: '', on: '', since: '' },
    })
  },
)

test('keys whose cost scrypt can not take are damaged ones, not a fault of ours', () => {
  const { file } = createKeys(PASSPHRASE)
  writeKeyFile(office.path, file)
  expect(unwrapDataKey(office.path, PASSPHRASE).ok).toBe(true)
  const { format, id } = file
  const slots = file.slots.map((slot) => ({ ...slot, cost: 131_071 }))
  const checksum = digestOf(JSON.stringify([format, id, slots]))
  writeFileSync(keysPathOf(office.path), JSON.stringify({ format, id, slots, checksum }))
  expect(unwrapDataKey(office.path, PASSPHRASE)).toMatchObject({
    failure: { why: 'keys-damaged' },
  })
})

test.each(
  [
    `l'archive "du" cabinet; -- %`,
    'أرشيف\u{202E}sdnof.cod',
    'file:x?mode=memory&cache=shared',
    ' espaces ',
    'insécable\u{A0}',
    'é'.repeat(100),
    ...[230, 240, 246, 255].map((size) => 'n'.repeat(size)),
  ].map((name) => ({ name, size: Buffer.byteLength(name) })),
)(
  'an archive in a folder and under a name as odd as $name ($size bytes) does all or says why',
  async ({ name }) => {
    const folder = path.join(path.dirname(office.path), name)
    mkdirSync(folder)
    const file = path.join(folder, name)
    const host = startHost(file)
    const archive = host.dial()
    const made = await archive.call('vault.prepare-keys', { passphrase: PASSPHRASE })
    const lastGroup = made.ok ? made.value.recoveryCode.slice(-4) : ''
    const outcomes: readonly Outcome<unknown>[] = [
      made,
      await archive.call('archive.describe', {}),
      await archive.call('ingest.offer-samples', {}),
      await archive.call('backup.make', {}),
      await archive.call('vault.encrypt', { lastGroup }),
      await archive.call('archive.describe', {}),
    ]
    await host.close()
    for (const outcome of outcomes) {
      expect(outcome.ok ? 'ok' : outcome.failure.kind).toMatch(/^(?:ok|name-refused)$/u)
    }
    // What is refused leaves nothing of an archive, and nothing of it lies anywhere else.
    expect(readdirSync(folder).every((each) => each.startsWith(name.slice(0, 200)))).toBe(true)
    expect(readFileSync(office.path).length).toBeGreaterThan(0)
  },
)
