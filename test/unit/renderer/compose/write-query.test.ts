import { describe, expect, test } from 'vitest'
import { parseQuery } from '../../../../electron/core/search/parse-query.ts'
import {
  EMPTY_FIELDS,
  writeQuery,
  type ComposedFields,
} from '../../../../renderer/compose/write-query.ts'
import { SPEECH } from '../../../support/speech.ts'
import { aSearchableArchive } from '../../../support/searchable.ts'

const LANGUAGES = ['fr', 'en', 'ar'] as const
const FIELDS = Object.keys(EMPTY_FIELDS).filter((name): name is keyof ComposedFields =>
  Object.hasOwn(EMPTY_FIELDS, name),
)

describe.each(LANGUAGES)('the query builder in %s', (language) => {
  const { words } = SPEECH[language]
  const write = (fields: Partial<ComposedFields>): string =>
    writeQuery({ ...EMPTY_FIELDS, ...fields }, words.compose.keywords)

  test('writes what can be read, whatever is typed into each field', () => {
    for (const name of FIELDS) {
      for (const typed of [
        'accord pêche',
        '("=',
        'OU',
        'AND NOT',
        '-x',
        'titre:',
        'depuis',
        '»',
        '*',
      ]) {
        const query = write({ [name]: typed, all: 'eau' })
        expect([name, typed, parseQuery(query).ok]).toEqual([name, typed, true])
      }
    }
  })

  test('finds what its fields say', () => {
    const { find, close } = aSearchableArchive([
      { title: 'Pêche', text: 'Un accord sur la pêche.', sortedOn: '2024-05-02', kind: 'wire' },
      {
        title: 'Énergie',
        text: 'Un accord sur l’énergie.',
        sortedOn: '2025-05-02',
        language: 'ar',
      },
      { title: 'Eau', text: 'Une feuille de route.', sortedOn: '2026-05-02', issuer: 'Office' },
    ])
    const found = (fields: Partial<ComposedFields>): readonly string[] =>
      find(write(fields))
        .hits.map(({ title }) => title)
        .toSorted()
    expect(found({ all: 'accord' })).toEqual(['Pêche', 'Énergie'])
    expect(found({ all: 'accord', none: 'pêche' })).toEqual(['Énergie'])
    expect(found({ any: 'pêche feuille' })).toEqual(['Eau', 'Pêche'])
    expect(found({ phrase: 'feuille de route' })).toEqual(['Eau'])
    expect(found({ exact: 'Peche' })).toEqual([])
    expect(found({ near: 'accord énergie' })).toEqual(['Énergie'])
    expect(found({ title: 'eau' })).toEqual(['Eau'])
    expect(found({ issuer: 'office' })).toEqual(['Eau'])
    expect(found({ from: '2025', to: '2025-12' })).toEqual(['Énergie'])
    expect(found({ from: '2025-06' })).toEqual(['Eau'])
    expect(found({ kind: words.reader.kinds.wire })).toEqual(['Pêche'])
    expect(found({ language: words.languages.ar })).toEqual(['Énergie'])
    close()
  })

  test('knows every kind by the name that the interface gives it', () => {
    const kinds = [
      'communique',
      'joint-communique',
      'declaration',
      'press-release',
      'wire',
    ] as const
    const { find, close } = aSearchableArchive(
      kinds.map((kind) => ({ title: kind, text: 'x', kind })),
    )
    for (const kind of kinds) {
      const { hits } = find(write({ kind: words.reader.kinds[kind] }))
      expect([kind, hits.map(({ title }) => title)]).toEqual([kind, [kind]])
    }
    close()
  })

  test('gives examples of the syntax that all run', () => {
    for (const { query } of words.syntax.examples) {
      expect([query, parseQuery(query).ok]).toEqual([query, true])
    }
  })
})
