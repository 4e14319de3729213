import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { backupFolderOf } from '../../electron/core/db/backup-files.ts'
import { createKeys, writeKeyFile } from '../../electron/core/db/keys.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'
import { PASSPHRASE } from '../support/encrypted.ts'
import { anAccount, type Account } from '../support/other-account.ts'
import { isFull } from '../support/trust-form.ts'

const clock = aClock()
const account = anAccount()
let office: Office
beforeEach(async () => {
  office = anOffice('Officier')
  addText(office, 'Le ministre a reçu la délégation valdorienne.', 'Premier')
  for (let backup = 0; backup < 2; backup += 1) {
    await makeBackup({ archivePath: office.path, key: null, now: clock.now() }, 'manual')
  }
  office.shut()
  account?.give(folder())
})
afterEach(() => office.close())

const as = (): Account => {
  if (account === null) throw new Error('nobody to be')
  return account
}
const folder = (): string => path.dirname(office.path)
/** How it ends when the account tries all of it. */
const look = (act = 'back up'): unknown =>
  JSON.parse(as().run('test/support/closed-files.ts', office.path, act) || '{}')
const say = (verb: string, ...args: readonly string[]): string =>
  as().run('electron/cli/main.ts', verb, '--archive', office.path, ...args)
const ALL = { read: 1, write: 1, backup: 'ok' }

describe.skipIf(account === null)('an officer whose rights do not reach', () => {
  test.each([
    ['the archive', 0o400, () => office.path, 0o600],
    ['its folder', 0o500, () => folder(), 0o700],
  ] as const)(
    'to write %s reads it, and is told that it takes nothing',
    (_what, closed, place, open) => {
      chmodSync(place(), closed)
      const before = namesIn(folder())
      expect(look()).toMatchObject({
        read: 1,
        write: 'archive-read-only',
        backup: 'archive-read-only',
      })
      expect(say('ingest', 'resources/sample')).toMatch(/lecture seule.*rien n’a été changé/u)
      expect(namesIn(folder())).toEqual(before)
      // The control: with the rights back it takes what it is given.
      chmodSync(place(), open)
      expect(look()).toMatchObject(ALL)
    },
  )

  test('to read the archive is told so, and so of an encrypted one, whose keys are not called wrong', () => {
    chmodSync(office.path, 0)
    // Not that it can be read and no more.
    expect(look()).toMatchObject({ read: 'no-permission' })
    expect(say('list')).toContain('Accès refusé')
    writeKeyFile(office.path, createKeys(PASSPHRASE).file)
    as().give(folder())
    expect(look()).toMatchObject({ isEncrypted: true })
    expect(say('list')).toContain('L’archive est chiffrée')
  })

  test('to write the folder of backups works on, and is told that none is made', () => {
    const backups = backupFolderOf(office.path)
    const before = namesIn(backups)
    chmodSync(backups, 0o500)
    expect(look()).toMatchObject({ ...ALL, backup: 'no-permission', backups: [1, 1] })
    expect(say('backup')).toMatch(/Accès refusé.*rien n’a été changé/u)
    expect(namesIn(backups)).toEqual(before)
    chmodSync(backups, 0o700)
    expect(look()).toMatchObject(ALL)
  })

  test('to read one of the backups is shown it with the others, and makes new ones', () => {
    const backups = backupFolderOf(office.path)
    const [first = ''] = namesIn(backups)
    chmodSync(path.join(backups, first), 0)
    expect(look()).toMatchObject({ ...ALL, backups: [1, 1, null] })
    expect(say('restore', first)).toMatch(/Accès refusé|lecture seule/u)
    expect(look('')).toMatchObject({ read: 1, write: 1 })
  })

  test.each(['-wal', '-shm'])(
    'to read %s after a kill is told so, and has all that was saved once they do',
    (side) => {
      expect(look('die')).toEqual({})
      expect(existsSync(`${office.path}${side}`)).toBe(true)
      for (const mode of isFull ? [0o400, 0o200, 0] : [0]) {
        chmodSync(`${office.path}${side}`, mode)
        expect([side, mode, look('')]).toMatchObject([
          side,
          mode,
          { write: expect.stringMatching(/^(?:no-permission|archive-read-only)$/u) },
        ])
      }
      chmodSync(`${office.path}${side}`, 0o600)
      expect(look('')).toMatchObject({ read: 2, write: 2 })
    },
  )

  test('to touch what another account left of a lock is told so', () => {
    const lock = `${office.path}.lock`
    if (process.getuid?.() === 0) chownSync(lock, 0, 0)
    chmodSync(lock, 0o400)
    expect(look('')).toMatchObject({
      read: 1,
      write: expect.stringMatching(/^(?:no-permission|archive-read-only)$/u),
    })
    chmodSync(lock, 0o666)
    expect(look('')).toMatchObject({ read: 1, write: 1 })
  })

  test('to write where a copy should go is told so, and nothing is left there', () => {
    const closed = path.join(folder(), 'ailleurs')
    mkdirSync(closed)
    as().give(closed)
    chmodSync(closed, 0o500)
    const target = path.join(closed, 'copie.zip')
    expect(say('open-copy', '--output', target)).toMatch(/Accès refusé.*rien n’a été changé/u)
    expect(namesIn(closed)).toEqual([])
    // The control.
    chmodSync(closed, 0o700)
    say('open-copy', '--output', target)
    expect(namesIn(closed)).toEqual(['copie.zip'])
  })
})

const namesIn = (place: string): readonly string[] => readdirSync(place).toSorted()
