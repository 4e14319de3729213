import { expect, test } from 'vitest'
import {
  mergeAuthorities,
  undoAuthorityMerge,
} from '../../../../electron/core/archive/authority-merge.ts'
import { settleAttribution } from '../../../../electron/core/archive/attributions.ts'
import { listCommuniques } from '../../../../electron/core/archive/communiques.ts'
import { settleMention } from '../../../../electron/core/archive/mentions.ts'
import { settleRelation } from '../../../../electron/core/archive/relations.ts'
import { settleDate } from '../../../../electron/core/archive/stated-dates.ts'
import {
  createAnnotation,
  reviseAnnotation,
  undoAnnotation,
} from '../../../../electron/core/annotations/annotate.ts'
import { eraseAnnotations } from '../../../../electron/core/annotations/erase-annotations.ts'
import type { WritableArchive } from '../../../../electron/core/db/archive-handle.ts'
import type { createColumns } from '../../../../electron/core/search/columns.ts'
import { communiquesWithin, findFacetValues } from '../../../../electron/core/search/find-rows.ts'
import type { Filter } from '../../../../shared/model/search.ts'
import type { Settlement } from '../../../../shared/model/stated-date.ts'
import { foldText } from '../../../../shared/text/analyse.ts'
import { aClock } from '../../../support/archive.ts'
import { countCarried, COUNTED_FIELDS, readCarried } from '../../../support/facet-counts.ts'
import { valueOf } from '../../../support/ingest.ts'
import { randomFromSeed, type Random } from '../../../support/random.ts'
import {
  aSearchableArchive,
  addTexts,
  type SearchableText,
  facetsOf,
} from '../../../support/searchable.ts'

const EVERYTHING: Filter = { years: [], issuers: [], languages: [] }
const AUTHORSHIP = { actor: 'Officier', at: '2026-01-05T09:00:00.000Z' }
const SETTLEMENTS: readonly Settlement[] = ['unconfirmed', 'confirmed', 'rejected']
const KINDS = ['communique', 'joint-communique', 'declaration', 'wire'] as const
const PLACES = ['Rabat', 'RABAT', 'Paris', 'PARIS', 'الرباط', 'Genève', 'Le Caire']
const TAGS = ['mer', 'énergie', 'à suivre', 'وسم', 'mer ']
const PEOPLE = 12
const TEXTS = 80
const STEPS = 60

const SEEDS = [20_250_416, 1, 77]

test.each(SEEDS)(
  'counts what the tables hold under any filter and after any edit (seed %i)',
  (seed) => {
    const random = randomFromSeed(seed)
    const office = anOffice(random)
    const { archive, columns } = office
    for (let step = 0; step < STEPS; step += 1) {
      const edit = random.pick(EDITS)
      for (let turn = random.below(4); turn > 0; turn -= 1) edit?.(office)
      const carried = readCarried(archive)
      const filter = aFilter(random)
      const keptBy = readMerged(archive)
      const asked = withKept(filter, keptBy)
      const facets = facetsOf(archive, columns, filter)
      for (const field of COUNTED_FIELDS) {
        const counts = Object.fromEntries(
          facets[field].flatMap(({ value, count }) =>
            // What was merged is told beside what it became, for it was chosen by its old name.
            count > 0 && !keptBy.has(value) ? [[value, count]] : [],
          ),
        )
        expect(counts, `${field} in step ${step} under ${JSON.stringify(filter)}`).toEqual(
          countCarried(carried, field, asked),
        )
      }
      const listed = listCommuniques(archive, {
        within: communiquesWithin(archive, columns, filter),
        sort: 'newest',
        offset: 0,
        limit: 1000,
      })
      expect(listed.rows.length).toBe(listed.total)
      const kept = { ...filter, languages: [] }
      const inLanguages = facetsOf(archive, columns, kept).languages
      const wanted = filter.languages.length === 0 ? null : new Set<string>(filter.languages)
      expect(listed.total).toBe(
        inLanguages
          .filter(({ value }) => wanted === null || wanted.has(value))
          .reduce((sum, { count }) => sum + count, 0),
      )
    }
    office.close()
  },
)

test('a facet of many values tells the commonest, those chosen, and any other by its words', () => {
  const texts = Array.from({ length: 150 }, (_, at): SearchableText => {
    return { text: 'Un texte.', place: `Lieu ${at}` }
  })
  const { archive, columns, close } = aSearchableArchive([
    ...texts,
    { text: 'Un autre.', place: 'LIEU 149' },
  ])
  const chosen = { ...EVERYTHING, places: ['lieu 148', 'nulle part'] }
  const { places, totals } = facetsOf(archive, columns, chosen)
  expect(totals.places).toBe(150)
  expect(places[0]).toEqual({ value: 'lieu 149', label: 'Lieu 149', count: 2 })
  expect(places).toContainEqual({ value: 'lieu 148', label: 'Lieu 148', count: 1 })
  expect(places).toContainEqual({ value: 'nulle part', label: 'nulle part', count: 0 })
  expect(places.length).toBe(102)
  const find = (words: string, limit = 500) =>
    valueOf(
      findFacetValues(archive, columns, {
        query: '',
        filter: chosen,
        facet: 'places',
        words,
        limit,
      }),
    )
  expect(find('LIEU 14').values.map(({ label }) => label)).toEqual([
    'Lieu 149',
    'Lieu 14',
    ...Array.from({ length: 9 }, (_, at) => `Lieu ${140 + at}`),
  ])
  expect(find('', 3)).toMatchObject({
    total: 150,
    values: [{ count: 2 }, { count: 1 }, { count: 1 }],
  })
  close()
})

/** The records that are merged into others, by their ids. */
function readMerged(archive: WritableArchive): ReadonlyMap<string, string> {
  const merged = archive
    .prepare<{ id: string; kept: string }>(
      `SELECT authority.id, kept.id AS kept FROM authority
       JOIN authority AS kept ON kept.seq = authority.merged_into`,
    )
    .all()
  const next = new Map(merged.map(({ id, kept }) => [id, kept]))
  const last = (id: string): string => {
    const after = next.get(id)
    return after === undefined ? id : last(after)
  }
  return new Map(merged.map(({ id }) => [id, last(id)]))
}

/** A search that was kept finds what its people and issuers have become. */
function withKept(filter: Filter, keptBy: ReadonlyMap<string, string>): Filter {
  const kept = (ids: readonly string[]): string[] => ids.map((id) => keptBy.get(id) ?? id)
  return { ...filter, issuers: kept(filter.issuers), people: kept(filter.people ?? []) }
}

interface FacetOffice {
  readonly archive: WritableArchive
  readonly columns: ReturnType<typeof createColumns>
  readonly random: Random
  readonly desk: { readonly clock: ReturnType<typeof aClock>; actor: string; device: string }
  readonly close: () => void
}

function anOffice(random: Random): FacetOffice {
  const { archive, columns, close } = aSearchableArchive([])
  const person = archive.prepare(
    `INSERT INTO authority (id, kind, name, folded) VALUES ($id, $kind, $id, $id)`,
  )
  for (let at = 1; at <= PEOPLE; at += 1) {
    person.run({ id: `person-${at}`, kind: at % 5 === 0 ? 'place' : 'person' })
  }
  const office = {
    archive,
    columns,
    random,
    desk: { clock: aClock(), actor: 'Officier', device: 'poste' },
    close,
  }
  for (let at = 0; at < TEXTS; at += 1) addText(office)
  // Few have anything to check, so that one suggestion more or less tells.
  for (let at = 0; at < TEXTS; at += 1) PROPOSALS[0]?.(office)
  for (let at = 0; at < TEXTS / 10; at += 1) for (const propose of PROPOSALS) propose(office)
  return office
}

/** Reading a file names only records that are kept, and says whence it has the issuer. */
function addText({ archive, random }: FacetOffice): void {
  addTexts(archive, [aText(random)])
  archive.write(() => {
    const keep = archive.prepare(
      `UPDATE communique SET issuer_seq = authority.merged_into FROM authority
       WHERE authority.seq = issuer_seq AND authority.merged_into IS NOT NULL`,
    )
    while (keep.run().changes > 0);
    archive
      .prepare(
        `INSERT OR IGNORE INTO attribution (communique_seq, role, authority_seq, settlement, rule)
         SELECT seq, 'issuer', issuer_seq, 'confirmed', 'r' FROM communique
         WHERE issuer_seq IS NOT NULL`,
      )
      .run()
  })
}

function aText(random: Random): SearchableText {
  return {
    title: 'Titre',
    text: 'Un texte de quelques mots.',
    language: random.pick(['fr', 'ar', 'en']) ?? 'fr',
    kind: random.pick(KINDS) ?? 'wire',
    issuer: `Ministère ${random.below(6)}`,
    ...(random.chance(0.7) ? { place: random.pick(PLACES) ?? '' } : {}),
    ...(random.chance(0.9)
      ? { sortedOn: `20${20 + random.below(6)}-0${1 + random.below(9)}` }
      : {}),
  }
}

type Edit = (office: FacetOffice) => void

const rowOf = ({ archive, random }: FacetOffice, table: string): number => {
  const seqs = archive.prepare<{ seq: number }>(`SELECT seq FROM ${table}`).all()
  return random.pick(seqs)?.seq ?? 0
}
const idOf = ({ archive, random }: FacetOffice, table: string): string => {
  const ids = archive.prepare<{ id: string }>(`SELECT id FROM ${table}`).all()
  return random.pick(ids)?.id ?? ''
}
const settlementFrom = ({ random }: FacetOffice): Settlement =>
  random.pick(SETTLEMENTS) ?? 'confirmed'

/** What reading a text proposes about it. */
const PROPOSALS: readonly Edit[] = [
  (office) =>
    office.archive
      .prepare(
        `INSERT INTO mention (id, version_seq, authority_seq, part, start_offset, end_offset,
           settlement, rule)
         SELECT $id, $version, seq, 'text', 0, 2, $settlement, 'r' FROM authority
         WHERE id = $person AND merged_into IS NULL`,
      )
      .run({
        id: office.desk.clock.newId(),
        version: rowOf(office, 'version'),
        person: `person-${1 + office.random.below(PEOPLE)}`,
        settlement: settlementFrom(office),
      }),
  (office) =>
    office.archive
      .prepare(
        `INSERT INTO stated_date (id, communique_seq, role, value, origin, settlement, rule)
         VALUES ($id, $seq, 'event', $value, 'stated', $settlement, 'r')`,
      )
      .run({
        id: office.desk.clock.newId(),
        seq: rowOf(office, 'communique'),
        value: `2023-0${1 + office.random.below(9)}-10`,
        settlement: settlementFrom(office),
      }),
  (office) =>
    office.archive
      .prepare(
        `INSERT OR IGNORE INTO attribution (communique_seq, role, authority_seq, settlement, rule)
         SELECT $seq, 'publisher', seq, 'unconfirmed', 'r' FROM authority
         WHERE id = 'authority-Ministère 1'`,
      )
      .run({ seq: rowOf(office, 'communique') }),
  (office) =>
    office.archive
      .prepare(
        `INSERT OR IGNORE INTO relation (id, kind, from_seq, to_seq, settlement, rule)
         SELECT $id, $kind, max($one, $other), min($one, $other), 'unconfirmed', 'r'
         WHERE $one <> $other`,
      )
      .run({
        id: office.desk.clock.newId(),
        kind: office.random.pick(['amends', 'same-event']) ?? 'amends',
        one: rowOf(office, 'communique'),
        other: rowOf(office, 'communique'),
      }),
]

const WHO = ['issuer', 'publisher'] as const

/** What officers do, and what new texts bring; an edit that is refused changes nothing. */
const EDITS: readonly Edit[] = [
  ...PROPOSALS,
  (office) => addText(office),
  (office) =>
    settleDate(office.archive, AUTHORSHIP, {
      id: idOf(office, 'stated_date'),
      settlement: settlementFrom(office),
      value: office.random.chance(0.3) ? `2021-0${1 + office.random.below(9)}` : null,
    }),
  (office) =>
    settleAttribution(office.archive, AUTHORSHIP, {
      communiqueId: idOf(office, 'communique'),
      role: office.random.pick(WHO) ?? 'issuer',
      settlement: settlementFrom(office),
    }),
  (office) =>
    settleMention(office.archive, AUTHORSHIP, {
      id: idOf(office, 'mention'),
      settlement: settlementFrom(office),
      authorityId: office.random.chance(0.3) ? idOf(office, 'authority') : null,
    }),
  (office) =>
    settleRelation(
      office.archive,
      { authorship: AUTHORSHIP, carryAnnotations: () => {} },
      { id: idOf(office, 'relation'), settlement: settlementFrom(office) },
    ),
  (office) => {
    const [keptId, mergedId] = [idOf(office, 'authority'), idOf(office, 'authority')]
    mergeAuthorities(
      office.archive,
      { clock: office.desk.clock, authorship: AUTHORSHIP },
      { keptId, mergedId },
    )
  },
  (office) => undoAuthorityMerge(office.archive, AUTHORSHIP, idOf(office, 'authority_merge')),
  (office) =>
    createAnnotation(office.archive, office.desk, {
      versionId: idOf(office, 'version'),
      start: 0,
      end: 8,
      kind: 'comment',
      body: 'À relire',
      tags: TAGS.filter(() => office.random.chance(0.4)),
      visibility: office.random.chance(0.5) ? 'private' : 'shareable',
    }),
  (office) =>
    reviseAnnotation(
      office.archive,
      office.desk,
      idOf(office, 'annotation'),
      office.random.chance(0.3)
        ? { withdrawn: office.random.chance(0.7) }
        : { tags: TAGS.filter(() => office.random.chance(0.4)) },
    ),
  (office) => eraseAnnotations(office.archive, AUTHORSHIP, [idOf(office, 'annotation')]),
  (office) => undoAnnotation(office.archive, office.desk, idOf(office, 'annotation')),
]

function aFilter(random: Random): Filter {
  const some = <T extends string>(values: readonly T[]): T[] =>
    random.chance(0.25) ? values.filter(() => random.chance(0.4)) : []
  return {
    years: some(['2020', '2021', '2023', '2024']),
    issuers: some(Array.from({ length: 6 }, (_, at) => `authority-Ministère ${at}`)),
    languages: some(['fr', 'ar']),
    kinds: some(KINDS),
    places: some(PLACES.map(foldText)),
    people: some(Array.from({ length: PEOPLE }, (_, at) => `person-${at + 1}`)),
    tags: some(TAGS),
    review: some(['to-review']),
  }
}
