import { array, assert, constantFrom, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { foldForms } from '../../../../shared/text/analyse.ts'
import { widenForm } from '../../../../electron/core/search/widen.ts'
import { aSearchableArchive } from '../../../support/searchable.ts'

const words = constantFrom(
  'État',
  'Etats',
  'l’Intérieur',
  'intérieure',
  'œuvrer',
  'Maroc–France',
  'négociation',
  'négociations',
  'migratoire',
  'كُتِبَ',
  'المغـــرب',
  'والمغرب',
  'وزارة',
  'talks',
  'talked',
  'é',
)
const text = array(tuple(words, constantFrom(' ', ', ', '.\n\n', '\u202F: ', '\u200F ')), {
  minLength: 1,
  maxLength: 120,
}).map((parts) => parts.flat().join(''))
const queries = constantFrom(
  'etat',
  'interieur',
  'negociation migratoire',
  'oeuvrer OR talk',
  'maroc-france',
  'كتب',
  'المغرب',
  'وزاره',
  '"l’interieur"',
  'nego*',
  'talk -etat',
  'NEAR(etat interieur, 3)',
)

test('every marked span, folded, is what the query asks for, and lies in its snippet', () => {
  assert(
    property(array(text, { minLength: 1, maxLength: 4 }), queries, (texts, query) => {
      const { archive, find, close } = aSearchableArchive(
        texts.map((one) => ({ title: one.slice(0, 40), text: one })),
      )
      const asked = foldForms(query.replaceAll(/NEAR|OR|, 3/gu, ' '))
      const accepted = new Set(asked.flatMap((form) => widenForm(archive, form)))
      const isAsked = (form: string): boolean =>
        accepted.has(form) || (query.endsWith('*') && form.startsWith('nego'))
      for (const hit of find(query).hits) {
        const original = texts[Number(hit.id.split('-')[1]) - 1] ?? ''
        for (const { start, end } of hit.titleMatches) {
          expect(foldForms(hit.title.slice(start, end)).every(isAsked)).toBe(true)
        }
        expect(hit.snippets.length).toBeGreaterThan(0)
        for (const snippet of hit.snippets) {
          const { start } = snippet
          expect(original.slice(start, start + snippet.text.length)).toBe(snippet.text)
          for (const span of snippet.matches) {
            expect(span.start).toBeGreaterThanOrEqual(start)
            expect(span.end).toBeLessThanOrEqual(start + snippet.text.length)
            expect(foldForms(original.slice(span.start, span.end)).every(isAsked)).toBe(true)
          }
        }
        const marks =
          hit.titleMatches.length + hit.snippets.flatMap(({ matches }) => matches).length
        expect(marks).toBeGreaterThan(0)
      }
      close()
    }),
    { numRuns: 60 },
  )
})

test('words asked to be near are marked only where they are', () => {
  const far = 'x '.repeat(30)
  const original = `Paix ${far} Sahara ${far} la paix au Sahara.`
  const { find, close } = aSearchableArchive([{ text: original }])
  const marked = find('NEAR(sahara paix, 3)').hits.flatMap(({ snippets }) =>
    snippets.flatMap(({ matches }) => matches.map(({ start }) => start)),
  )
  expect(marked).toEqual([original.lastIndexOf('paix'), original.lastIndexOf('Sahara')])
  close()
})
