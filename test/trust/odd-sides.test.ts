import { lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { keepBackups } from '../../electron/core/backups/keep-backups.ts'
import { makeBackup } from '../../electron/core/backups/make-backup.ts'
import { backupFolderOf } from '../../electron/core/db/backup-files.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { keepReserve, spendReserve } from '../../electron/core/db/reserve.ts'
import { openSqlite } from '../../electron/core/db/sqlite.ts'
import { addText, anOffice, type Office } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'
import { startHost } from '../support/host-thread.ts'
import { randomFromSeed } from '../support/random.ts'
import { listRuins } from '../support/ruins.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const clock = aClock()
const random = randomFromSeed(seedOr(20_267))
const RUINS = listRuins(random)
const WHOLE = Buffer.from(JSON.stringify({ by: 'Collègue', on: 'poste-2', since: clock.now() }))
const RESERVE_BYTES = 8 * 1024 * 1024
let office: Office
beforeEach(() => {
  office = anOffice('Officier')
  addText(office, 'Le ministre a reçu la délégation.')
  office.shut()
})
afterEach(() => office.close())

/** What opening ends in where only a hand can take away what lies there. */
const IN_THE_WAY: ReadonlySet<string> = new Set([
  '.lock a folder',
  '.lock a link to itself',
  '.holder a folder',
])

describe.each(['.lock', '.reserve', '.holder', '.backups/checked.json'])('%s', (side) => {
  test.each(RUINS)(
    'that is $name costs no text, and the archive opens or says why',
    ({ name, put }) => {
      const file = `${office.path}${side}`
      mkdirSync(path.dirname(file), { recursive: true })
      put(file, WHOLE)
      const isInTheWay = IN_THE_WAY.has(`${side} ${name}`)
      expect(endOfOpening()).toBe(isInTheWay ? 'no-permission' : 'ok')
      if (isInTheWay) rmSync(file, { recursive: true, force: true })
      expect(endOfOpening()).toBe('ok')
    },
  )
})

describe('a lock', () => {
  test.each(RUINS.filter(({ name }) => !/folder|link|pipe/u.test(name)))(
    'that is $name lets one writer in, and still keeps out the second',
    ({ put }) => {
      const file = `${office.path}.lock`
      put(file, WHOLE)
      const opened = openForWriting(office.path, 'Officier', clock)
      expect(opened.ok).toBe(true)
      expect(openForWriting(office.path, 'Autre', clock)).toMatchObject({
        failure: { kind: 'archive-held', by: 'Officier' },
      })
      if (opened.ok) opened.value.close()
    },
  )

  test('that is noise opens no archive where it is left as it is (control)', () => {
    writeFileSync(`${office.path}.lock`, WHOLE)
    const bare = openSqlite(`${office.path}.lock`, {})
    expect(() => bare.exec('BEGIN EXCLUSIVE')).toThrow(/not a database/u)
    bare.close()
  })
})

describe('a reserve', () => {
  test.each(RUINS)('that is $name gives way to one that keeps room', ({ put }) => {
    const file = `${office.path}.reserve`
    put(file, WHOLE)
    keepReserve(office.path)
    const stat = lstatSync(file)
    expect([stat.isFile(), stat.size >= RESERVE_BYTES]).toEqual([true, true])
    expect(spendReserve(office.path)).toBe(true)
    expect(spendReserve(office.path)).toBe(false)
  })

  test('that is there as it was made is left alone (control)', () => {
    keepReserve(office.path)
    const before = lstatSync(`${office.path}.reserve`).ino
    keepReserve(office.path)
    expect(lstatSync(`${office.path}.reserve`).ino).toBe(before)
  })
})

test.each(RUINS)(
  'a note of the last check that is $name keeps no backup from being made',
  async ({ put }) => {
    const asked = { archivePath: office.path, key: null }
    expect(await makeBackup({ ...asked, now: '2026-01-05T09:00:00.000Z' }, 'daily')).toMatchObject({
      ok: true,
    })
    const file = path.join(backupFolderOf(office.path), 'checked.json')
    put(file, Buffer.from('{"day":"2026-01-05","isWhole":true}'))
    // Nothing changed since: the archive is read again, and all is well.
    expect(await keepBackups({ ...asked, now: '2026-01-06T09:00:00.000Z' })).toBeNull()
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ day: '2026-01-06', isWhole: true })
  },
)

test('what ruins lie beside an archive, its host answers', async () => {
  for (let round = 0; round < (isFull ? 20 : 1); round += 1) {
    for (const side of ['.lock', '.reserve', '.holder']) {
      const ruin = random.pick(RUINS.filter(({ name }) => !/folder|link|pipe/u.test(name)))
      ruin?.put(`${office.path}${side}`, WHOLE)
    }
    const host = startHost(office.path)
    expect(await host.dial().call('archive.describe', {})).toMatchObject({
      value: { communiqueCount: 1 },
    })
    await host.close()
  }
})

/** How opening ends; an archive that opens must still hold its text. */
function endOfOpening(): string {
  const opened = openForWriting(office.path, 'Officier', clock)
  if (!opened.ok) return opened.failure.kind
  keepReserve(office.path)
  const row = opened.value.archive
    .prepare<{ count: number }>('SELECT count(*) AS count FROM version')
    .get()
  opened.value.close()
  return row?.count === 1 ? 'ok' : 'lost'
}
