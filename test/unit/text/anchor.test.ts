import { array, assert, constantFrom, nat, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { selectorFromSpan, spanFromSelector } from '../../../shared/text/anchor.ts'
import { indexCodePoints } from '../../../shared/text/code-points.ts'

const SENTENCE =
  'Les deux ministres se sont accordés sur la nécessité d’adopter une feuille de route commune avant la fin du printemps.'

const mixedText = array(
  constantFrom(
    'mot',
    ' ',
    '\n\n',
    '😀',
    'e\u0301',
    '\u0301',
    '\u0600',
    '👩‍👩‍👧',
    'اللّٰه',
    '🇫🇷',
    '𝒜',
    'anticonstitutionnellement',
  ),
  {
    minLength: 1,
    maxLength: 60,
  },
).map((parts) => parts.join(''))

const boundariesOf = (text: string): ReadonlySet<number> =>
  new Set([
    ...Array.from(new Intl.Segmenter('fr').segment(text), (cluster) => cluster.index),
    text.length,
  ])

describe('a selector from a span', () => {
  test('quotes the words and whole words around them', () => {
    const start = SENTENCE.indexOf('la nécessité')
    const selector = selectorFromSpan(SENTENCE, start, start + 'la nécessité'.length)
    expect(selector).toEqual({
      start,
      end: start + 12,
      exact: 'la nécessité',
      prefix: 'ministres se sont accordés sur ',
      suffix: ' d’adopter une feuille de route',
    })
  })

  test('stops its context at the ends of the text', () => {
    expect(selectorFromSpan('oui non', 0, 3)).toEqual({
      start: 0,
      end: 3,
      exact: 'oui',
      prefix: '',
      suffix: ' non',
    })
  })

  test('leaves out white space at its edges', () => {
    expect(selectorFromSpan('un deux\n\ntrois', 2, 9)).toMatchObject({
      start: 3,
      end: 7,
      exact: 'deux',
    })
  })

  test('keeps a context with no space by graphemes', () => {
    const text = `${'👩‍👩‍👧'.repeat(10)}ici${'👩‍👩‍👧'.repeat(10)}`
    const selector = selectorFromSpan(text, 80, 83)
    expect(selector?.exact).toBe('ici')
    expect(selector?.prefix).toBe('👩‍👩‍👧'.repeat(4))
    expect(selector?.suffix).toBe('👩‍👩‍👧'.repeat(4))
  })

  test.each([
    [-1, 2],
    [2, 2],
    [3, 1],
    [0, 99],
    [0.5, 2],
    [2, 3],
  ])('is refused for %d to %d', (start, end) => {
    expect(selectorFromSpan('un deux', start, end)).toBeNull()
  })

  test('never cuts a grapheme cluster, holds the span asked for and is found again', () => {
    assert(
      property(mixedText, nat(), nat(), (text, a, b) => {
        const start = a % text.length
        const end = start + 1 + (b % (text.length - start))
        const selector = selectorFromSpan(text, start, end)
        if (selector === null) return text.slice(start, end).trim() === ''
        const boundaries = boundariesOf(text)
        const from = selector.start - selector.prefix.length
        const to = selector.end + selector.suffix.length
        for (const cut of [from, selector.start, selector.end, to]) {
          expect(boundaries.has(cut)).toBe(true)
        }
        expect(selector.prefix.length).toBeLessThanOrEqual(32)
        expect(selector.suffix.length).toBeLessThanOrEqual(32)
        expect(text.slice(from, to)).toBe(selector.prefix + selector.exact + selector.suffix)
        expect(selector.exact).toContain(text.slice(start, end).trim())
        expect(spanFromSelector(text, selector)).toEqual({
          start: selector.start,
          end: selector.end,
        })
        return true
      }),
    )
  })
})

test('a selector is not found where the words differ', () => {
  const selector = selectorFromSpan('la feuille de route', 3, 10)
  expect(selector).not.toBeNull()
  if (selector === null) return
  expect(spanFromSelector('la Feuille de route', selector)).toBeNull()
  expect(spanFromSelector('le', selector)).toBeNull()
})

describe('code points', () => {
  test('count a surrogate pair once, in both directions', () => {
    const text = 'l’𝒜 et 😀 fin'
    const index = indexCodePoints(text)
    expect(text.indexOf('fin')).toBe(11)
    expect(index.codePointFromOffset(11)).toBe(9)
    expect(index.offsetFromCodePoint(9)).toBe(11)
  })

  test('agree with iteration over the text at every offset', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        const index = indexCodePoints(text)
        const starts = [0]
        for (const point of text) starts.push((starts.at(-1) ?? 0) + point.length)
        expect(starts.map(index.codePointFromOffset)).toEqual([...starts.keys()])
        expect([...starts.keys()].map(index.offsetFromCodePoint)).toEqual(starts)
      }),
    )
  })
})
