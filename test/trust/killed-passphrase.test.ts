import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepBackups } from '../../electron/core/backups/keep-backups.ts'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { listBackupFiles } from '../../electron/core/db/backup-files.ts'
import { keysPathOf, unwrapDataKey } from '../../electron/core/db/keys.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { addText } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'
import { anEncryptedOffice, PASSPHRASE } from '../support/encrypted.ts'
import { killAt, startKillable, timeOf, type Moment } from '../support/killable.ts'
import { runProgram } from '../support/program.ts'
import { randomFromSeed } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const SCRIPT = 'test/support/upkeep-process.ts'
const NEXT = 'cinq autres mots au hasard'
const KILLS = isFull ? 20 : 1
const clock = aClock()
const random = randomFromSeed(seedOr(20_269))
const office = anEncryptedOffice()
const own = readFileSync(keysPathOf(office.path))
beforeAll(async () => {
  addText(office, 'Le ministre a reçu la délégation.')
  const asked = { archivePath: office.path, key: office.keys.dataKey }
  for (let backup = 0; backup < 3; backup += 1) {
    await makeBackup({ ...asked, now: clock.now() }, 'manual')
  }
  office.shut()
})
afterAll(() => rmSync(office.folder, { recursive: true }))

test('a change of passphrase that is killed leaves one of the two opening everything', async () => {
  const took = await timeOf(start(copyOf('entier')))
  const drawn = Array.from({ length: KILLS }, () => (took * random.below(1050)) / 1000)
  const moments: readonly ((file: string) => Moment)[] = [
    () => 0,
    (file) => () => !keysOf(file).equals(own),
    (file) => () => listBackupFiles(file).some((backup) => !keysOf(backup.path).equals(own)),
    ...drawn.map((moment) => () => moment),
  ]
  const ends: string[] = []
  for (const [kill, moment] of moments.entries()) {
    const file = copyOf(`change-${kill}`)
    await killAt(start(file), moment(file))
    const isOld = keysOf(file).equals(own)
    ends.push(isOld ? 'old' : 'new')
    const opened = unwrapDataKey(file, isOld ? PASSPHRASE : NEXT)
    if (!opened.ok) throw new Error(opened.failure.kind)
    expect(Buffer.from(opened.value).equals(office.keys.dataKey)).toBe(true)
    expect(unwrapDataKey(file, office.keys.recoveryCode).ok).toBe(true)
    expect(textsIn(file)).toBe(1)
    // Each backup has the keys of before or of now, whole.
    for (const backup of listBackupFiles(file)) {
      expect([own, keysOf(file)].some((keys) => keys.equals(keysOf(backup.path)))).toBe(true)
    }
    // What was cut off is done by the next opening: the old passphrase opens no backup.
    expect(
      (await keepBackups({ archivePath: file, key: opened.value, now: clock.now() }))?.ok,
    ).not.toBe(false)
    expect(listBackupFiles(file).every((backup) => keysOf(backup.path).equals(keysOf(file)))).toBe(
      true,
    )
    expect(
      readdirSync(path.dirname(file)).filter((name) => name.endsWith('.keys.json.part')),
    ).toEqual([])
  }
  expect(new Set(ends)).toEqual(new Set(['old', 'new']))
}, 300_000)

test('keys that are written where they lie are opened by neither once that is killed (control)', async () => {
  const file = copyOf('sans-soin')
  const target = keysPathOf(file)
  await killAt(
    startKillable(SCRIPT, 'keys-without-care', file, target),
    () => statSync(target).size < own.length && statSync(target).size > 0,
  )
  for (const secret of [PASSPHRASE, NEXT, office.keys.recoveryCode]) {
    expect(unwrapDataKey(file, secret)).toMatchObject({ failure: { why: 'keys-damaged' } })
  }
})

const start = (file: string) => startKillable(SCRIPT, 'passphrase', file, PASSPHRASE, NEXT)

const keysOf = (file: string): Buffer => readFileSync(keysPathOf(file))

function copyOf(name: string): string {
  const folder = path.join(office.folder, name)
  mkdirSync(folder)
  for (const side of ['', '.keys.json', '.backups']) {
    if (existsSync(`${office.path}${side}`))
      runProgram('cp', ['-r', `${office.path}${side}`, folder])
  }
  return path.join(folder, path.basename(office.path))
}

function textsIn(file: string): unknown {
  const opened = openForWriting(file, 'Officier', clock, office.keys.dataKey)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const row = opened.value.archive
    .prepare<{ count: number }>('SELECT count(*) AS count FROM version')
    .get()
  opened.value.close()
  return row?.count
}
