import { expect, test } from 'vitest'
import type { ReadableArchive } from '../../../../electron/core/db/archive-handle.ts'
import { openForReading } from '../../../../electron/core/db/open.ts'
import { createColumns } from '../../../../electron/core/search/columns.ts'
import { rebuildIndex } from '../../../../electron/core/search/rebuild-index.ts'
import { rowsMatching } from '../../../../electron/core/search/rows-matching.ts'
import { search } from '../../../../electron/core/search/search.ts'
import { anArchive } from '../../../support/archive.ts'
import { randomFromSeed } from '../../../support/random.ts'
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
const EVERYTHING = { years: [], issuers: [], languages: [] }
const STEPS = 120

const aReader = (path: string) => {
  const opened = openForReading(path, { checked: true })
  if (!opened.ok) throw new Error(opened.failure.kind)
  return opened.value
}

const answersOf = (db: ReadableArchive, columns = createColumns()) =>
  QUERIES.map((query) => {
    const found = search(db, columns, { query, filter: EVERYTHING, offset: 0, limit: 50 })
    return found.ok ? [query, found.value.total, found.value.hits.map(({ id }) => id)] : found
  })

test.each([3, 5])('a reader that keeps rows answers as a new one does (seed %i)', (seed) => {
  const { archive, path, close } = anArchive()
  const random = randomFromSeed(seed)
  const aText = () => ({
    title: random.pick(WORDS) ?? '',
    text: Array.from({ length: 4 }, () => random.pick(WORDS) ?? '').join(' '),
  })
  addTexts(archive, [aText(), aText(), aText()])
  const reader = aReader(path)
  const columns = createColumns()
  let texts = 3
  for (let step = 0; step < STEPS; step += 1) {
    const choice = random.below(6)
    if (choice === 0) {
      addTexts(archive, [aText()])
      texts += 1
    } else if (choice === 1) addVersion(archive, 1 + random.below(texts), aText())
    else if (choice === 2) addNote(archive, 1 + random.below(texts), random.pick(WORDS) ?? '')
    else if (choice === 3) rebuildIndex(archive)
    const fresh = aReader(path)
    expect(answersOf(reader.archive, columns), `after step ${step}`).toEqual(
      answersOf(fresh.archive),
    )
    fresh.close()
  }
  reader.close()
  close()
})

test('a reader reads the rows of an expression once, until something is written', () => {
  const { archive, path, close } = anArchive()
  addTexts(archive, [{ text: 'accord' }, { text: 'mer' }])
  const reader = aReader(path)
  const first = rowsMatching(reader.archive, '"accord"')
  expect([...first]).toEqual([1])
  expect(rowsMatching(reader.archive, '"accord"')).toBe(first)
  addTexts(archive, [{ text: 'accord' }])
  expect([...rowsMatching(reader.archive, '"accord"')]).toEqual([1, 3])
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
