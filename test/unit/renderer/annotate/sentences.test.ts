import { describe, expect, test } from 'vitest'
import {
  growBySentence,
  sentenceAfter,
  sentenceBefore,
  sentencesOf,
  shrinkBySentence,
} from '../../../../renderer/annotate/sentences.ts'

const cut = (text: string, language: 'fr' | 'en' | 'ar' = 'fr') =>
  sentencesOf(text, [{ start: 0, end: text.length, language }]).map(({ start, end }) =>
    text.slice(start, end),
  )

describe('an abbreviation does not end a sentence', () => {
  test.each([
    ['M. Valmont a reçu Mme. Orsay. Il a remercié S.E. l’ambassadeur.', 2],
    ['Voir l’art. 12 de la convention. Elle entre en vigueur le 3 janv. prochain.', 2],
    ['L’accord de J. Martel est signé. La suite viendra.', 2],
  ])('%s', (text, count) => {
    expect(cut(text)).toHaveLength(count)
  })

  test('in English', () => {
    expect(cut('Mr. Hale met Dr. Shaw. They spoke for an hour.', 'en')).toEqual([
      'Mr. Hale met Dr. Shaw.',
      'They spoke for an hour.',
    ])
  })

  test('in Arabic', () => {
    expect(cut('استقبل الوزير د. سالم نظيره. وقد اتفقا على اللقاء.', 'ar')).toHaveLength(2)
  })
})

test('sentences are trimmed and never cross a paragraph', () => {
  const text = 'Un mot.  Deux mots\n\nTrois mots. '
  const paragraphs = [
    { start: 0, end: 18, language: 'fr' as const },
    { start: 20, end: text.length, language: 'fr' as const },
  ]
  expect(sentencesOf(text, paragraphs).map(({ start, end }) => text.slice(start, end))).toEqual([
    'Un mot.',
    'Deux mots',
    'Trois mots.',
  ])
})

describe('moving by sentences', () => {
  const sentences = [
    { start: 0, end: 10 },
    { start: 11, end: 20 },
    { start: 21, end: 30 },
  ]
  const middle = { start: 11, end: 20 }

  test('goes to the next and to the previous one, and stops at the ends', () => {
    expect(sentenceAfter(sentences, middle)).toEqual({ start: 21, end: 30 })
    expect(sentenceBefore(sentences, middle)).toEqual({ start: 0, end: 10 })
    expect(sentenceAfter(sentences, { start: 21, end: 30 })).toBeNull()
    expect(sentenceBefore(sentences, { start: 0, end: 10 })).toBeNull()
  })

  test('growing and shrinking undo one another', () => {
    const grown = growBySentence(sentences, middle)
    expect(grown).toEqual({ start: 11, end: 30 })
    expect(shrinkBySentence(sentences, grown)).toEqual(middle)
    expect(shrinkBySentence(sentences, middle)).toEqual(middle)
  })

  test('a part of a sentence grows to its end first', () => {
    expect(growBySentence(sentences, { start: 12, end: 15 })).toEqual({ start: 12, end: 20 })
  })
})
