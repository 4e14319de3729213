import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDamagedAnnotations } from '../../electron/core/annotations/find-damaged.ts'
import { verifyArchive, type Finding } from '../../electron/core/archive/integrity.ts'
import type { WritableArchive } from '../../electron/core/db/archive-handle.ts'
import { openForReading, openForWriting } from '../../electron/core/db/open.ts'
import { verifyIndex } from '../../electron/core/search/check-index.ts'
import { rebuildIndex } from '../../electron/core/search/rebuild-index.ts'
import { addText, anOffice, mark } from '../support/annotated.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'
import { randomFromSeed } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const TEXTS = [
  'La commission a examiné le calendrier des travaux du corridor et confirmé les échéances.',
  'Le ministre a reçu une délégation parlementaire venue présenter son rapport sur la pêche.',
  'Les deux pays ont signé une convention relative au transport maritime et à la sécurité.',
]
const FLIPS_AT_WORK = isFull ? 2000 : 200
const { folder, remove } = aFolder()
const whole = path.join(folder, 'whole.fonds')
const copy = path.join(folder, 'copy.fonds')

beforeAll(() => {
  const office = anOffice('Officier')
  const [first] = TEXTS.map((text, at) => addText(office, text.repeat(1000), `Communiqué ${at}`))
  if (first) mark(office, first, 'commission', 'Échéance à rappeler en mai')
  // The application does this whenever it opens an archive to write in it.
  rebuildIndex(office.db)
  office.db.prepare('VACUUM INTO ?').run(whole)
  office.close()
})
afterAll(remove)

test('an archive that nobody touched has nothing to tell', async () => {
  tamper('SELECT 1')
  expect(await verify()).toEqual([])
  expect(runCli('verify', '--archive', copy).code).toBe(0)
})

test.each([
  { what: 'version', table: 'version', column: 'text' },
  { what: 'source-file', table: 'source_file', column: 'bytes' },
  { what: 'annotation', table: 'annotation', column: 'body' },
  { what: 'annotation', table: 'annotation_revision', column: 'content' },
  { what: 'journal', table: 'journal', column: 'after' },
])('one changed letter is found in $column of $table', async ({ what, table, column }) => {
  tamper('SELECT 1')
  const { db, guard } = openUnguarded()
  const row = db
    .prepare<[], { value: Buffer | string; seq: number }>(
      `SELECT ${column} AS value, rowid AS seq FROM ${table} WHERE ${column} IS NOT NULL LIMIT 1`,
    )
    .get()
  const bytes = Buffer.from(row?.value ?? '')
  bytes[bytes.lastIndexOf('e')] = 'f'.charCodeAt(0)
  const value = typeof row?.value === 'string' ? bytes.toString('utf8') : bytes
  expect(value).not.toEqual(row?.value)
  db.prepare(`UPDATE ${table} SET ${column} = ? WHERE rowid = ?`).run(value, row?.seq)
  guard()
  const found = new Set((await verify()).map((finding) => finding.what))
  expect([...found]).toEqual([what])
})

test('a journal entry that was taken out is found by the one after it', async () => {
  tamperUnguarded('DELETE FROM journal WHERE seq = 2')
  expect(await verify()).toEqual([{ what: 'journal', id: '3' }])
})

test.each([
  "UPDATE version SET text = ''",
  "UPDATE source_file SET bytes = x''",
  "UPDATE journal SET actor = ''",
  'DELETE FROM journal',
])('the archive itself refuses: %s', (sql) => {
  expect(() => tamper(sql)).toThrow(/immutable|append-only/u)
})

test('the command names what differs and ends with 3', () => {
  tamperUnguarded("UPDATE version SET text = text || '.' WHERE seq = 2")
  const said = runCli('verify', '--archive', copy, '--json')
  expect(said).toMatchObject({ code: 3 })
  expect(said.json()).toMatchObject({ findings: [{ what: 'version' }] })
  expect(runCli('verify', '--archive', copy).out).toMatch(/^Écart : version /u)
})

test('of 400 flipped bits, each that changes a text, an original or a note is reported', async () => {
  const bytes = readFileSync(whole)
  const random = randomFromSeed(seedOr(20_262))
  const before = readContent(whole)
  const [missed, silent]: [number[], number[]] = [[], []]
  let changed = 0
  for (let flip = 0; flip < 400; flip += 1) {
    const damaged = Buffer.from(bytes)
    const at = 100 + random.below(bytes.length - 100)
    damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8))
    writeFileSync(copy, damaged)
    const isReported = await reports()
    const isChanged = readContent(copy) !== before
    if (isChanged) changed += 1
    if (isChanged && !isReported) missed.push(at)
    if (!isReported) silent.push(at)
  }
  process.stdout.write(
    `400 flips: ${400 - silent.length} reported, ${changed} changed what is read, ${missed.length} of these missed\n`,
  )
  expect(missed).toEqual([])
  expect(changed).toBeGreaterThan(100)
}, 120_000)

function tamper(sql: string): void {
  copyFileSync(whole, copy)
  const db = new Database(copy)
  try {
    db.exec(sql)
  } finally {
    db.close()
  }
}

test('of bits flipped in an archive at work, each that changes anything that is read of it is reported', async () => {
  const atWork = path.join(folder, 'at-work.fonds')
  expect(runCli('ingest', '--archive', atWork, 'resources/sample').code).toBe(0)
  const office = openForWriting(atWork, 'Officier', aClock())
  if (!office.ok) throw new Error(office.failure.kind)
  workOn(office.value.archive)
  rmSync(whole)
  office.value.archive.copyTo(whole)
  office.value.close()
  tamper('SELECT 1')
  expect(await verify()).toEqual([])
  const bytes = readFileSync(whole)
  const random = randomFromSeed(seedOr(20_263))
  const before = readAll(whole)
  const missed: string[] = []
  let [changed, told] = [0, 0]
  for (let flip = 0; flip < FLIPS_AT_WORK; flip += 1) {
    const damaged = Buffer.from(bytes)
    const at = 100 + random.below(bytes.length - 100)
    damaged[at] = (damaged[at] ?? 0) ^ (1 << random.below(8))
    writeFileSync(copy, damaged)
    const isReported = await reports()
    const found = readAll(copy)
    const names = [...before].flatMap(([name, rows]) => (found.get(name) === rows ? [] : [name]))
    if (names.length > 0) changed += 1
    if (isReported) told += 1
    if (names.length > 0 && !isReported) missed.push(`${at} ${names.join(' ')}`)
  }
  process.stdout.write(
    `${FLIPS_AT_WORK} flips at work: ${told} reported, ${changed} changed what is read, ${missed.length} of these missed\n`,
  )
  expect(missed).toEqual([])
  expect(changed).toBeGreaterThan(FLIPS_AT_WORK / 10)
}, 600_000)

test('a title that damage made none stops nobody who looks for damage, and is told', async () => {
  tamper('SELECT 1')
  const { db, guard } = openUnguarded()
  // No SQL may put it there: a flipped bit may.
  db.unsafeMode(true)
  db.pragma('writable_schema = ON')
  const sql = String(
    db.prepare("SELECT sql FROM sqlite_schema WHERE name = 'version'").pluck().get(),
  )
  const write = db.prepare("UPDATE sqlite_schema SET sql = ? WHERE name = 'version'")
  write.run(sql.replace(/(\btitle TEXT) NOT NULL/u, '$1'))
  db.pragma('writable_schema = RESET')
  db.exec('UPDATE version SET title = NULL WHERE seq = 1')
  expect(db.prepare('SELECT title FROM version WHERE seq = 1').pluck().get()).toBe(null)
  db.pragma('writable_schema = ON')
  write.run(sql)
  db.pragma('writable_schema = RESET')
  guard()
  expect(await reports()).toBe(true)
})

function tamperUnguarded(sql: string): void {
  tamper('SELECT 1')
  const { db, guard } = openUnguarded()
  db.exec(sql)
  guard()
}

/** The copy without the triggers that refuse a change; `guard` puts them back, and closes it. */
function openUnguarded(): { readonly db: Database.Database; readonly guard: () => void } {
  const db = new Database(copy)
  const triggers = db
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid",
    )
    .all()
  for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  const guard = (): void => {
    for (const { sql } of triggers) db.exec(sql)
    db.close()
  }
  return { db, guard }
}

async function verify(): Promise<readonly Finding[]> {
  const opened = openForReading(copy, { checked: true })
  if (!opened.ok) return [{ what: 'database', id: opened.failure.kind }]
  const { archive, close } = opened.value
  try {
    const steps = verifyArchive(archive, findDamagedAnnotations)
    let step = await steps.next()
    while (step.done !== true) step = await steps.next()
    const words = verifyIndex(archive, 0)
    let word = await words.next()
    while (word.done !== true) word = await words.next()
    const wrong = word.value.map((id) => ({ what: 'search-index' as const, id }))
    return [...step.value.findings, ...wrong]
  } finally {
    close()
  }
}

/** Damage that no reading gets past is told as such. */
async function reports(): Promise<boolean> {
  try {
    return (await verify()).length > 0
  } catch (error) {
    if (error instanceof Database.SqliteError) return true
    throw error
  }
}

function readContent(file: string): string | null {
  const db = new Database(file, { readonly: true })
  try {
    return JSON.stringify([
      db.prepare('SELECT id, text, digest FROM version ORDER BY seq').all(),
      db.prepare('SELECT digest, hex(bytes) FROM source_file ORDER BY digest').all(),
      db.prepare('SELECT id, body, tags FROM annotation ORDER BY seq').all(),
      db.prepare('SELECT id, content FROM annotation_revision ORDER BY seq').all(),
    ])
  } catch {
    return null
  } finally {
    db.close()
  }
}

/** What is derived from the rest: the index of words, and the prints that tell relays. */
const DERIVED = /^(?:version_words|note_words|version_vocabulary|shingle$|sqlite_)/u

/** All that the archive holds, by table, with its schema; nothing of one that can not be read. */
function readAll(file: string): ReadonlyMap<string, string> {
  const db = new Database(file, { readonly: true })
  try {
    const schema = db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all()
    const tables = db
      .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
      .pluck()
      .all()
      .map(String)
      .filter((name) => !DERIVED.test(name))
    const rowsOf = (name: string): string =>
      JSON.stringify(db.prepare(`SELECT * FROM ${name}`).all())
    return new Map([
      ['schema', JSON.stringify(schema)],
      ...tables.map((name): [string, string] => [name, rowsOf(name)]),
    ])
  } catch {
    return new Map()
  } finally {
    db.close()
  }
}

/** A note, a dossier with words, and a saved search: tables that an import leaves empty. */
function workOn(db: WritableArchive): void {
  db.write(() => {
    db.prepare(
      `INSERT INTO dossier (id, state, created_at, created_by)
       VALUES ('dossier-1', 1, '2026-01-05T08:00:00.000Z', 'Officier')`,
    ).run()
    db.prepare(
      `INSERT INTO dossier_item (dossier_seq, id, kind, words, level)
       VALUES (1, 'item-1', 'note', $words, NULL)`,
    ).run({ words: 'À reprendre avant la réunion. '.repeat(200) })
    db.prepare(
      `INSERT INTO dossier_state (dossier_seq, number, title, description, marking, deleted, outline, changed_at, changed_by)
       VALUES (1, 1, 'Remise au cabinet', $words, '', 0, '["item-1"]', '2026-01-05T08:00:00.000Z', 'Officier')`,
    ).run({ words: 'Pour la réunion de mardi. '.repeat(200) })
    db.prepare(
      `INSERT INTO saved_search (id, name, query, filter, last_seen, created_at, created_by)
       VALUES ('search-1', 'Convention', 'convention', '{}', 0, '2026-01-05T08:00:00.000Z', 'Officier')`,
    ).run()
  })
}
