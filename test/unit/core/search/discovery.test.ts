import { expect, test } from 'vitest'
import { complete } from '../../../../electron/core/search/complete.ts'
import { countTrend } from '../../../../electron/core/search/count-trend.ts'
import { explainHit } from '../../../../electron/core/search/explain.ts'
import { findSimilar } from '../../../../electron/core/search/find-similar.ts'
import { addNote, aSearchableArchive } from '../../../support/searchable.ts'

const FILTER = { years: [], issuers: [], languages: [] }
const TEXTS = [
  {
    title: 'Négociations halieutiques',
    text: 'Les négociateurs ont signé le protocole halieutique sur la sardine et le thon.',
    sortedOn: '2024-02-10',
    issuer: 'Ministère de la Pêche',
  },
  {
    title: 'Suite',
    text: 'Le protocole halieutique sur la sardine entre en vigueur ; le thon reste exclu.',
    sortedOn: '2024-04',
    issuer: 'Ministère de la Pêche',
  },
  {
    title: 'Autre',
    text: 'Le protocole de coopération judiciaire est prêt.',
    sortedOn: '2024-02-28',
  },
  { title: 'Sans date', text: 'Une négociation sans date.' },
]

test('the likest communiqué is the one with the same rare words, and never itself', () => {
  const { archive, columns, close } = aSearchableArchive(TEXTS)
  const found = findSimilar(archive, columns, { communiqueId: 'communique-1', limit: 5 })
  expect(found).toMatchObject({ ok: true, value: [{ id: 'communique-2' }] })
  expect(found.ok && found.value[0]?.sharedWords).toEqual(
    expect.arrayContaining(['halieutique', 'sardine', 'thon']),
  )
  // Words that only the one has count against the likeness.
  const likeness = found.ok ? (found.value[0]?.likeness ?? 0) : 0
  expect(likeness).toBeGreaterThan(0.3)
  expect(likeness).toBeLessThan(0.8)
  expect(findSimilar(archive, columns, { communiqueId: 'nobody', limit: 5 })).toMatchObject({
    failure: { kind: 'not-found' },
  })
  close()
})

test('what is begun is completed by names, then by words as the archive writes them', () => {
  const { archive, close } = aSearchableArchive(TEXTS)
  archive
    .prepare(
      `INSERT OR IGNORE INTO authority_name (authority_seq, folded, name)
       SELECT seq, 'ministere de la peche', name FROM authority`,
    )
    .run()
  expect(complete(archive, 'pêc', 6)).toEqual([
    { kind: 'authority', text: 'Ministère de la Pêche', count: 2 },
  ])
  expect(complete(archive, 'nego', 6)).toEqual([
    { kind: 'word', text: 'négociateurs', count: 1 },
    { kind: 'word', text: 'négociation', count: 1 },
    { kind: 'word', text: 'Négociations', count: 1 },
  ])
  close()
})

test('a hit is explained part by part, in the words of the original', () => {
  const { archive, close } = aSearchableArchive(TEXTS)
  addNote(archive, 1, 'Vérifier le protocole')
  const explained = explainHit(archive, {
    query: 'negociation "protocole halieutique" -judiciaire',
    communiqueId: 'communique-1',
  })
  close()
  expect(explained).toEqual({
    ok: true,
    value: [
      {
        part: 'negociation',
        inTitle: 1,
        inText: 0,
        inNotes: 0,
        spellings: ['Négociations'],
        heldBy: 2,
      },
      {
        part: '"protocole halieutique"',
        inTitle: 0,
        inText: 1,
        inNotes: 0,
        spellings: ['protocole halieutique'],
        heldBy: 2,
      },
    ],
  })
})

test('an expression is counted by month, with its first occurrence', () => {
  const { archive, columns, close } = aSearchableArchive(TEXTS)
  expect(countTrend(archive, columns, { query: 'protocole', filter: FILTER })).toEqual({
    ok: true,
    value: {
      total: 3,
      points: [
        { period: '2024-02', count: 2, outOf: 2 },
        { period: '2024-04', count: 1, outOf: 1 },
      ],
      undated: 0,
      first: {
        communiqueId: 'communique-1',
        title: 'Négociations halieutiques',
        sortedOn: '2024-02-10',
      },
    },
  })
  expect(countTrend(archive, columns, { query: 'négociation', filter: FILTER })).toMatchObject({
    value: { total: 2, undated: 1 },
  })
  close()
})
