import { expect, test } from 'vitest'
import { findBrokenEntries } from '../../../../electron/core/archive/journal.ts'
import type { DossierDesk } from '../../../../electron/core/archive/dossier-states.ts'
import {
  addItems,
  createDossier,
  deleteDossier,
  describeDossier,
  listDossiers,
  moveItems,
  openDossier,
  redoDossier,
  removeItems,
  undoDossier,
  writeItem,
} from '../../../../electron/core/archive/dossiers.ts'
import { joinVersions } from '../../../../electron/core/archive/merged-versions.ts'
import { communiquesWithin } from '../../../../electron/core/search/find-rows.ts'
import type { Dossier } from '../../../../shared/model/dossier.ts'
import type { Outcome } from '../../../../shared/model/failure.ts'
import { aClock } from '../../../support/archive.ts'
import { addVersion, aSearchableArchive, facetsOf } from '../../../support/searchable.ts'

const TEXTS = [
  { title: 'Accord sur l’eau', text: 'Les deux pays partagent l’eau.\n\nIls se reverront.' },
  { title: 'بلاغ مشترك', text: 'عقد الوزيران اجتماعا في الرباط.', language: 'ar' },
  { title: 'Visite', text: 'Le ministre a été reçu à Rabat.' },
]

function aDesk(): DossierDesk {
  const clock = aClock()
  return { clock, authorship: { actor: 'Officier', at: clock.now() } }
}

function valueOf(outcome: Outcome<Dossier>): Dossier {
  if (!outcome.ok) throw new Error(outcome.failure.kind)
  return outcome.value
}

const whole = (seq: number) => ({
  kind: 'communique' as const,
  communiqueId: `communique-${seq}`,
})

/** What stands in a dossier, in short. */
const outlineOf = ({ items }: Dossier): readonly string[] =>
  items.map((item) => {
    if (item.kind === 'communique') return item.title
    return item.kind === 'passage' ? `« ${item.passage.text} »` : item.words
  })

function aDossier() {
  const opened = aSearchableArchive(TEXTS)
  const desk = aDesk()
  const { id } = valueOf(
    createDossier(opened.archive, desk, {
      title: 'Coopération hydraulique',
      description: '',
      marking: '',
      items: [
        { kind: 'heading', words: 'Contexte', level: 1 },
        whole(1),
        { kind: 'passage', versionId: 'version-1', start: 32, end: 49 },
        { kind: 'note', words: 'À relire.' },
      ],
    }),
  )
  return { ...opened, desk, id, read: () => valueOf(openDossier(opened.archive, id)) }
}

test('a dossier is an outline of headings, texts, passages and notes', () => {
  const { read, archive, close } = aDossier()
  expect(outlineOf(read())).toEqual([
    'Contexte',
    'Accord sur l’eau',
    '« Ils se reverront. »',
    'À relire.',
  ])
  expect(read().items[2]).toMatchObject({ passage: { paragraph: 2, start: 32 }, isNewest: true })
  expect(listDossiers(archive)).toMatchObject([{ itemCount: 4, communiqueCount: 1 }])
  close()
})

test('items are added, moved, written and removed, and each step is undone and redone', () => {
  const { archive, desk, id, read, close } = aDossier()
  const [heading, text, passage, note] = read().items.map((item) => item.id)
  const states = [outlineOf(read())]
  const steps = [
    () => addItems(archive, desk, { id, items: [whole(2), whole(3)], beforeId: passage ?? null }),
    () =>
      moveItems(archive, desk, { id, itemIds: [note ?? '', text ?? ''], beforeId: heading ?? '' }),
    () => writeItem(archive, desk, { id, itemId: heading ?? '', words: 'Rappel', level: 2 }),
    () => removeItems(archive, desk, { id, itemIds: [passage ?? '', heading ?? ''] }),
  ]
  for (const step of steps) states.push(outlineOf(valueOf(step())))
  expect(states.slice(1)).toEqual([
    ['Contexte', 'Accord sur l’eau', 'بلاغ مشترك', 'Visite', '« Ils se reverront. »', 'À relire.'],
    ['Accord sur l’eau', 'À relire.', 'Contexte', 'بلاغ مشترك', 'Visite', '« Ils se reverront. »'],
    ['Accord sur l’eau', 'À relire.', 'Rappel', 'بلاغ مشترك', 'Visite', '« Ils se reverront. »'],
    ['Accord sur l’eau', 'À relire.', 'بلاغ مشترك', 'Visite'],
  ])
  for (const state of states.toReversed().slice(1)) {
    expect(outlineOf(valueOf(undoDossier(archive, desk, id)))).toEqual(state)
  }
  expect(undoDossier(archive, desk, id)).toMatchObject({ failure: { kind: 'nothing-to-undo' } })
  for (const state of states.slice(1)) {
    expect(outlineOf(valueOf(redoDossier(archive, desk, id)))).toEqual(state)
  }
  expect(redoDossier(archive, desk, id)).toMatchObject({ failure: { kind: 'nothing-to-undo' } })
  close()
})

test('a new change takes the place of what was undone', () => {
  const { archive, desk, id, read, close } = aDossier()
  describeDossier(archive, desk, { id, title: 'Eaux' })
  undoDossier(archive, desk, id)
  describeDossier(archive, desk, { id, marking: 'Diffusion restreinte' })
  expect(read()).toMatchObject({
    title: 'Coopération hydraulique',
    marking: 'Diffusion restreinte',
    canUndo: true,
    canRedo: false,
  })
  close()
})

test('what changes nothing is no step, and a text stands whole only once', () => {
  const { archive, desk, id, read, close } = aDossier()
  const before = read()
  addItems(archive, desk, { id, items: [whole(1)], beforeId: null })
  describeDossier(archive, desk, { id, title: before.title })
  writeItem(archive, desk, { id, itemId: before.items[3]?.id ?? '', words: 'À relire.' })
  expect(read()).toEqual(before)
  addItems(archive, desk, { id, items: [whole(2), whole(2)], beforeId: null })
  expect(read().items).toHaveLength(5)
  close()
})

test('a deleted dossier leaves the list and comes back by undo', () => {
  const { archive, desk, id, close } = aDossier()
  deleteDossier(archive, desk, id)
  expect(listDossiers(archive)).toEqual([])
  expect(describeDossier(archive, desk, { id, title: 'Autre' })).toMatchObject({
    failure: { kind: 'not-found', what: 'dossier' },
  })
  expect(undoDossier(archive, desk, id)).toMatchObject({ value: { isDeleted: false } })
  expect(listDossiers(archive)).toHaveLength(1)
  close()
})

test('nothing is kept of a change that names what is not there', () => {
  const { archive, desk, id, read, close } = aDossier()
  const before = read()
  const refused = [
    addItems(archive, desk, {
      id,
      items: [{ kind: 'note', words: 'a' }, whole(9)],
      beforeId: null,
    }),
    addItems(archive, desk, { id, items: [whole(2)], beforeId: 'nowhere' }),
    moveItems(archive, desk, { id, itemIds: ['nowhere'], beforeId: null }),
    removeItems(archive, desk, { id, itemIds: ['nowhere'] }),
    openDossier(archive, 'nowhere'),
  ]
  expect(refused.map((outcome) => (outcome.ok ? '' : outcome.failure.kind))).toEqual(
    refused.map(() => 'not-found'),
  )
  for (const [start, end] of [
    [30, 32],
    [5, 5],
    [0, 999],
  ] as const) {
    const items = [{ kind: 'passage' as const, versionId: 'version-1', start, end }]
    expect(addItems(archive, desk, { id, items, beforeId: null })).toMatchObject({
      failure: { kind: 'passage-invalid' },
    })
  }
  const text = before.items[1]?.id ?? ''
  expect(writeItem(archive, desk, { id, itemId: text, words: 'x' })).toMatchObject({
    failure: { kind: 'input-refused', at: 'itemId' },
  })
  expect(read()).toEqual(before)
  close()
})

test('a passage keeps its wording when the text gets a newer one', () => {
  const { archive, read, close } = aDossier()
  addVersion(archive, 1, { title: 'Accord corrigé', text: 'Tout autre chose.' })
  expect(read().items[2]).toMatchObject({ passage: { text: 'Ils se reverront.' }, isNewest: false })
  close()
})

test('a merged text stands as what it became', () => {
  const { archive, desk, id, read, close } = aDossier()
  addItems(archive, desk, { id, items: [whole(3)], beforeId: null })
  archive.write(() => {
    archive
      .prepare(
        `INSERT INTO relation (seq, id, kind, from_seq, to_seq, settlement, rule)
         VALUES (1, 'r', 'amends', 3, 2, 'confirmed', 'officer')`,
      )
      .run()
    joinVersions(archive, { relationSeq: 1, fromSeq: 3, toSeq: 2 })
  })
  expect(read().items.at(-1)).toMatchObject({ communiqueId: 'communique-2' })
  close()
})

test('every change of a dossier is in the journal', () => {
  const { archive, desk, id, close } = aDossier()
  describeDossier(archive, desk, { id, description: 'Pour le cabinet' })
  undoDossier(archive, desk, id)
  const entries = archive
    .prepare<{ action: string; subject: string }>('SELECT action, subject FROM journal')
    .all()
  expect(entries).toEqual(
    ['create', 'describe', 'undo'].map((verb) => ({ action: `dossier.${verb}`, subject: id })),
  )
  expect(findBrokenEntries(archive)).toEqual([])
  close()
})

test('a dossier is a facet: counted once for a text, and narrowing to it', () => {
  const { archive, columns, find, desk, id, close } = aDossier()
  const none = { years: [], issuers: [], languages: [] }
  const other = valueOf(
    createDossier(archive, desk, {
      title: 'Autre',
      description: '',
      marking: '',
      items: [whole(2), whole(3)],
    }),
  )
  const facet = { value: id, label: 'Coopération hydraulique', count: 1 }
  expect(facetsOf(archive, columns, none).dossiers).toEqual([
    { value: other.id, label: 'Autre', count: 2 },
    facet,
  ])
  expect(find('eau').facets.dossiers).toEqual([facet])
  const narrowed = find('', { filter: { ...none, dossiers: [other.id] } })
  expect(narrowed.hits.map((hit) => hit.id).toSorted()).toEqual(['communique-2', 'communique-3'])
  expect(narrowed.facets.languages.map(({ count }) => count)).toEqual([1, 1])
  expect(narrowed.facets.dossiers).toContainEqual(facet)
  const both = { ...none, dossiers: [id, other.id] }
  expect(communiquesWithin(archive, columns, both)?.slice(0, 4)).toEqual(Uint8Array.of(0, 1, 1, 1))
  deleteDossier(archive, desk, other.id)
  expect(find('', { filter: { ...none, dossiers: [other.id] } }).total).toBe(0)
  close()
})

test('a search is narrowed to a dossier by words of its title', () => {
  const { archive, find, desk, id, close } = aDossier()
  addItems(archive, desk, {
    id,
    items: [{ kind: 'passage', versionId: 'version-3', start: 0, end: 11 }],
    beforeId: null,
  })
  const found = (query: string) =>
    find(query)
      .hits.map((hit) => hit.id)
      .toSorted()
  expect(found('dossier:cooperation')).toEqual(['communique-1', 'communique-3'])
  expect(found('dossier:"coopération hydraulique" eau')).toEqual(['communique-1'])
  expect(found('-dossier:hydraulique')).toEqual(['communique-2'])
  expect(found('ملف:coopération')).toEqual(['communique-1', 'communique-3'])
  expect(found('dossier:pêche')).toEqual([])
  deleteDossier(archive, desk, id)
  expect(found('dossier:cooperation')).toEqual([])
  close()
})
