import { array, assert, constantFrom, oneof, property, string } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse, foldForms, foldLetters, foldText } from '../../../shared/text/analyse.ts'
import { LETTER, classAt } from '../../../shared/text/fold.ts'

/** Text as it comes: letters of three scripts, marks, signs, invisible characters, anything. */
const anyText = array(
  oneof(
    constantFrom(
      ..."aeEéÉàçœŒßIİıſﬁ1²½٣۴ءأإآؤئىيةهـَّ’'-–  \n.\u00AD\u200B\u200F\u2067\u0301\u0327".split(''),
    ),
    constantFrom('𝐌', '\uD835', '\uDC00', '😀', 'ﷺ', 'ﻻ', 'ŉ', '各', 'ก็', 'DŽ'),
    string({ unit: 'binary', maxLength: 3 }),
  ),
  { maxLength: 60 },
).map((parts) => parts.join(''))

describe('words are spelled as search compares them', () => {
  test.for([
    ["l’Intérieur d'État", ['l', 'interieur', 'd', 'etat']],
    ['Maroc–France, maroc-france', ['maroc', 'france', 'maroc', 'france']],
    ['Œuvrer, ŒUVRE, cœur, Straße', ['oeuvrer', 'oeuvre', 'coeur', 'strasse']],
    ['sou\u00ADve\u200Braineté', ['souverainete']],
    ['كُتِبَ المغـــرب وزارة', ['كتب', 'المغرب', 'وزاره']],
    ['أكل إلى آخر ٱلله', ['اكل', 'الي', 'اخر', 'الله']],
    ['ﻻ ﷲ گ ڤ ی ک', ['لا', 'الله', 'ك', 'ف', 'ي', 'ك']],
    ['١٢٣ ۴۵ ２０２５', ['123', '45', '2025']],
    ['accord¹ CO₂ Mohammed Ⅵ 1ᵉʳ n°', ['accord', 'co2', 'mohammed', 'vi', '1er', 'n']],
    ['𝐌aroc 😀', ['maroc']],
    ['Raʾs Baʿth', ['ras', 'bath']],
    ['— … ! ½', []],
  ] as const)('%s', ([text, forms]) => {
    expect(analyse(text).map(({ form }) => form)).toEqual(forms)
    expect(foldText(text)).toBe(forms.join(' '))
  })
})

test('a span covers the marks of its word and no invisible sign at its edge', () => {
  const text = '\u2067كُتِبَ\u2069 e\u0301\u200B.'
  expect(analyse(text).map(({ start, end }) => text.slice(start, end))).toEqual(['كُتِبَ', 'e\u0301'])
})

test('words never overlap, cover every letter, and index the original', () => {
  assert(
    property(anyText, (text) => {
      let last = 0
      const covered = new Set<number>()
      for (const { form, start, end } of analyse(text)) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(classAt(text, start)).toBe(LETTER)
        expect(analyse(text.slice(start, end))).toEqual([{ form, start: 0, end: end - start }])
        for (let index = start; index < end; index++) covered.add(index)
        last = end
      }
      const letters = Array.from({ length: text.length }, (_, index) => index).filter(
        (index) => classAt(text, index) === LETTER,
      )
      expect(letters.filter((index) => !covered.has(index))).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('folding a folded word changes nothing, whatever was written', () => {
  assert(
    property(anyText, (text) => {
      for (const { form } of analyse(text)) expect(foldForms(form)).toEqual([form])
    }),
    { numRuns: 500 },
  )
})

test('what the index takes spells the words that are marked', () => {
  assert(
    property(anyText, (text) => {
      const forms = analyse(text).map(({ form }) => form)
      expect(foldForms(text)).toEqual(forms)
      expect(foldForms(foldLetters(text))).toEqual(forms)
    }),
    { numRuns: 500 },
  )
})

test('composed and decomposed spellings give the same words', () => {
  assert(
    property(string({ unit: 'grapheme' }), (text) => {
      expect(foldForms(text.normalize('NFD'))).toEqual(foldForms(text.normalize('NFC')))
    }),
  )
})
