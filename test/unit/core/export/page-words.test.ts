import { expect, test } from 'vitest'
import {
  wordsFromDate,
  wordsFromInstant,
  WORDS,
} from '../../../../electron/core/export/page-words.ts'

test('a date is written to its own precision and no further', () => {
  expect(wordsFromDate('2031-04-01', 'fr')).toBe('1er avril 2031')
  expect(wordsFromDate('2031-04', 'fr')).toBe('avril 2031')
  expect(wordsFromDate('2031', 'fr')).toBe('2031')
  expect(wordsFromDate('2031-04-01', 'en')).toBe('1 April 2031')
  expect(wordsFromDate('2031-11-15', 'ar')).toBe('15 نونبر 2031')
})

test('a month that no calendar has is left as it was written', () => {
  expect(wordsFromDate('2031-13-40', 'fr')).toBe('2031-13-40')
  expect(wordsFromDate('2031-00', 'fr')).toBe('2031-00')
})

test('months are named as the country of the reader names them', () => {
  const locales = { fr: 'fr-FR', ar: 'ar-MA-u-nu-latn', en: 'en-GB' } as const
  for (const language of ['fr', 'ar', 'en'] as const) {
    const format = new Intl.DateTimeFormat(locales[language], {
      dateStyle: 'long',
      timeZone: 'UTC',
    })
    for (let month = 1; month <= 12; month += 1) {
      const value = `2031-${String(month).padStart(2, '0')}-15`
      expect(wordsFromDate(value, language)).toBe(format.format(new Date(`${value}T00:00:00Z`)))
    }
  }
})

test('an instant names its time zone', () => {
  expect(wordsFromInstant('2031-05-04T08:07:06.000Z', 'fr')).toBe('4 mai 2031, 08:07 UTC')
})

test('no language lacks a word', () => {
  const emptyWords = Object.values(WORDS).flatMap((words) =>
    Object.values(words).flatMap((word) =>
      typeof word === 'string' ? [word] : Object.values(word),
    ),
  )
  expect(emptyWords.filter((word) => word === '')).toEqual([])
})
