import { expect, test } from 'vitest'
import { communiquesWithin } from '../../../../electron/core/search/find-rows.ts'
import {
  countSearchesWithin,
  createSavedSearch,
  deleteSavedSearch,
  listSavedSearches,
  markSearchSeen,
  renameSavedSearch,
} from '../../../../electron/core/search/saved-searches.ts'
import type { Filter } from '../../../../shared/model/search.ts'
import { anAskedArchive, ingestFiles, valueOf } from '../../../support/ingest.ts'
import { addTexts, addVersion, aSearchableArchive, facetsOf } from '../../../support/searchable.ts'

const FILTER = { years: [], issuers: [], languages: [] }
const ROUTE = {
  id: 's1',
  name: 'Feuilles de route',
  query: '"feuille de route"',
  filter: FILTER,
  createdAt: '2026-01-01T00:00:00.000Z',
  createdBy: 'Officier',
}

test('a saved search tells what came in since it was last seen', () => {
  const { archive, columns, close } = aSearchableArchive([
    { text: 'Une feuille de route commune.' },
    { text: 'Une autre matière.' },
  ])
  const counts = (): readonly number[] =>
    listSavedSearches(archive, columns).flatMap(({ total, newCount }) => [total, newCount])
  expect(createSavedSearch(archive, columns, ROUTE)).toMatchObject({
    ok: true,
    value: { total: 1, newCount: 0 },
  })
  addTexts(archive, [{ text: 'La feuille de route adoptée.' }, { text: 'Sans rapport.' }])
  expect(counts()).toEqual([2, 1])
  addVersion(archive, 1, { text: 'Une feuille de route commune, corrigée.' })
  expect(counts()).toEqual([2, 2])
  expect(markSearchSeen(archive, columns, 's1')).toMatchObject({ ok: true, value: { newCount: 0 } })
  expect(counts()).toEqual([2, 0])
  close()
})

test('a saved search keeps its filter, is renamed and deleted', () => {
  const { archive, columns, close } = aSearchableArchive([
    { text: 'Une feuille de route.', language: 'fr' },
    { text: 'Feuille de route in French.', language: 'en' },
  ])
  const filter = { ...FILTER, languages: ['en' as const] }
  createSavedSearch(archive, columns, { ...ROUTE, filter })
  expect(listSavedSearches(archive, columns)).toMatchObject([{ total: 1, filter }])
  expect(renameSavedSearch(archive, columns, { id: 's1', name: 'Autre' })).toMatchObject({
    value: { name: 'Autre' },
  })
  expect(deleteSavedSearch(archive, 's1')).toMatchObject({ ok: true, value: { id: 's1' } })
  expect(listSavedSearches(archive, columns)).toEqual([])
  expect(deleteSavedSearch(archive, 's1')).toMatchObject({ failure: { kind: 'not-found' } })
  expect(markSearchSeen(archive, columns, 's1')).toMatchObject({ failure: { kind: 'not-found' } })
  close()
})

test('a saved search narrows another, and one kept with it', () => {
  const { archive, columns, find, close } = aSearchableArchive([
    { text: 'Une feuille de route sur la pêche.', language: 'fr' },
    { text: 'La pêche sans rien.', language: 'fr' },
    { text: 'Feuille de route, fishing and pêche.', language: 'en' },
  ])
  createSavedSearch(archive, columns, ROUTE)
  const inRoute = { ...FILTER, searches: ['s1'] }
  createSavedSearch(archive, columns, { ...ROUTE, id: 's2', query: 'pêche', filter: inRoute })
  const ids = (filter: Filter): readonly string[] =>
    find('pêche', { filter }).hits.map(({ id }) => id)
  expect(ids(FILTER).length).toBe(3)
  expect(ids(inRoute).toSorted()).toEqual(['communique-1', 'communique-3'])
  expect(ids({ ...FILTER, searches: ['s2'] }).length).toBe(2)
  expect(ids({ ...FILTER, searches: ['gone'] })).toEqual([])
  expect(find('pêche', { filter: inRoute }).facets.languages.map(({ count }) => count)).toEqual([
    1, 1,
  ])
  expect(facetsOf(archive, columns, inRoute).languages.length).toBe(2)
  expect(communiquesWithin(archive, columns, inRoute)).toEqual(Uint8Array.of(0, 1, 0, 1))
  expect(communiquesWithin(archive, columns, FILTER)).toBeNull()
  const within = { query: 'pêche', filter: { ...inRoute, languages: ['en' as const] } }
  expect(countSearchesWithin(archive, columns, within)).toEqual({
    ok: true,
    value: [
      { id: 's1', count: 1 },
      { id: 's2', count: 1 },
    ],
  })
  expect(countSearchesWithin(archive, columns, { ...within, query: '(' })).toMatchObject({
    ok: false,
  })
  close()
})

test('a query that cannot be read is not saved', () => {
  const { archive, columns, close } = aSearchableArchive([])
  expect(createSavedSearch(archive, columns, { ...ROUTE, query: '"feuille' })).toMatchObject({
    ok: false,
    failure: { kind: 'query-invalid', why: 'quote-unclosed' },
  })
  expect(listSavedSearches(archive, columns)).toEqual([])
  close()
})

test('a deleted search comes back with what it had counted as seen', async () => {
  const { archive, close } = await anAskedArchive()
  const created = valueOf(
    await archive.call('saved-search.create', { name: 'Eaux', query: 'eau', filter: FILTER }),
  )
  await ingestFiles(archive, [['eau.txt', 'Communiqué\n\nUne eau nouvelle est arrivée au port.']])
  const [before] = valueOf(await archive.call('saved-search.list', {})).searches
  expect(before).toMatchObject({ total: 1, newCount: 1 })
  const { id } = created
  valueOf(await archive.call('saved-search.delete', { id }))
  expect(valueOf(await archive.call('saved-search.list', {})).searches).toEqual([])
  expect(valueOf(await archive.call('saved-search.restore', { id }))).toEqual(before)
  expect(await archive.call('saved-search.restore', { id })).toMatchObject({
    failure: { kind: 'not-found' },
  })
  await close()
})
