import { afterAll, expect, test } from 'vitest'
import { formulaicText } from '../../../support/formulaic-texts.ts'
import { randomFromSeed } from '../../../support/random.ts'
import type { Random } from '../../../support/random.ts'
import { search } from '../../../../electron/core/search/search.ts'
import { aSearchableArchive, addNote } from '../../../support/searchable.ts'

const random = randomFromSeed(41)
const { archive, columns, close } = aSearchableArchive(
  Array.from({ length: 60 }, (_, index) => {
    const language = index % 3 === 0 ? 'ar' : 'fr'
    return { title: `Titre ${index}`, text: formulaicText(language, random, 2000), language }
  }),
)
addNote(archive, 1, 'À vérifier', ['suivi'])
afterAll(close)

/** A shared and busy machine makes any one query slow now and then; a hostile one is slow always. */
const BUDGET_MS = 400
const TRIES = 3

const PIECES = [
  '"',
  '="',
  '«',
  '»',
  '“',
  '(',
  ')',
  '-',
  '*',
  ':',
  '..',
  ',',
  '|',
  '\\',
  '%',
  ';',
  '\0',
  'AND',
  'ET',
  'OU',
  'OR',
  'NOT',
  'SAUF',
  'و',
  'أو',
  'إلا',
  'NEAR(',
  'PRÈS(',
  'قرب(',
  'titre:',
  'title:',
  'عنوان:',
  'émetteur:',
  'issuer:',
  'date:',
  'tag:',
  'note:',
  'langue:',
  'personne:',
  'lieu:',
  'type:',
  'depuis',
  'since',
  'منذ',
  'avril',
  '2025',
  '2024..',
  '..',
  "l'",
  'd’',
  'la',
  'de',
  'a*',
  'e*',
  'ministres',
  'coopération',
  'الشراكة',
  'ال*',
  '\u0301',
  '👩‍👧',
  '\u202E',
  '\uD800',
  'ﷺ',
  "'; DROP TABLE version; --",
  '{title} :',
  '^',
  'x'.repeat(40),
]

function aQuery(from: Random): string {
  const count = 1 + from.below(from.chance(0.05) ? 300 : 14)
  const joiner = from.chance(0.7) ? ' ' : ''
  return Array.from({ length: count }, () =>
    from.chance(0.85)
      ? (from.pick(PIECES) ?? '')
      : String.fromCodePoint(1 + from.below(0xffff)).normalize(),
  ).join(joiner)
}

function timeOf(query: string): number {
  const before = performance.now()
  const filter = { years: [], issuers: [], languages: [] }
  const found = search(archive, columns, { query, filter, offset: 0, limit: 20 })
  expect([query, found.ok ? 'answered' : found.failure.kind]).toEqual([
    query,
    expect.stringMatching(/^(?:answered|query-invalid)$/u),
  ])
  return performance.now() - before
}

function isOverBudget(query: string): boolean {
  for (let attempt = 0; attempt < TRIES; attempt++) if (timeOf(query) <= BUDGET_MS) return false
  return true
}

test('ten thousand random queries are answered or refused, each within its budget', () => {
  const over: string[] = []
  for (let count = 0; count < 10_000; count++) {
    const query = aQuery(random)
    if (isOverBudget(query)) over.push(query)
  }
  expect(over).toEqual([])
}, 600_000)

test.for([
  ['every word begins with a letter', 'a* OU e* OU d* OU l* OU p* OU s* OU c* OU m* '.repeat(30)],
  ['many words near one another', `NEAR(la de les des et en a, 999)`],
  ['a very long phrase', `"${'la coopération en matière de sécurité civile '.repeat(40)}"`],
  ['exclusions of exclusions', 'NOT '.repeat(400) + 'paix'],
  ['nested groups', '('.repeat(19) + 'la OU de' + ')'.repeat(19)],
  ['many alternatives', Array.from({ length: 300 }, (_, index) => `mot${index}`).join(' OU ')],
  ['many words', 'ministres '.repeat(190)],
] as const)('a hostile query is no heavier than its budget: %s', ([, query]) => {
  expect(isOverBudget(query.slice(0, 2000))).toBe(false)
})
