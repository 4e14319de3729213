import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { findDamagedAnnotations } from '../../electron/core/annotations/find-damaged.ts'
import { verifyArchive } from '../../electron/core/archive/integrity.ts'
import { listBackupFiles, sweepBackups } from '../../electron/core/db/backup-files.ts'
import { createKeys, writeKeyFile, type DataKey } from '../../electron/core/db/keys.ts'
import { MIGRATIONS } from '../../electron/core/db/migrations.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { openSqlite } from '../../electron/core/db/sqlite.ts'
import { requireWhole } from '../../electron/core/db/verified-copy.ts'
import { aClock, aFolder } from '../support/archive.ts'
import { PASSPHRASE } from '../support/encrypted.ts'
import { writeFirstArchive } from '../support/first-archive.ts'
import { killAt, startKillable, timeOf } from '../support/killable.ts'
import { randomFromSeed } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const KILLS = isFull ? 40 : 6
const WRITER = 'test/support/cut-writer.ts'
const MINUTES = 60_000
const clock = aClock()
const random = randomFromSeed(seedOr(20_266))
const { folder, remove } = aFolder()
afterAll(remove)

test.each(['plain', 'encrypted'] as const)(
  'of a desk that is killed while notes are written, each note said to be saved is there: %s',
  async (kind) => {
    const keys = kind === 'plain' ? null : createKeys(PASSPHRASE)
    const key = keys ? Buffer.from(keys.dataKey) : null
    const said: number[] = []
    for (let kill = 0; kill < KILLS; kill += 1) {
      const file = path.join(aPlace(`notes-${kind}-${kill}`), 'archive.fonds')
      const told = path.join(path.dirname(file), 'said')
      if (keys) writeKeyFile(file, keys.file)
      const wanted = 1 + random.below(120)
      await killAt(
        startKillable(WRITER, file, told, '400', 'FULL', key?.toString('hex') ?? ''),
        () => lastSaid(told) >= wanted,
      )
      said.push(lastSaid(told))
      const { last, loss, notes, steps, entries, findings } = await stateOf(file, key)
      expect(last).toBeGreaterThanOrEqual(said.at(-1) ?? 0)
      // A kill alone takes nothing from the log.
      expect({ loss, notes, steps, entries, findings }).toEqual({
        loss: null,
        notes: last,
        steps: last,
        entries: last,
        findings: [],
      })
    }
    // Kills before the first note or after the last would prove nothing.
    expect(said.filter((last) => last > 0 && last < 400)).toHaveLength(KILLS)
  },
  5 * MINUTES,
)

test(
  'a migration that is killed leaves the archive of before or of after, and what was copied first is whole',
  async () => {
    const texts = Array.from(
      { length: 400 },
      (_, at) => `Texte ${at}. ${'Le ministre a reçu la délégation valdorienne. '.repeat(60)}`,
    )
    const first = path.join(aPlace('premier'), 'archive.fonds')
    writeFirstArchive(first, texts)
    const before = textsIn(first)
    const copy = (name: string): string => {
      const file = path.join(aPlace(name), 'archive.fonds')
      copyFileSync(first, file)
      return file
    }
    const took = await timeOf(started(copy('entier')))
    const ends: number[] = []
    for (let kill = 0; kill < KILLS + 2; kill += 1) {
      const file = copy(`migration-${kill}`)
      const aimed = [0, () => listBackupFiles(file).length > 0][kill]
      await killAt(started(file), aimed ?? (took * random.below(1100)) / 1000)
      for (const { path: backup } of listBackupFiles(file)) {
        expect(textsIn(backup)).toEqual(before)
        expect(versionOf(backup)).toBe(1)
      }
      ends.push(versionOf(file))
      expect([1, MIGRATIONS.length]).toContain(ends.at(-1))
      expect(textsIn(file)).toEqual(before)
      const opened = openForWriting(file, 'Officier', clock)
      if (!opened.ok) throw new Error(opened.failure.kind)
      opened.value.close()
      sweepBackups(file)
      requireWhole(file, null)
      expect(textsIn(file)).toEqual(before)
      expect(versionOf(file)).toBe(MIGRATIONS.length)
      expect(listBackupFiles(file).length).toBeGreaterThan(0)
    }
    expect(ends).toContain(1)
  },
  5 * MINUTES,
)

interface DeskState extends Record<'notes' | 'steps' | 'entries' | 'last', number> {
  readonly findings: readonly unknown[]
  readonly loss: unknown
}

/** The notes of an archive, their steps and journal entries, and what is not as it was recorded. */
async function stateOf(file: string, key: DataKey | null): Promise<DeskState> {
  const opened = openForWriting(file, 'Officier', clock, key)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { archive, close } = opened.value
  const row = archive
    .prepare<Omit<DeskState, 'findings' | 'loss'>>(
      `SELECT count(*) AS notes, coalesce(max(CAST(substr(body, 6) AS INTEGER)), 0) AS last,
         (SELECT count(DISTINCT annotation_seq) FROM annotation_revision) AS steps,
         (SELECT count(*) FROM journal WHERE action = 'annotation.create') AS entries
       FROM annotation`,
    )
    .get()
  const checking = verifyArchive(archive, findDamagedAnnotations)
  let step = await checking.next()
  while (step.done !== true) step = await checking.next()
  close()
  if (!row) throw new Error('no row')
  return { ...row, findings: step.value.findings, loss: opened.value.logLoss }
}

function aPlace(name: string): string {
  const place = path.join(folder, name)
  mkdirSync(place)
  return place
}

const started = (file: string) => startKillable('test/support/migrating-process.ts', file)

const lastSaid = (told: string): number =>
  existsSync(told) ? Number(readFileSync(told, 'utf8')) : 0

function textsIn(file: string): unknown {
  return read(file, 'SELECT id, text, digest FROM version ORDER BY seq')
}

const versionOf = (file: string): number => {
  const [row] = read(file, 'SELECT user_version AS version FROM pragma_user_version')
  return Number(Object.values(row ?? {})[0])
}

function read(file: string, sql: string): readonly object[] {
  const db = openSqlite(file, { fileMustExist: true })
  try {
    return db.prepare<[], object>(sql).all()
  } finally {
    db.close()
  }
}
