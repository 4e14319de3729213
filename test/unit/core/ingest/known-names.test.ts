import { expect, test } from 'vitest'
import type { KnownName } from '../../../../electron/core/archive/authorities.ts'
import { createNameFinder } from '../../../../electron/core/ingest/known-names.ts'

const body = (
  authoritySeq: number,
  language: KnownName['language'],
  ...names: readonly string[]
): readonly KnownName[] =>
  names.map((name) => ({ authoritySeq, kind: 'corporate-body', name, language }))

const find = createNameFinder([
  ...body(1, 'fr', 'Union africaine', 'UA'),
  ...body(2, 'en', 'United Nations', 'UN'),
  ...body(3, 'fr', 'Conseil de sécurité des Nations unies'),
  ...body(4, 'fr', 'Nations unies', 'ONU'),
  ...body(5, 'ar', 'الاتحاد الإفريقي', 'ومع'),
])

const found = (text: string, language: 'fr' | 'en' | 'ar'): readonly string[] =>
  find(text, language).map(({ start, end }) => text.slice(start, end))

test('a known name is found however it is accented or cased, with the words of the text', () => {
  expect(found('Réunie à Tunis, l’Union Africaine a salué l’accord.', 'fr')).toEqual([
    'Union Africaine',
  ])
  expect(found('أعلن الاتحاد الإفريقي أمس ومع ذلك', 'ar')).toEqual(['الاتحاد الإفريقي'])
})

test('the longest name at a place wins', () => {
  expect(found('Le Conseil de sécurité des Nations unies se réunit.', 'fr')).toEqual([
    'Conseil de sécurité des Nations unies',
  ])
})

test('a short name is found only as it is spelled, and only in its own language', () => {
  expect(found('Un accord, un seul, avec l’ONU.', 'fr')).toEqual(['ONU'])
  expect(found('It is un-American, said the UN.', 'en')).toEqual(['UN'])
  expect(found('UN ACCORD EST SIGNÉ', 'fr')).toEqual([])
})

test('each record is named once, where it comes first', () => {
  const text = 'L’UA, puis l’Union africaine, puis l’UA encore.'
  expect(find(text, 'fr').map(({ start }) => start)).toEqual([2])
})
