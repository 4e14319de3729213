import { array, assert, constant, constantFrom, nat, property, tuple } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findPassages, foldText } from '../../../../renderer/annotate/find-passages.ts'

const found = (text: string, sought: string) =>
  findPassages(foldText(text), sought).map(({ start, end }) => text.slice(start, end))

describe('words are found whatever their typography', () => {
  test.each([
    ['un Partenariat d’exception renforcé', "partenariat d'exception", 'Partenariat d’exception'],
    ['la coopération Marsane–Valdorie', 'marsane-valdorie', 'Marsane–Valdorie'],
    ['le cœur de l’Œuvre', 'coeur de l oeuvre', 'cœur de l’Œuvre'],
    ['ministre d’Etat', 'd’état', 'd’Etat'],
    ['صدر البلاغُ المُشترَك أمس', 'البلاغ المشترك', 'البلاغُ المُشترَك'],
    ['الـــبلاغ', 'البلاغ', 'الـــبلاغ'],
  ])('%s', (text, sought, expected) => {
    expect(found(text, sought)).toEqual([expected])
  })
})

test('every occurrence is found, in order, without overlap', () => {
  expect(found('aa aa aaa', 'aa')).toEqual(['aa', 'aa', 'aa'])
})

test('nothing is found for nothing, or for signs alone', () => {
  expect(found('un texte', '')).toEqual([])
  expect(found('un texte', ' … ')).toEqual([])
})

test('any stretch of words of a text is found where it stands, and nowhere else', () => {
  const word = constantFrom('L’été', 'cœur', 'n°', 'Élan', 'بلاغٌ', '𝒜b', 'fin')
  const stretch = array(word, { minLength: 1, maxLength: 12 }).chain((words) =>
    tuple(
      constant(words.map((each, index) => `${each}q${'x'.repeat(index)}z`)),
      nat(words.length - 1),
      nat(words.length - 1),
    ),
  )
  assert(
    property(stretch, ([words, a, b]) => {
      const [from, to] = [Math.min(a, b), Math.max(a, b) + 1]
      const text = words.join(' ')
      const sought = words.slice(from, to).join(' ')
      const start = words.slice(0, from).join(' ').length + Math.min(from, 1)
      const spans = findPassages(foldText(text), sought)
      expect(spans.map((span) => span.start)).toEqual([start])
      expect(text.slice(start, spans[0]?.end)).toBe(sought)
    }),
  )
})
