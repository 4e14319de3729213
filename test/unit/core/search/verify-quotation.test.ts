import { afterAll, describe, expect, test } from 'vitest'
import { verifyQuotation } from '../../../../electron/core/search/verify-quotation.ts'
import { quotableTexts, quotationCases } from '../../../support/quotation-cases.ts'
import { addVersion, aSearchableArchive } from '../../../support/searchable.ts'

const FIRST =
  'Le ministre d’État a réaffirmé l’engagement total du Royaume.\n\nLa mise en œuvre de la feuille de route Maroc–France débutera à l’été.'
const { archive, close } = aSearchableArchive([
  { title: 'Réunion de travail', text: FIRST, sortedOn: '2025-04-14', issuer: 'Intérieur' },
  { title: 'تعاون', text: 'جدّد الوزيران التزامهما بمكافحة شبكات الاتجار بالبشر.', language: 'ar' },
])
addVersion(archive, 1, {
  title: 'Réunion de travail',
  text: FIRST.replace('débutera à l’été', 'débutera en septembre'),
})
afterAll(close)

const verdictOf = (quotation: string): string => verifyQuotation(archive, quotation).verdict

test('a verbatim quotation is given with every place where it stands', () => {
  const check = verifyQuotation(archive, 'feuille de route Maroc–France')
  expect(check.verdict).toBe('verbatim')
  expect(check.places.map(({ versionNumber }) => versionNumber)).toEqual([1, 2])
  const [place] = check.places
  expect(place).toMatchObject({ paragraph: 2, issuerName: 'Intérieur', sortedOn: '2025-04-14' })
  expect(FIRST.slice(place?.start, place?.end)).toBe('feuille de route Maroc–France')
})

test('the words of an earlier wording are still verbatim, and the place says which', () => {
  const check = verifyQuotation(archive, 'débutera à l’été')
  expect(check).toMatchObject({ verdict: 'verbatim', total: 1, places: [{ versionNumber: 1 }] })
})

describe('another typography alone is told apart from another wording', () => {
  test.for([
    ["ministre d'État a réaffirmé l'engagement", 'apostrophe'],
    ['ministre d’Etat a réaffirmé', 'capital-accent'],
    ['La mise en oeuvre de la feuille', 'ligature'],
    ['feuille de route Maroc-France', 'dash'],
    ['Le ministre d’État a\u00A0réaffirmé', 'space'],
    ['le ministre d’état a réaffirmé', 'case'],
    ['a reaffirme l’engagement total du Royaume. La mise en oeuvre', 'accent'],
    ['A RÉAFFIRMÉ L’ENGAGEMENT TOTAL', 'case'],
    ['engagement total du Royaume !', 'edge-punctuation'],
    ['جدد الوزيران التزامهما', 'vowel-sign'],
    ['بمكافحة شبكات الإتجار بالبشر', 'letter-shape'],
  ] as const)('%s', ([quotation, kind]) => {
    const check = verifyQuotation(archive, quotation)
    expect(check.verdict).toBe('typographic')
    const kinds = check.typography.flatMap((difference) => difference.kinds)
    expect(kinds).toContain(kind)
  })

  test('a comma, an accent or a number is wording', () => {
    expect(verdictOf('Le ministre d’État, a réaffirmé l’engagement total')).toBe('altered')
    expect(verdictOf('Le ministre d’État a réaffirme l’engagement total')).toBe('altered')
  })
})

test('an altered quotation is compared with the nearest passage, word by word', () => {
  const quotation =
    'La mise en œuvre partielle de la feuille de route Maroc–France débutera en mai.'
  const check = verifyQuotation(archive, quotation)
  expect(check.verdict).toBe('altered')
  const [place] = check.places
  const added = check.changes
    .filter(({ kind }) => kind === 'inserted')
    .map(({ fresh }) => check.quotation.slice(fresh?.start, fresh?.end))
  const left = check.changes
    .filter(({ kind }) => kind === 'deleted')
    .map(({ old }) => place?.text.slice(old?.start, old?.end))
  expect(added).toContain('partielle')
  expect(added).toContain('mai')
  expect(left).toContain('septembre')
})

test('what nobody said is absent', () => {
  expect(verdictOf('La pêche au thon rouge sera interdite dès janvier prochain')).toBe('absent')
  expect(verdictOf('… — !')).toBe('absent')
})

test('five hundred generated quotations are judged right', () => {
  const texts = quotableTexts(11)
  const generated = aSearchableArchive(texts)
  const wrong = quotationCases(texts, 500, 12).flatMap(({ truth, quotation }) => {
    const { verdict } = verifyQuotation(generated.archive, quotation)
    return verdict === truth ? [] : [{ truth, verdict, quotation }]
  })
  generated.close()
  expect(wrong).toEqual([])
}, 120_000)
