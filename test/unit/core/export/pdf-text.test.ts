import { assert, constantFrom, property, string } from 'fast-check'
import { expect, test } from 'vitest'
import { createTextCleaner } from '../../../../electron/core/export/pdf-text.ts'

const isLatin = (codePoint: number): boolean => codePoint < 0x2_50
const cleanLatin = (text: string): string => createTextCleaner(isLatin).clean(text)

test('what no font draws is shown by its number and counted', () => {
  const cleaner = createTextCleaner(isLatin)
  expect(cleaner.clean('a中b中\u{1f600}')).toBe('a[U+4E2D]b[U+4E2D][U+1F600]')
  expect(cleaner.substitutions()).toEqual([
    { codePoint: 'U+4E2D', shown: '[U+4E2D]', count: 2 },
    { codePoint: 'U+1F600', shown: '[U+1F600]', count: 1 },
  ])
})

test('control characters, lone surrogates and overrides never reach the page', () => {
  expect(cleanLatin('\u0000\u001b\u0085\ud800x\u202e')).toBe(
    '[U+0000][U+001B][U+0085][U+D800]x[U+202E]',
  )
})

test('a byte order mark is left out and listed', () => {
  const cleaner = createTextCleaner(isLatin)
  expect(cleaner.clean('a\ufeffb')).toBe('ab')
  expect(cleaner.substitutions()).toEqual([{ codePoint: 'U+FEFF', shown: '', count: 1 }])
})

test('joiners and direction marks are kept, for they shape the line', () => {
  const text = 'a\u200db\u200ec\u2066d\u2069'
  expect(cleanLatin(text)).toBe(text)
})

test('text that fonts can draw comes through unaltered and unlisted', () => {
  assert(
    property(
      string({ unit: constantFrom('a', 'é', 'Ç', ' ', 'œ', '’', '«', '—', '.', '\n') }),
      (text) => {
        const cleaner = createTextCleaner(() => true)
        const shown = cleaner.clean(text).replaceAll('\u200b', '')
        expect(shown).toBe(text)
        expect(cleaner.substitutions()).toEqual([])
      },
    ),
  )
})

test('a word longer than any line may break, and only by invisible marks', () => {
  const cleaned = cleanLatin(`a ${'x'.repeat(500)} b`)
  expect(cleaned.replaceAll('\u200b', '')).toBe(`a ${'x'.repeat(500)} b`)
  expect(Math.max(...cleaned.split(/[\s\u200b]/u).map((part) => part.length))).toBeLessThan(61)
  expect(cleanLatin('anticonstitutionnellement')).not.toContain('\u200b')
})
