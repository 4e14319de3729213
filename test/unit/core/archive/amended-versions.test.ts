import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { draftFromText, EDITS, writeDraft } from '../../../support/edits.ts'
import { formulaicText } from '../../../support/formulaic-texts.ts'
import { anAskedArchive, ingestFiles, valueOf, type AskedArchive } from '../../../support/ingest.ts'
import { randomFromSeed } from '../../../support/random.ts'

const EVERYTHING = { years: [], issuers: [], languages: [] }
const text = formulaicText('fr', randomFromSeed(3), 2500)

function corrected(seed: number, from = text): string {
  const edit = EDITS.find(({ name }) => name === 'words 5 %')
  const draft = draftFromText(from)
  return writeDraft(edit?.apply(draft, randomFromSeed(seed)) ?? draft).text
}

describe('a corrected text', () => {
  let asked: AskedArchive
  let first: string
  let second: string
  beforeEach(async () => {
    asked = await anAskedArchive()
    first = await add('a.txt', `Réunion de la commission\n\n05/03/2025\n\n${text}`)
    second = await add('b.txt', `Réunion de la commission mixte\n\n07/03/2025\n\n${corrected(1)}`)
  })
  afterEach(() => asked.close())

  async function add(name: string, content: string): Promise<string> {
    const { lines } = await ingestFiles(asked.archive, [[name, content]])
    const outcome = lines[0]?.outcome
    return outcome && 'communiqueId' in outcome ? outcome.communiqueId : ''
  }

  const read = async (id: string) =>
    valueOf(await asked.archive.call('communique.get', { id, versionId: null }))

  async function relationOf(id: string): Promise<string> {
    const { relations } = await read(id)
    return relations[0]?.id ?? ''
  }

  const settle = async (id: string, settlement: 'confirmed' | 'rejected' | 'unconfirmed') =>
    valueOf(await asked.archive.call('relation.settle', { id, settlement }))

  async function shown(): Promise<readonly string[]> {
    const list = valueOf(
      await asked.archive.call('communique.list', {
        filter: EVERYTHING,
        sort: 'added',
        offset: 0,
        limit: 50,
      }),
    )
    const found = valueOf(
      await asked.archive.call('search.run', {
        query: 'commission',
        filter: EVERYTHING,
        offset: 0,
        limit: 50,
      }),
    )
    const facets = valueOf(
      await asked.archive.call('search.count-facets', { query: '', filter: EVERYTHING }),
    )
    const about = valueOf(await asked.archive.call('archive.describe', {}))
    const ids = list.rows.map(({ id }) => id)
    expect(found.hits.map(({ id }) => id).toSorted()).toEqual(ids.toSorted())
    expect([list.total, about.communiqueCount, facets.languages[0]?.count]).toEqual([
      ids.length,
      ids.length,
      ids.length,
    ])
    return ids
  }

  /** Everything the archive holds, but what only ever grows: the journal and the log of changes. */
  function contents(): unknown {
    const db = new Database(asked.path, { readonly: true })
    const tables = db
      .prepare<[], { name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
           AND name NOT IN ('journal', 'communique_change') AND name NOT LIKE '%words%'
           AND name NOT LIKE '%vocabulary%'`,
      )
      .all()
      .map(({ name }) => [name, db.prepare(`SELECT * FROM "${name}"`).all()])
    db.close()
    return tables
  }

  test('is proposed as amending the right one, and stands beside it until it is settled', async () => {
    expect((await read(second)).relations).toMatchObject([
      { kind: 'amends', communiqueId: first, settlement: 'unconfirmed' },
    ])
    expect(await shown()).toEqual([second, first])
  })

  test('becomes version 2 of it when confirmed, and is then shown nowhere else', async () => {
    await settle(await relationOf(second), 'confirmed')
    expect(await shown()).toEqual([first])
    const record = await read(first)
    expect(record.versions.map(({ number, title }) => [number, title])).toEqual([
      [1, 'Réunion de la commission'],
      [2, 'Réunion de la commission mixte'],
    ])
    expect(record.version.text).toBe(corrected(1))
    expect((await read(second)).communique.id).toBe(first)
    const again = await ingestFiles(asked.archive, [['c.txt', `Autre\n\n${corrected(1)}\n\nFin.`]])
    expect(again.lines[0]?.outcome).toMatchObject({ kind: 'related', relatedTo: first })
  })

  test('takes the marks of the first wording along', async () => {
    const { version } = await read(first)
    const made = valueOf(
      await asked.archive.call('annotation.create', {
        versionId: version.id,
        start: 0,
        end: version.text.indexOf(' ', 40),
        kind: 'highlight',
        body: '',
        tags: [],
        visibility: 'private',
      }),
    )
    const before = contents()
    const relation = await relationOf(second)
    await settle(relation, 'confirmed')
    const newest = (await read(first)).version
    const { annotations } = valueOf(
      await asked.archive.call('annotation.list', { communiqueId: first }),
    )
    expect(annotations.map(({ id }) => id)).toEqual([made.id])
    expect(annotations[0]?.target.versionId).toBe(newest.id)
    await settle(relation, 'unconfirmed')
    expect(contents()).toEqual(before)
  })

  test.each(['unconfirmed', 'rejected'] as const)(
    'is parted again exactly as it was when the confirmation becomes %s',
    async (settlement) => {
      const relation = await relationOf(second)
      await settle(relation, settlement)
      const before = contents()
      await settle(relation, 'confirmed')
      expect(contents()).not.toEqual(before)
      await settle(relation, settlement)
      expect(contents()).toEqual(before)
      expect(await shown()).toEqual([second, first])
    },
  )

  test('may be followed by another, and leave without it', async () => {
    const third = await add(
      'c.txt',
      `Réunion de la commission\n\n09/03/2025\n\n${corrected(2, corrected(1))}`,
    )
    const later = await relationOf(third)
    const before = contents()
    const earlier = await relationOf(second)
    await settle(earlier, 'confirmed')
    await settle(later, 'confirmed')
    expect((await read(first)).versions.map(({ number }) => number)).toEqual([1, 2, 3])
    await settle(earlier, 'unconfirmed')
    expect((await read(first)).versions.map(({ number }) => number)).toEqual(
      (await read(third)).communique.id === first ? [1, 2] : [1],
    )
    await settle(later, 'unconfirmed')
    expect(contents()).toEqual(before)
  })

  test('that came before the text it corrects is proposed by the dates of both', async () => {
    const older = await add('d.txt', `Réunion de la commission\n\n01/03/2025\n\n${corrected(5)}`)
    const { relations } = await read(older)
    const id = relations[0]?.id ?? ''
    const other = relations[0]?.communiqueId ?? ''
    await settle(id, 'confirmed')
    const { versions } = await read(older)
    expect(versions.at(0)?.communiqueId).toBe(older)
    expect((await read(other)).communique.id).toBe(older)
  })
})
