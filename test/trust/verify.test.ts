import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findDamagedAnnotations } from '../../electron/core/annotations/find-damaged.ts'
import { verifyArchive, type Finding } from '../../electron/core/archive/integrity.ts'
import { openForReading } from '../../electron/core/db/open.ts'
import { rebuildIndex } from '../../electron/core/search/rebuild-index.ts'
import { addText, anOffice, mark } from '../support/annotated.ts'
import { aFolder } from '../support/archive.ts'
import { runCli } from '../support/cli.ts'
import { randomFromSeed } from '../support/random.ts'
import { seedOr } from '../support/trust-form.ts'

const TEXTS = [
  'La commission a examiné le calendrier des travaux du corridor et confirmé les échéances.',
  'Le ministre a reçu une délégation parlementaire venue présenter son rapport sur la pêche.',
  'Les deux pays ont signé une convention relative au transport maritime et à la sécurité.',
]
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
  tamper(`DROP TRIGGER version_is_immutable; DROP TRIGGER source_file_is_immutable;
    DROP TRIGGER journal_is_append_only_update`)
  const db = new Database(copy)
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
  db.close()
  const found = new Set((await verify()).map((finding) => finding.what))
  expect([...found]).toEqual([what])
})

test('a journal entry that was taken out is found by the one after it', async () => {
  tamper('DROP TRIGGER journal_is_append_only_delete; DELETE FROM journal WHERE seq = 2')
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
  tamper("DROP TRIGGER version_is_immutable; UPDATE version SET text = text || '.' WHERE seq = 2")
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

async function verify(): Promise<readonly Finding[]> {
  const opened = openForReading(copy, { checked: true })
  if (!opened.ok) return [{ what: 'database', id: opened.failure.kind }]
  const { archive, close } = opened.value
  try {
    const steps = verifyArchive(archive, findDamagedAnnotations)
    for (;;) {
      const step = await steps.next()
      if (step.done) return step.value.findings
    }
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
