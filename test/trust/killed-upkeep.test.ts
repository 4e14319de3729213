import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { afterAll, describe, expect, test } from 'vitest'
import { unpackBundle } from '../../electron/core/annotations/bundle.ts'
import { reviseAnnotation } from '../../electron/core/annotations/annotate.ts'
import { findOrCreateAuthority, addAuthorityName } from '../../electron/core/archive/authorities.ts'
import { findBrokenEntries } from '../../electron/core/archive/journal.ts'
import type { ReadableArchive } from '../../electron/core/db/archive-handle.ts'
import { openForWriting } from '../../electron/core/db/open.ts'
import { addText, anOffice, bundleOf, mark, type Office } from '../support/annotated.ts'
import { aClock } from '../support/archive.ts'
import { killAt, startKillable, timeOf, type Moment } from '../support/killable.ts'
import { wordsInFolder } from '../support/planted.ts'
import { hasProgram, runProgram } from '../support/program.ts'
import { randomFromSeed } from '../support/random.ts'
import { isFull, seedOr } from '../support/trust-form.ts'

const SCRIPT = 'test/support/upkeep-process.ts'
const MINUTES = 60_000
const MENTIONS = 20_000
const NAMES = 150
const NOTES = 60
/** Kills at drawn moments, beside those that are aimed. */
const KILLS = isFull ? 25 : 1
const MOST_KILLS = KILLS + 8
const clock = aClock()
const random = randomFromSeed(seedOr(20_268))
const removals: (() => void)[] = []
afterAll(() => {
  for (const remove of removals) remove()
})

/** The moments of one act: at once, and drawn ones of the time that it took. */
const momentsOf = (took: number): readonly Moment[] => [
  0,
  ...Array.from({ length: KILLS }, () => (took * random.below(1100)) / 1000),
]

type Kill<State> = (moment: Moment, kill: number) => Promise<State>

/** What each kill left; where all came too late, for machines are shared, more are tried at once. */
async function killUntil<State>(took: number, early: State, kill: Kill<State>): Promise<State[]> {
  const found: State[] = []
  const moments = momentsOf(took)
  while (found.length < moments.length || (found.length < MOST_KILLS && !isIn(found, early))) {
    found.push(await kill(moments[found.length] ?? 0, found.length))
  }
  return found
}

/** Kills a work without care at several shares of its time: which kill left neither end, or 0. */
async function killSlowly(
  took: number,
  ends: readonly unknown[],
  kill: Kill<unknown>,
): Promise<number> {
  for (const [index, share] of SHARES.entries()) {
    if (!isIn(ends, await kill(took * share, index))) return index + 1
  }
  return 0
}

const SHARES = [0.3, 0.5, 0.2, 0.6, 0.4, 0.1]
const isIn = (states: readonly unknown[], one: unknown): boolean =>
  states.some((state) => isDeepStrictEqual(state, one))

describe('the merge of two records', () => {
  test(
    'that is killed leaves both as they were, or one with all that the other had',
    async () => {
      const { office, keptId, mergedId } = aPairOfRecords()
      const start = (file: string) => startKillable(SCRIPT, 'authorities', file, keptId, mergedId)
      const before = stateOfRecords(copyOf(office, 'avant'))
      const whole = copyOf(office, 'entier')
      const took = await timeOf(start(whole))
      const after = stateOfRecords(whole)
      expect(after).not.toEqual(before)
      const found = await killUntil(took, before, async (moment, kill) => {
        const file = copyOf(office, `fusion-${kill}`)
        await killAt(start(file), moment)
        return stateOfRecords(file)
      })
      for (const state of found) expect([before, after]).toContainEqual(state)
      expect(found).toContainEqual(before)

      // The control: statement by statement the same kill leaves one with a part of the other.
      const loose = 'authorities-without-care'
      const startLoosely = (file: string) => startKillable(SCRIPT, loose, file, keptId, mergedId)
      const tookSlowly = await timeOf(startLoosely(copyOf(office, 'lent')))
      const halves = await killSlowly(tookSlowly, [before, after], async (moment, kill) => {
        const file = copyOf(office, `sans-soin-${kill}`)
        await killAt(startLoosely(file), moment)
        return stateOfRecords(file)
      })
      expect(halves).toBeGreaterThan(0)
    },
    5 * MINUTES,
  )
})

describe('the erasure of deleted notes', () => {
  test(
    'that is killed erases all of them or none, and of those erased no word is left once it opens',
    async () => {
      const { office, words } = anOfficeWithDeletedNotes()
      const before = stateOfNotes(copyOf(office, 'notes-avant'))
      const whole = copyOf(office, 'notes-entier')
      const took = await timeOf(startKillable(SCRIPT, 'erase', whole))
      const after = stateOfNotes(whole)
      expect([before, after]).toEqual([
        { deleted: NOTES, erased: 0, broken: 0 },
        { deleted: 0, erased: NOTES, broken: 0 },
      ])
      const killAct = async (act: string, moment: Moment, name: string): Promise<unknown> => {
        const file = copyOf(office, name)
        await killAt(startKillable(SCRIPT, act, file), moment)
        const state = stateOfNotes(file)
        const left = wordsInFolder(path.dirname(file), words)
        expect(left).toEqual(isDeepStrictEqual(state, after) ? [] : words)
        return state
      }
      const found = await killUntil(took, before, (moment, kill) =>
        killAct('erase', moment, `effacement-${kill}`),
      )
      for (const state of found) expect([before, after]).toContainEqual(state)
      expect(found).toContainEqual(before)
      // And between the erasure and the emptying of the log, where the words still stand.
      expect(await killAct('purge', 0, 'vidage')).toEqual(after)

      // The control: statement by statement the same kill erases some.
      const loose = 'erase-without-care'
      const tookSlowly = await timeOf(startKillable(SCRIPT, loose, copyOf(office, 'notes-lent')))
      const halves = await killSlowly(tookSlowly, [before, after], async (moment, kill) => {
        const file = copyOf(office, `notes-sans-soin-${kill}`)
        await killAt(startKillable(SCRIPT, loose, file), moment)
        return stateOfNotes(file)
      })
      expect(halves).toBeGreaterThan(0)
    },
    5 * MINUTES,
  )
})

describe('a file that leaves', () => {
  test(
    'and is killed as it is written over an older one leaves the older or the new one, whole',
    async () => {
      const { office } = anOfficeWithDeletedNotes()
      const older = readFileSync(writeBundle(office, 'ancien.zip'))
      mark(office, addText(office, 'Un texte de plus.'), 'texte de plus', 'Venue après')
      office.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
      const made = copyOf(office, 'neuf')
      const start = (file: string, target: string) => startKillable(SCRIPT, 'bundle', file, target)
      const fresh = `${made}.zip`
      const took = await timeOf(start(made, fresh))
      const counts = await Promise.all([countIn(older), countIn(readFileSync(fresh))])
      expect(counts).toEqual([NOTES, NOTES + 1])
      const found = await killUntil(took, NOTES, async (moment, kill) => {
        const file = copyOf(office, `lot-${kill}`)
        copyFileSync(path.join(path.dirname(office.path), 'ancien.zip'), `${file}.zip`)
        await killAt(start(file, `${file}.zip`), moment)
        return countIn(readFileSync(`${file}.zip`))
      })
      for (const count of found) expect(counts).toContain(count)
      expect(found).toContain(NOTES)

      // The control: written where it lies, the same kill leaves neither.
      const file = copyOf(office, 'lot-sans-soin')
      const target = `${file}.zip`
      await killAt(
        startKillable(SCRIPT, 'bundle-without-care', file, target),
        () => existsSync(target) && statSync(target).size > statSync(fresh).size / 3,
      )
      expect(await countIn(readFileSync(target))).toBeNull()
    },
    5 * MINUTES,
  )

  test.skipIf(!hasProgram('unzip'))(
    'as the whole archive is killed at many points is not there, or whole under its name',
    async () => {
      const { office } = anOfficeWithDeletedNotes()
      for (let text = 0; text < 30; text += 1) addText(office, `Texte ${text}. `.repeat(2000))
      office.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
      const took = await timeOf(startLeaving(copyOf(office, 'copie-entiere')))
      let cutOff = 0
      const file = copyOf(office, 'copie')
      for (const moment of [...momentsOf(took), () => existsSync(`${file}.zip.part`)]) {
        await killAt(startLeaving(file), moment)
        cutOff += existsSync(`${file}.zip`) ? 0 : 1
        if (existsSync(`${file}.zip`)) break
      }
      expect(cutOff).toBeGreaterThan(0)
      // What was left of it stands in nobody's way.
      if (!existsSync(`${file}.zip`)) await timeOf(startLeaving(file))
      expect(runProgram('unzip', ['-tqq', `${file}.zip`])).toBe('')
      expect(existsSync(`${file}.zip.part`)).toBe(false)
    },
    5 * MINUTES,
  )
})

const startLeaving = (file: string) => startKillable(SCRIPT, 'open-copy', file, `${file}.zip`)

const aPerson = (name: string) => ({ kind: 'person', name, language: 'fr' }) as const

function aPairOfRecords(): { office: Office; keptId: string; mergedId: string } {
  const office = anOffice('Officier')
  removals.push(office.close)
  const { versionSeq } = addText(office, 'Le ministre a reçu la délégation.')
  const { db, desk } = office
  const [kept, merged] = db.write(() => {
    const pair = ['Jean Valdor', 'J. Valdor'].map((name) =>
      findOrCreateAuthority(db, desk.clock, aPerson(name)),
    )
    for (let at = 0; at < NAMES; at += 1) {
      addAuthorityName(db, pair[1] ?? 0, { name: `Valdor ${at}`, language: 'fr' })
    }
    db.prepare(
      `INSERT INTO mention (id, version_seq, authority_seq, part, start_offset, end_offset, settlement, rule)
       SELECT 'm' || value, $versionSeq, $merged, 'text', 3, 11, 'unconfirmed', 'test'
       FROM (WITH RECURSIVE n (value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < $count)
         SELECT value FROM n)`,
    ).run({ versionSeq, merged: pair[1] ?? 0, count: MENTIONS })
    return pair
  })
  db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  const idOf = (seq: number | undefined): string =>
    db.prepare<{ id: string }>('SELECT id FROM authority WHERE seq = $seq').get({ seq: seq ?? 0 })
      ?.id ?? ''
  return { office, keptId: idOf(kept), mergedId: idOf(merged) }
}

function anOfficeWithDeletedNotes(): { office: Office; words: readonly string[] } {
  const office = anOffice('Officier')
  removals.push(office.close)
  const sentences = Array.from({ length: NOTES }, (_, at) => `Article ${at} : la commission siège.`)
  const place = addText(office, sentences.join('\n'))
  const words = sentences.map((_, at) => `zizanie${at}fin`)
  for (const [at, word] of words.entries()) {
    const { id } = mark(office, place, `Article ${at} `, `à taire ${word}`)
    reviseAnnotation(office.db, office.desk, id, { withdrawn: true })
  }
  office.db.prepare('PRAGMA wal_checkpoint(TRUNCATE)').get()
  return { office, words }
}

function writeBundle(office: Office, name: string): string {
  const file = path.join(path.dirname(office.path), name)
  writeFileSync(file, bundleOf(office, true))
  return file
}

/** How many annotations a bundle holds; null for one that is not whole. */
async function countIn(bytes: Buffer): Promise<number | null> {
  const unpacked = await unpackBundle(bytes)
  if (!unpacked.ok) return null
  return new Set(unpacked.value.revisions.map(({ annotationId }) => annotationId)).size
}

/** A copy in a folder of its own; the log is empty, and nobody reads a file that is open here. */
function copyOf({ path: from }: Office, name: string): string {
  const folder = path.join(path.dirname(from), name)
  mkdirSync(folder)
  runProgram('cp', [from, folder])
  return path.join(folder, path.basename(from))
}

function stateOfRecords(file: string): unknown {
  return withArchive(file, (db) => ({
    mentions: db
      .prepare('SELECT authority_seq, count(*) AS count FROM mention GROUP BY 1 ORDER BY 1')
      .all(),
    names: db
      .prepare('SELECT authority_seq, count(*) AS count FROM authority_name GROUP BY 1 ORDER BY 1')
      .all(),
    records: db.prepare('SELECT seq, merged_into FROM authority ORDER BY seq').all(),
    merges: db.prepare('SELECT count(*) AS count FROM authority_merge').get(),
    told: db
      .prepare(`SELECT count(*) AS count FROM journal WHERE action = 'authority.merge'`)
      .get(),
    broken: findBrokenEntries(db).length,
  }))
}

function stateOfNotes(file: string): unknown {
  return withArchive(file, (db) => ({
    deleted: countOf(db, 'SELECT count(*) AS count FROM annotation WHERE withdrawn = 1'),
    erased: countOf(db, 'SELECT count(*) AS count FROM erased_annotation'),
    broken: findBrokenEntries(db).length,
  }))
}

const countOf = (db: ReadableArchive, sql: string): number =>
  db.prepare<{ count: number }>(sql).get()?.count ?? -1

/** Looks into an archive that is opened and closed as the program does. */
function withArchive(file: string, look: (db: ReadableArchive) => unknown): unknown {
  const opened = openForWriting(file, 'Officier', clock)
  if (!opened.ok) throw new Error(opened.failure.kind)
  const { archive, close } = opened.value
  try {
    expect(archive.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' })
    return look(archive)
  } finally {
    close()
  }
}
