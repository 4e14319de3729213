import { expect, test } from 'vitest'
import type {
  ReadableArchive,
  WritableArchive,
} from '../../../../electron/core/db/archive-handle.ts'
import { openForReading } from '../../../../electron/core/db/open.ts'
import { createColumns } from '../../../../electron/core/search/columns.ts'
import { compactInSteps } from '../../../../electron/core/search/describe-index.ts'
import { indexVersion, removeVersion } from '../../../../electron/core/search/index-words.ts'
import type { VersionWords } from '../../../../electron/core/search/index-words.ts'
import {
  formExpression,
  titleExpression,
} from '../../../../electron/core/search/match-expression.ts'
import { rebuildIndex } from '../../../../electron/core/search/rebuild-index.ts'
import { rowsMatching, stateOfIndex } from '../../../../electron/core/search/rows-matching.ts'
import { search } from '../../../../electron/core/search/search.ts'
import { anArchive } from '../../../support/archive.ts'
import { randomFromSeed, type Random } from '../../../support/random.ts'
import { addNote, addTexts, addVersion } from '../../../support/searchable.ts'

const WORDS = ['accord', 'accords', 'mer', 'énergie', 'corridor', 'وزير', 'الوزير']
const QUERIES = [
  'accord',
  'acc',
  'mer énergie',
  'corridor OU mer',
  'وزير',
  '-mer',
  'intitle:accord',
]
const FORMS = ['accord', 'accords', 'mer', 'energie', 'وزير', 'الوزير']
const EVERYTHING = { years: [], issuers: [], languages: [] }
const STEPS = 120

const aReader = (path: string) => {
  const opened = openForReading(path, { checked: true })
  if (!opened.ok) throw new Error(opened.failure.kind)
  return opened.value
}

/** The same reader, and the expressions whose rows were read from the index, in order. */
const listening = (db: ReadableArchive) => {
  const asked: unknown[] = []
  const prepare: ReadableArchive['prepare'] = <Row>(sql: string) => {
    const statement = db.prepare<Row>(sql)
    if (!sql.startsWith('SELECT group_concat(rowid)')) return statement
    return new Proxy(statement, {
      get: (whole, name) => {
        if (name !== 'get') return Reflect.get(whole, name)
        return (...values: unknown[]) => {
          asked.push(values[0])
          return whole.get(...values)
        }
      },
    })
  }
  return { asked, db: { ...db, prepare } }
}

const answersOf = (db: ReadableArchive, columns = createColumns()) =>
  QUERIES.map((query) => {
    const found = search(db, columns, { query, filter: EVERYTHING, offset: 0, limit: 50 })
    return found.ok ? [query, found.value.total, found.value.hits.map(({ id }) => id)] : found
  })

/** One change of an archive of `texts`, of those that a reader may have to see; how many it has then. */
const changeOnce = (archive: WritableArchive, random: Random, texts: number): number => {
  // As many words each, so that FTS5's averages alone do not tell one text from another.
  const aText = () => ({
    title: random.pick(WORDS) ?? '',
    text: Array.from({ length: 4 }, () => random.pick(WORDS) ?? '').join(' '),
  })
  switch (random.below(6)) {
    case 0:
      addTexts(archive, [aText()])
      return texts + 1
    case 1:
      addVersion(archive, 1 + random.below(texts), aText())
      return texts
    case 2:
      addNote(archive, 1 + random.below(texts), random.pick(WORDS) ?? '')
      return texts
    case 3:
      rebuildIndex(archive)
      return texts
    case 4:
      Array.from(compactInSteps(archive))
      return texts
    default: {
      const version = archive
        .prepare<VersionWords>('SELECT seq, title, text FROM version ORDER BY seq DESC LIMIT 1')
        .get()
      if (version) {
        archive.write(() => {
          removeVersion(archive, version)
          indexVersion(archive, { ...version, text: aText().text })
        })
      }
      return texts
    }
  }
}

test.each([3, 5, 8])('a reader that keeps rows answers as a new one does (seed %i)', (seed) => {
  const { archive, path, close } = anArchive()
  const random = randomFromSeed(seed)
  addTexts(archive, [{ text: 'accord mer' }, { text: 'corridor' }, { title: 'mer', text: 'وزير' }])
  const reader = aReader(path)
  const columns = createColumns()
  let texts = 3
  for (let step = 0; step < STEPS; step += 1) {
    for (let change = random.below(3); change > 0; change -= 1) {
      texts = changeOnce(archive, random, texts)
    }
    // A form that is kept alone is put together with the others of its family.
    rowsMatching(reader.archive, formExpression(random.pick(FORMS) ?? ''))
    const fresh = aReader(path)
    expect(answersOf(reader.archive, columns), `after step ${step}`).toEqual(
      answersOf(fresh.archive),
    )
    fresh.close()
  }
  reader.close()
  close()
})

test('a reader reads the rows of an expression once, until the index is changed', () => {
  const { archive, path, close } = anArchive()
  addTexts(archive, [{ text: 'accord' }, { text: 'mer' }])
  const reader = aReader(path)
  const { asked, db } = listening(reader.archive)
  const rows = () => [...rowsMatching(db, '("accord")')]
  expect(rows()).toEqual([1])
  expect(rows()).toEqual([1])
  addNote(archive, 2, 'accord')
  expect(rows()).toEqual([1])
  expect(asked).toEqual(['("accord")'])
  addTexts(archive, [{ text: 'accord' }])
  expect(rows()).toEqual([1, 3])
  expect(asked).toEqual(['("accord")', '("accord")'])
  reader.close()
  close()
})

test('of the forms of a word, those that are kept alone are not read again', () => {
  const { archive, path, close } = anArchive()
  addTexts(archive, [
    { text: 'accord' },
    { text: 'mer' },
    { title: 'accords', text: 'accord' },
    { text: 'accordé' },
  ])
  const reader = aReader(path)
  const { asked, db } = listening(reader.archive)
  const rows = (expression: string) => [...rowsMatching(db, expression)]
  expect(rows(formExpression('accord'))).toEqual([1, 3])
  expect(rows('("accorde" OR "accord" OR "accords")')).toEqual([1, 3, 4])
  expect(rows('("accorde" OR "accord" OR "accords")')).toEqual([1, 3, 4])
  // What holds in titles is another question, and so is a phrase.
  expect(rows(titleExpression('("accord" OR "accords")'))).toEqual([3])
  expect(rows('("accord mer" OR "accords accord")')).toEqual([])
  expect(asked).toEqual([
    '("accord")',
    '("accorde" OR "accords")',
    '{title} : (("accord" OR "accords"))',
    '("accord mer" OR "accords accord")',
  ])
  reader.close()
  close()
})

test('a writer keeps no rows, for it may take back what it wrote', () => {
  const { archive, close } = anArchive()
  addTexts(archive, [{ text: 'accord' }])
  expect(() =>
    archive.write(() => {
      addTexts(archive, [{ text: 'accord' }])
      expect([...rowsMatching(archive, '"accord"')]).toEqual([1, 2])
      throw new Error('taken back')
    }),
  ).toThrow('taken back')
  expect([...rowsMatching(archive, '"accord"')]).toEqual([1])
  close()
})

test('an index that is built anew is another one, however alike', () => {
  const { archive, close } = anArchive()
  addTexts(archive, [{ text: 'accord' }])
  rebuildIndex(archive)
  const before = stateOfIndex(archive)
  rebuildIndex(archive)
  expect(stateOfIndex(archive)).not.toBe(before)
  close()
})
