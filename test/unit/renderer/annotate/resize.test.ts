import { expect, test } from 'vitest'
import { resizeByWord } from '../../../../renderer/annotate/resize.ts'

const TEXT = 'L’accord-cadre prévoit, dès 2026, une commission mixte.'

const spanOf = (words: string): { start: number; end: number } => {
  const start = TEXT.indexOf(words)
  return { start, end: start + words.length }
}

const after = (words: string, edge: 'start' | 'end', step: 1 | -1): string => {
  const { start, end } = resizeByWord(TEXT, spanOf(words), { edge, step })
  return TEXT.slice(start, end)
}

test('an edge goes on by whole words, elided and hyphenated ones too', () => {
  expect(after('prévoit', 'end', 1)).toBe('prévoit,')
  expect(after('prévoit, dès', 'end', 1)).toBe('prévoit, dès 2026')
  expect(after('prévoit', 'start', -1)).toBe('L’accord-cadre prévoit')
})

test('an edge comes back by whole words, and the passage is never emptied', () => {
  expect(after('commission mixte', 'end', -1)).toBe('commission')
  expect(after('commission mixte', 'start', 1)).toBe('mixte')
  expect(after('mixte', 'start', 1)).toBe('mixte')
  expect(after('commission', 'end', -1)).toBe('commission')
})

test('an edge stays where the text ends', () => {
  expect(after('mixte.', 'end', 1)).toBe('mixte.')
  expect(after('L’accord-cadre', 'start', -1)).toBe('L’accord-cadre')
})
