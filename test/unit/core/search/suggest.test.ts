import { afterAll, describe, expect, test } from 'vitest'
import { editDistance } from '../../../../electron/core/search/edit-distance.ts'
import { completeWord, suggestSpelling } from '../../../../electron/core/search/suggest.ts'
import { aSearchableArchive } from '../../../support/searchable.ts'

const { archive, close } = aSearchableArchive([
  { text: 'Coopération et sécurité. La coopération avance.' },
  { text: 'La coopération des ministères, et la coordination.' },
  { text: 'Corporation du port.' },
  { text: 'أكد الوزير أهمية التعاون بين البلدين.', language: 'ar' },
])
afterAll(close)

describe('a word the archive does not know is replaced by one it knows', () => {
  test.for([
    ['coperation', 'coopération'],
    ['cooperatoin', 'coopération'],
    ['securitee avance', 'sécurité avance'],
    ['التعوان', 'التعاون'],
    ['ocordination', 'coordination'],
  ] as const)('%s → %s', ([query, suggested]) => {
    expect(suggestSpelling(archive, query)).toBe(suggested)
  })
})

describe('the last word may still be typed', () => {
  test.for([
    ['coord', 'coordination'],
    ['séc', null],
    ['sécu', 'sécurité'],
    ['corpora', 'Corporation'],
    ['sécurité coopé', 'sécurité coopération'],
    // One that is not the last is only misspelt.
    ['coopé sécurité', null],
    ['التعا', 'التعاون'],
  ] as const)('%s → %s', ([query, suggested]) => {
    expect(suggestSpelling(archive, query)).toBe(suggested)
  })

  test('a far commoner word that it misspells is likelier', () => {
    const texts = Array.from({ length: 100 }, () => ({ text: 'Le Maroc et le port.' }))
    const { archive: many, close: closeMany } = aSearchableArchive([
      ...texts,
      { text: 'Un Maroccan.' },
    ])
    expect(suggestSpelling(many, 'marocc')).toBe('Maroc')
    closeMany()
  })
})

test('known words, short words and unreadable queries are left alone', () => {
  expect(suggestSpelling(archive, 'coopération')).toBeNull()
  expect(suggestSpelling(archive, 'xyz')).toBeNull()
  expect(suggestSpelling(archive, '(coperation')).toBeNull()
  expect(suggestSpelling(archive, 'zzzzzzzz')).toBeNull()
})

test('completions are spelled as in the archive, commonest first', () => {
  expect(completeWord(archive, 'Coo', 5)).toEqual([
    { kind: 'word', text: 'coopération', count: 2 },
    { kind: 'word', text: 'coordination', count: 1 },
  ])
  expect(completeWord(archive, 'co', 5)).toEqual([])
})

test('a swap of neighbours is one mistake, and counting stops at the limit', () => {
  expect(editDistance('laftit', 'latfit', 2)).toBe(1)
  expect(editDistance('maroc', 'maroc', 2)).toBe(0)
  expect(editDistance('maroc', 'marocain', 2)).toBe(3)
  expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3)
})
