import { array, assert, constantFrom, nat, property, string, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import type { PageMark, PageParagraph } from '../../../../electron/core/export/page-model.ts'
import {
  piecesFromSegments,
  segmentsFromParagraph,
} from '../../../../electron/core/export/pdf-segments.ts'

const mark = (start: number, end: number, more: Partial<PageMark> = {}): PageMark => ({
  annotationId: `${start}-${end}`,
  kind: 'comment',
  start,
  end,
  number: 1,
  isFirst: true,
  isLast: true,
  ...more,
})

const paragraph = (
  text: string,
  marks: readonly PageMark[],
  language: 'fr' | 'ar' = 'fr',
): PageParagraph => {
  const direction = language === 'ar' ? 'rtl' : 'ltr'
  return { kind: 'body', language, direction, runs: [{ text, language, direction }], marks }
}

test('the segments of a marked paragraph join to its text, and every number is called once', () => {
  const texts = string({
    unit: constantFrom('a', 'b', 'é', ' ', '’', 'ب', 'ي', 'َ', '\u{1f600}'),
    minLength: 1,
  })
  const spans = array(tuple(nat(40), nat(40)), { maxLength: 8 })
  assert(
    property(texts, spans, (text, pairs) => {
      const marks = pairs
        .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const)
        .filter(([, end]) => end <= text.length)
        .map(([start, end], i) => mark(start, end, { number: i + 1 }))
      const segments = segmentsFromParagraph(paragraph(text, marks), true)
      expect(segments.map((segment) => segment.t).join('')).toBe(text)
      const called = segments.flatMap((segment) => segment.e).toSorted((a, b) => a - b)
      expect(called).toEqual(marks.map((_, i) => i + 1))
      expect(segments.every((segment) => segment.t.isWellFormed())).toBe(true)
    }),
  )
})

test('of two overlapping marks the inner one gives the colour', () => {
  const marks = [mark(0, 9, { kind: 'question' }), mark(4, 6, { kind: 'commitment', number: 2 })]
  const segments = segmentsFromParagraph(paragraph('abcdefghi', marks), true)
  expect(segments.map(({ t, c, e }) => [t, c, e])).toEqual([
    ['abcd', 'question', []],
    ['ef', 'commitment', [2]],
    ['ghi', 'question', [1]],
  ])
})

test('a mark that begins inside an Arabic word is drawn from the edge of the word', () => {
  const segments = segmentsFromParagraph(paragraph('قال الوزير كلمة', [mark(6, 8)], 'ar'), true)
  expect(segments.map((segment) => segment.t)).toEqual(['قال ', 'الوزير', ' كلمة'])
})

test('without notes a paragraph is not cut', () => {
  expect(segmentsFromParagraph(paragraph('abcdef', [mark(1, 3)]), false)).toEqual([
    { t: 'abcdef', lang: 'fr', c: null, e: [], ids: [], m: 0 },
  ])
})

test('a very long paragraph is set in pieces that lose nothing', () => {
  const text = 'un mot après l’autre '.repeat(2000)
  const segments = segmentsFromParagraph(paragraph(text, [mark(100, 30_000)]), true)
  const pieces = piecesFromSegments(segments)
  expect(pieces.length).toBeGreaterThan(3)
  expect(
    pieces
      .flat()
      .map((segment) => segment.t)
      .join(''),
  ).toBe(text)
  expect(pieces.flat().flatMap((segment) => segment.e)).toEqual([1])
  const lengths = pieces.map((piece) => piece.reduce((sum, segment) => sum + segment.t.length, 0))
  expect(Math.max(...lengths)).toBeLessThanOrEqual(6000)
})
