import { expect, test } from 'vitest'
import { isToldEarly } from '../../../../renderer/search/short-passage.ts'

const LONG = ' et les délégations des deux pays'.repeat(5)

function found(text: string, ...words: readonly string[]) {
  const start = 1000
  const matches = words.flatMap((word) =>
    [...text.matchAll(new RegExp(word, 'giu'))].map(({ index, 0: { length } }) => ({
      start: start + index,
      end: start + index + length,
    })),
  )
  return { text, start, matches }
}

test('a word that comes again later is told early', () => {
  expect(isToldEarly(found(`Le Corridor${LONG}, puis le corridor`, 'corridor'))).toBe(true)
})

test('a second word that only comes later is not', () => {
  expect(isToldEarly(found(`Le corridor${LONG}, puis l’énergie`, 'corridor', 'énergie'))).toBe(
    false,
  )
})

test('words side by side are told early', () => {
  expect(isToldEarly(found(`Le corridor de l’énergie${LONG}`, 'corridor', 'énergie'))).toBe(true)
  expect(isToldEarly(found(`الممر الطاقي${LONG}`, 'الممر', 'الطاقي'))).toBe(true)
})

test('a passage without a match has nothing to lose', () => {
  expect(isToldEarly(found(LONG))).toBe(true)
})
