import { createColumns } from '../../../../electron/core/search/columns.ts'
import { findHitsWhileWanted } from '../../../../electron/core/search/search.ts'
import { afterAll, describe, expect, test } from 'vitest'
import { aSearchableArchive, addNote, addVersion, facetsOf } from '../../../support/searchable.ts'

const texts = [
  {
    title: 'Réunion sur l’Intérieur',
    text: 'Le ministre d’État a reçu M. Dupré.\n\nLes négociations entre le Maroc–France ont avancé.',
    sortedOn: '2025-04-14',
    issuer: 'Ministère de l’Intérieur',
  },
  {
    title: 'Évènements de la semaine',
    text: 'Cet événement montre qu’il faut œuvrer ensemble. Le ministre d’Etat l’a rappelé.',
    sortedOn: '2024-10',
    issuer: 'Cabinet',
  },
  {
    title: 'بيان',
    text: 'كُتِبَ في المغـــرب بيان وزارة الداخلية.',
    language: 'ar',
    sortedOn: '2023',
  },
  {
    title: 'Statement',
    text: 'Talks on migration were welcomed by both ministers.',
    language: 'en',
  },
]
const { archive, find, close } = aSearchableArchive(texts)
afterAll(close)

/** What a search marks, as written in the originals. */
function marked(query: string): readonly string[] {
  return find(query).hits.flatMap((hit) => {
    const { title = '', text } = texts[Number(hit.id.split('-')[1]) - 1] ?? { text: '' }
    return [
      ...hit.titleMatches.map(({ start, end }) => title.slice(start, end)),
      ...hit.snippets.flatMap((snippet) =>
        snippet.matches.map(({ start, end }) => text.slice(start, end)),
      ),
    ]
  })
}

describe('words are found however they are typed, and marked as they are written', () => {
  test.for([
    ['etat', ['État', 'Etat']],
    ['État', ['État', 'Etat']],
    ["l'interieur", ['Intérieur']],
    ['negociation', ['négociations']],
    ['evenement | évènements', ['Évènements', 'événement']],
    ['oeuvrer', ['œuvrer']],
    ['maroc-france', ['Maroc–France']],
    ['كتب', ['كُتِبَ']],
    ['المغرب', ['المغـــرب']],
    ['مغرب', ['المغـــرب']],
    ['وزاره', ['وزارة']],
    ['meeting talk', []],
    ['talk minister', ['Talks', 'ministers']],
    ['"ministre d\'état"', ['ministre d’État', 'ministre d’Etat']],
    ['négo*', ['négociations']],
  ] as const)('%s', ([query, expected]) => {
    expect(marked(query).toSorted()).toEqual([...expected].toSorted())
  })
})

describe('an exact wording tells apart what folding joins', () => {
  test.for([
    ['="État"', ['État']],
    ['="Etat"', ['Etat']],
    ['="d\'Etat"', []],
    ['="d’Etat"', ['d’Etat']],
    ['="Maroc-France"', []],
    ['="Maroc–France"', ['Maroc–France']],
    ['="كتب"', []],
    ['="المغرب"', []],
    ['="وزاره"', []],
    ['="وزارة"', ['وزارة']],
    ['="négociation"', []],
  ] as const)('%s', ([query, expected]) => {
    expect(marked(query)).toEqual(expected)
  })
})

test('a note is found with its communiqué, which is given once', () => {
  addNote(archive, 2, 'À vérifier : la feuille de route évoquée', ['suivi'])
  const { total, hits } = find('"feuille de route"')
  expect(total).toBe(1)
  expect(hits[0]?.id).toBe('communique-2')
  const note = hits[0]?.snippets.find(({ field }) => field === 'note')
  expect(note?.matches.map(({ start, end }) => note.text.slice(start, end))).toEqual([
    'feuille de route',
  ])
})

test('only the latest wording answers', () => {
  archive.write(() => addVersion(archive, 4, { text: 'Les pourparlers sont suspendus.' }))
  expect(find('talks').total).toBe(0)
  expect(find('pourparlers').hits.map(({ versionId }) => versionId)).toEqual(['version-5'])
})

test('filters narrow the hits, and each facet counts under the other filters', () => {
  const filter = { years: ['2025'], issuers: [], languages: ['fr' as const] }
  const page = find('ministre', { filter })
  expect(page.total).toBe(1)
  expect(page.facets.years).toEqual([
    { value: '2025', label: '2025', count: 1 },
    { value: '2024', label: '2024', count: 1 },
  ])
  expect(page.facets.issuers.map(({ label, count }) => [label, count])).toEqual([
    ['Ministère de l’Intérieur', 1],
  ])
})

test.each(['ministre', 'octobre 2024', 'بيان', 'nulle-part', ''])(
  'the facets of «%s» asked alone are those that come with its hits',
  (query) => {
    const filter = { years: ['2025'], issuers: [], languages: [] }
    const alone = facetsOf(archive, createColumns(), filter, query)
    expect(alone).toEqual(find(query, { filter }).facets)
  },
)

function ids(query: string): readonly string[] {
  return find(query).hits.map(({ id }) => id)
}

test('dates, fields and operators combine', () => {
  expect(ids('ministre depuis 2025')).toEqual(['communique-1'])
  expect(ids('ministre octobre 2024')).toEqual(['communique-2'])
  expect(ids('émetteur:intérieur')).toEqual(['communique-1'])
  expect(ids('ministre -oeuvrer')).toEqual(['communique-1'])
  expect(ids('titre:semaine OU langue:arabe').toSorted()).toEqual(['communique-2', 'communique-3'])
  expect(ids('NEAR(reçu ministre, 3)')).toEqual(['communique-1'])
  expect(ids('NEAR(ministre reçu, 2)')).toEqual([])
  expect(ids('2024..2025').length).toBe(2)
})

test('a search that is no longer wanted is given up', async () => {
  const abort = new AbortController()
  const request = {
    query: 'ministre',
    filter: { years: [], issuers: [], languages: [] },
    offset: 0,
    limit: 10,
  }
  const wanted = findHitsWhileWanted(archive, createColumns(), request, abort.signal)
  const unwanted = findHitsWhileWanted(archive, createColumns(), request, AbortSignal.abort())
  expect(await wanted).toMatchObject({ ok: true, value: { total: 2 } })
  expect(await unwanted).toEqual({ ok: false, failure: { kind: 'cancelled' } })
})

test('a query that finds nothing is answered as it was meant, and that is told', () => {
  const page = find('ministere negociatoin')
  expect(page.corrected).toBe('ministre négociations')
  expect(page).toEqual({ ...find('ministre négociations'), corrected: page.corrected })
  expect(page.total).toBeGreaterThan(0)
  expect(find('ministre')).toMatchObject({ corrected: null, suggestions: [] })
})

test('a spelling that finds nothing under the filter either is only offered', () => {
  const filter = { years: ['1950'], issuers: [], languages: [] }
  expect(find('ministere negociatoin', { filter })).toMatchObject({
    total: 0,
    corrected: null,
    suggestions: ['ministre négociations'],
  })
})

test('articles need not be there where other words are asked, and can be asked alone', () => {
  const own = aSearchableArchive([{ text: 'Visite de Lyon.' }, { text: 'Le port.' }])
  expect(own.find('la visite à Lyon').total).toBe(0)
  expect(own.find('la visite des Lyon').total).toBe(1)
  expect(own.find('"la visite"').total).toBe(0)
  expect(own.find('le').total).toBe(1)
  own.close()
})

test('a name is found in its other spellings, and a person of another name is not', () => {
  const own = aSearchableArchive([
    { text: 'M. Pachinian a reçu les députés.' },
    { text: 'M. Pashinyan est venu.' },
    { text: 'M. Patchikian est venu.' },
    { text: 'Le Haut-Karabagh.' },
  ])
  expect(
    own
      .find('Pachinyan')
      .hits.map(({ id }) => id)
      .toSorted(),
  ).toEqual(['communique-1', 'communique-2'])
  expect(own.find('haut-karabakh').total).toBe(1)
  own.close()
})

test('recent texts are favoured where that is asked, and only there', () => {
  const own = aSearchableArchive([
    { text: 'La pêche. La pêche aussi.', sortedOn: '1990-01-01' },
    { text: 'La pêche, et beaucoup d’autres choses encore.', sortedOn: '2026-01-01' },
    { text: 'La pêche, et beaucoup d’autres choses encore.' },
  ])
  const first = (favoursRecent: boolean): string | undefined =>
    own.find('pêche', { favoursRecent }).hits[0]?.id
  expect(first(false)).toBe('communique-1')
  expect(first(true)).toBe('communique-2')
  own.close()
})

test('the versions of a communiqué are one hit, which tells those that have the words too', () => {
  const own = aSearchableArchive([{ text: 'Accord de pêche.' }, { text: 'La pêche.' }])
  addVersion(own.archive, 1, { text: 'Accord de coopération.' })
  addVersion(own.archive, 1, { text: 'Accord de pêche et de coopération.' })
  const grouped = own.find('pêche').hits.map(({ id, versionCount, alsoIn }) => ({
    id,
    versionCount,
    alsoIn,
  }))
  expect(grouped).toHaveLength(2)
  expect(grouped).toContainEqual({ id: 'communique-1', versionCount: 3, alsoIn: [1] })
  expect(grouped).toContainEqual({ id: 'communique-2', versionCount: 1, alsoIn: [] })
  own.close()
})
