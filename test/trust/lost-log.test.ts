import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createKeys, writeKeyFile, type NewKeys } from '../../electron/core/db/keys.ts'
import type { ReadableArchive } from '../../electron/core/db/archive-handle.ts'
import { findLostLog } from '../../electron/core/db/lost-log.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { openSqlite } from '../../electron/core/db/sqlite.ts'
import { addText, anOffice } from '../support/annotated.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'
import { startDialogue } from '../support/dialogue.ts'
import { PASSPHRASE } from '../support/encrypted.ts'
import { startHost } from '../support/host-thread.ts'
import { randomFromSeed } from '../support/random.ts'
import { seedOr } from '../support/trust-form.ts'

const clock = aClock()
const { folder, remove } = aFolder()
const keys = createKeys(PASSPHRASE)
const killed = { plain: path.join(folder, 'plain'), encrypted: path.join(folder, 'encrypted') }
const random = randomFromSeed(seedOr(1709))
let foreign: Buffer

/** How many numbers a program saves before it is killed; no checkpoint comes between. */
const SAVES = 40

beforeAll(async () => {
  await killAfterSaving(killed.plain, null)
  await killAfterSaving(killed.encrypted, keys)
  const other = anOffice('Autre')
  addText(other, 'Un autre texte, d’un autre ministre. '.repeat(300))
  foreign = readFileSync(`${other.path}-wal`)
  other.close()
})
afterAll(remove)

type Kind = keyof typeof killed

const DAMAGE: readonly (readonly [string, 'removed' | 'cut' | 'foreign', (log: string) => void])[] =
  [
    ['removed', 'removed', (log) => rmSync(log)],
    [
      'cut anywhere',
      'cut',
      (log) => truncateSync(log, 1 + random.below(readFileSync(log).length - 1)),
    ],
    ['cut by its last byte', 'cut', (log) => truncateSync(log, readFileSync(log).length - 1)],
    ['replaced by that of another archive', 'foreign', (log) => writeFileSync(log, foreign)],
  ]

test.each(
  (['plain', 'encrypted'] as const).flatMap((kind) =>
    DAMAGE.map(([what, loss, damage]) => ({ kind, what, loss, damage })),
  ),
)('a log that was $what after a kill is told, and once: $kind', async ({ kind, loss, damage }) => {
  const { file, key } = aCopy(kind)
  damage(`${file}-wal`)
  const before = existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : null
  const opened = openForWriting(file, 'Officier', clock, key)
  if (!opened.ok) throw new Error(opened.failure.kind)
  expect(opened.value.logLoss).toBe(loss)
  // What is there is this archive's own: an earlier number, or none.
  expect(numberIn(opened.value.archive)).toMatch(/^(?:\d+|Officier)$/u)
  expect(numberIn(opened.value.archive)).not.toBe(String(SAVES))
  expect(opened.value.archive.prepare('SELECT id FROM version').all()).toEqual([])
  opened.value.close()
  expect(asideOf(file)).toEqual(before ? [before] : [])
  const again = openForWriting(file, 'Officier', clock, key)
  expect(again.ok && again.value.logLoss).toBe(null)
  if (again.ok) again.value.close()
})

test('each bit flipped in the log of a killed program is told, in a plain archive', () => {
  for (let flip = 0; flip < 60; flip += 1) {
    const { file } = aCopy('plain')
    const log = readFileSync(`${file}-wal`)
    const at = random.below(log.length)
    // The number of checkpoints and the version bind nothing but the sum of the header, which tells.
    log[at] = (log[at] ?? 0) ^ (1 << random.below(8))
    writeFileSync(`${file}-wal`, log)
    expect([at, findLostLog(file)]).not.toEqual([at, null])
  }
})

test.each(['plain', 'encrypted'] as const)(
  'a log that nobody touched after a kill has nothing to tell, and nothing is missing: %s (control)',
  (kind) => {
    const { file, key } = aCopy(kind)
    expect(findLostLog(file)).toBe(null)
    const opened = openForWriting(file, 'Officier', clock, key)
    if (!opened.ok) throw new Error(opened.failure.kind)
    expect(opened.value.logLoss).toBe(null)
    expect(numberIn(opened.value.archive)).toBe(String(SAVES))
    opened.value.close()
  },
)

test('SQLite alone opens what is left without a word, even the text of another archive (control)', () => {
  for (const [what, loss, damage] of DAMAGE) {
    const { file } = aCopy('plain')
    damage(`${file}-wal`)
    const db = openSqlite(file, {})
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    const found: unknown = db.prepare('SELECT created_by FROM archive').pluck().get()
    expect([what, found]).not.toEqual([what, String(SAVES)])
    const texts: unknown = db.prepare('SELECT count(*) FROM version').pluck().get()
    expect([what, texts]).toEqual([what, loss === 'foreign' ? 1 : 0])
    db.close()
  }
})

test('without the index that the killed program left, nothing is told: so it is after a power cut', () => {
  for (const [what, , damage] of DAMAGE) {
    const { file } = aCopy('plain')
    damage(`${file}-wal`)
    rmSync(`${file}-shm`)
    expect([what, findLostLog(file)]).toEqual([what, null])
  }
})

test('a log that was emptied is not told: a checkpoint empties it too', () => {
  const { file } = aCopy('plain')
  truncateSync(`${file}-wal`, 0)
  expect(findLostLog(file)).toBe(null)
})

test('an index that is older than its log, as a power cut leaves it, is believed nothing', () => {
  const { file } = aCopy('plain')
  const older = readFileSync(`${file}-shm`)
  const opened = openForWriting(file, 'Officier', clock)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { archive } = opened.value
  archive.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  archive.prepare('UPDATE archive SET created_by = $number').run({ number: '99' })
  const cut = path.join(folder, 'cut.fonds')
  for (const side of ['', '-wal']) copyFileSync(`${file}${side}`, `${cut}${side}`)
  opened.value.close()
  writeFileSync(`${cut}-shm`, older)
  expect(findLostLog(cut)).toBe(null)
  const again = openForWriting(cut, 'Officier', clock)
  expect(again.ok && numberIn(again.value.archive)).toBe('99')
  if (again.ok) again.value.close()
})

test('the officer is told, by the window as by the command that only reads, and the journal keeps it', async () => {
  const { file } = aCopy('plain')
  rmSync(`${file}-wal`)
  expect(runCli('list', '--archive', file)).toMatchObject({ code: 0 })
  const host = startHost(file)
  const archive = host.dial()
  expect(await archive.call('archive.describe', {})).toMatchObject({
    ok: true,
    value: { logLoss: { loss: 'removed' } },
  })
  await host.close()
  expect(runCli('verify', '--archive', file)).toMatchObject({ code: 0 })
  // The control: where nothing was lost, nothing is said.
  const whole = aCopy('plain').file
  const other = startHost(whole)
  expect(await other.dial().call('archive.describe', {})).toMatchObject({
    value: { logLoss: null },
  })
  await other.close()
})

/** An archive whose program was killed just after it saved `SAVES`. */
async function killAfterSaving(place: string, own: NewKeys | null): Promise<void> {
  mkdirSync(place)
  const file = path.join(place, 'archive.fonds')
  if (own) writeKeyFile(file, own.file)
  const hex = own ? Buffer.from(own.dataKey).toString('hex') : ''
  const made = openForWriting(file, 'Officier', clock, own?.dataKey ?? null)
  if (made.ok) made.value.close()
  const writer = startDialogue('test/support/ordered-writer.ts', file, hex)
  for (let number = 1; number <= SAVES; number += 1) {
    expect(await writer.ask(`save ${number}`)).toBe('saved')
  }
  await writer.kill()
}

let copies = 0
function aCopy(kind: Kind): { readonly file: string; readonly key: Uint8Array | null } {
  const place = path.join(folder, `copy-${(copies += 1)}`)
  cpSync(killed[kind], place, { recursive: true })
  return {
    file: path.join(place, 'archive.fonds'),
    key: kind === 'encrypted' ? keys.dataKey : null,
  }
}

const numberIn = (db: ReadableArchive): unknown =>
  db.prepare<{ number: string }>('SELECT created_by AS number FROM archive').get()?.number

/** The logs that were kept under names of their own. */
function asideOf(file: string): readonly Buffer[] {
  const place = path.dirname(file)
  return readdirSync(place)
    .filter((name) => name.endsWith('.stray'))
    .map((name) => readFileSync(path.join(place, name)))
}
