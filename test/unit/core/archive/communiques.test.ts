import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Filter } from '../../../../shared/model/search.ts'
import type { StatedDate } from '../../../../shared/model/stated-date.ts'
import {
  addCommunique,
  type NewCommunique,
} from '../../../../electron/core/archive/add-communique.ts'
import { settleAttribution } from '../../../../electron/core/archive/attributions.ts'
import { getCommunique } from '../../../../electron/core/archive/communique-record.ts'
import {
  listCommuniques,
  type CommuniqueOrder,
} from '../../../../electron/core/archive/communiques.ts'
import { createColumns } from '../../../../electron/core/search/columns.ts'
import { countAdded } from '../../../../electron/core/search/count-added.ts'
import { communiquesWithin } from '../../../../electron/core/search/find-rows.ts'
import { findBrokenEntries } from '../../../../electron/core/archive/journal.ts'
import { readSourceFile, recordAccession } from '../../../../electron/core/archive/source-files.ts'
import { settleDate } from '../../../../electron/core/archive/stated-dates.ts'
import { digestOf } from '../../../../electron/core/system/files.ts'
import { anArchive } from '../../../support/archive.ts'
import { facetsOf } from '../../../support/searchable.ts'

const EVERYTHING: Filter = { years: [], issuers: [], languages: [] }
const authorship = { actor: 'Officier', at: '2026-01-05T09:00:00.000Z' }
type NewDate = Omit<StatedDate, 'id'>

let made: ReturnType<typeof anArchive>
beforeEach(() => {
  made = anArchive()
})
afterEach(() => made.close())

interface Wanted {
  readonly issuer?: string
  readonly language?: 'fr' | 'ar' | 'en'
  readonly dates?: readonly NewDate[]
}

/** Adds a communiqué and gives its identifier. */
function aCommunique(title: string, { issuer, language = 'fr', dates = [] }: Wanted = {}): string {
  const { archive, clock } = made
  const bytes = Buffer.from(title)
  const accessionSeq = recordAccession(archive, {
    digest: digestOf(bytes),
    mediaType: 'text/plain',
    bytes,
    name: `${title}.txt`,
    origin: null,
    encoding: 'utf-8',
    reader: 'text',
    ingestedAt: authorship.at,
    ingestedBy: authorship.actor,
  })
  const text = `${title}, et rien de plus.`
  const described: NewCommunique = {
    kind: 'communique',
    referenceCode: null,
    place: null,
    issuer: issuer
      ? { name: issuer, settlement: 'unconfirmed', rule: 'opening', evidence: null }
      : null,
    publisher: null,
    dates,
    mentions: [],
    version: {
      title,
      titleEvidence: null,
      preamble: '',
      text,
      paragraphs: [{ start: 0, end: text.length, kind: 'body', language, direction: 'ltr' }],
      language,
      accessionSeq,
    },
  }
  return addCommunique(archive, clock, authorship, described).communiqueId
}

const aDate = (role: NewDate['role'], value: string, more: Partial<NewDate> = {}): NewDate => ({
  role,
  value,
  origin: 'stated',
  settlement: 'unconfirmed',
  rule: 'test',
  relativeTo: null,
  evidence: null,
  ...more,
})

const latestVersion = (): number =>
  made.archive.prepare<{ seq: number }>('SELECT max(seq) AS seq FROM version').get()?.seq ?? 0

const titles = (sort: CommuniqueOrder, filter: Partial<Filter> = {}) =>
  listCommuniques(made.archive, {
    within: communiquesWithin(made.archive, createColumns(), { ...EVERYTHING, ...filter }),
    sort,
    offset: 0,
    limit: 50,
  }).rows.map(({ title }) => title)

const counts = (filter: Partial<Filter>) => {
  const facets = facetsOf(made.archive, createColumns(), { ...EVERYTHING, ...filter })
  const shown = (values: typeof facets.years) =>
    Object.fromEntries(values.map(({ label, count }) => [label, count]))
  return {
    years: shown(facets.years),
    issuers: shown(facets.issuers),
    languages: shown(facets.languages),
  }
}

const titlesWithin = (...periods: string[]): readonly string[] => titles('oldest', { periods })

const added = (after: number | null, filter: Partial<Filter> = {}) =>
  countAdded(made.archive, createColumns(), {
    query: '',
    filter: { ...EVERYTHING, ...filter },
    after,
  })

const listed = (id: string) =>
  listCommuniques(made.archive, {
    within: null,
    sort: 'added',
    offset: 0,
    limit: 50,
  }).rows.find((row) => row.id === id)

const read = (id: string) => {
  const record = getCommunique(made.archive, id, null)
  if (!record.ok) throw new Error(record.failure.kind)
  return record.value
}

describe('the list', () => {
  test('goes by date with the undated last, by title as it is read, and by arrival', () => {
    aCommunique('Été', { dates: [aDate('published', '2024-07-01')] })
    aCommunique('Sans date')
    aCommunique('Avril', { dates: [aDate('published', '2025-04')] })
    aCommunique('écho', { dates: [aDate('published', '2025-04-30')] })
    expect(titles('newest')).toEqual(['écho', 'Avril', 'Été', 'Sans date'])
    expect(titles('oldest')).toEqual(['Été', 'Avril', 'écho', 'Sans date'])
    expect(titles('published')).toEqual(['écho', 'Avril', 'Été', 'Sans date'])
    expect(titles('title')).toEqual(['Avril', 'écho', 'Été', 'Sans date'])
    expect(titles('added')).toEqual(['écho', 'Avril', 'Sans date', 'Été'])
  })

  test('goes by the day of publication where that is asked, whatever the event', () => {
    const event = (value: string) => aDate('event', value, { settlement: 'confirmed' })
    aCommunique('Tôt publié', { dates: [aDate('published', '2025-01-02'), event('2025-06-01')] })
    aCommunique('Tard publié', { dates: [aDate('published', '2025-05-02'), event('2025-02-01')] })
    aCommunique('Jamais publié', { dates: [event('2025-07-01')] })
    expect(titles('newest')).toEqual(['Jamais publié', 'Tôt publié', 'Tard publié'])
    expect(titles('published')).toEqual(['Tard publié', 'Tôt publié', 'Jamais publié'])
  })

  test('is narrowed to periods; a month leaves out what is dated by its year only', () => {
    aCommunique('Année', { dates: [aDate('published', '2025')] })
    aCommunique('Mars', { dates: [aDate('published', '2025-03')] })
    aCommunique('Avril', { dates: [aDate('published', '2025-04-30')] })
    aCommunique('Décembre', { dates: [aDate('published', '2026-12-31')] })
    aCommunique('Sans date')
    expect(titlesWithin('2025-03/2025-04')).toEqual(['Mars', 'Avril'])
    expect(titlesWithin('2025/2025')).toEqual(['Année', 'Mars', 'Avril'])
    expect(titlesWithin('2026/2026', '2025-03/2025-03')).toEqual(['Mars', 'Décembre'])
    expect(counts({ periods: ['2025-04/2026-12'] }).years).toEqual({ 2025: 1, 2026: 1 })
    expect(counts({ periods: ['2025/2025'] }).languages).toEqual({ fr: 3 })
  })

  test('is narrowed to what came in after a wording', () => {
    aCommunique('Lu')
    const seen = latestVersion()
    aCommunique('Nouveau')
    expect(titles('added', { addedAfter: [seen] })).toEqual(['Nouveau'])
    expect(added(seen)).toEqual({ ok: true, value: { count: 1, latest: seen + 1 } })
    expect(added(seen, { addedAfter: [seen + 1] })).toEqual(added(seen))
    expect(added(seen, { languages: ['ar'] })).toMatchObject({ value: { count: 0 } })
    expect(added(null)).toMatchObject({ value: { count: 0 } })
  })

  test('gives pages that follow each other without a gap or a repeat', () => {
    const all = Array.from({ length: 23 }, (_, at) => `Texte ${String(at).padStart(2, '0')}`)
    for (const title of all) aCommunique(title)
    const paged = [0, 10, 20].flatMap((offset) => {
      const page = listCommuniques(made.archive, {
        within: null,
        sort: 'title',
        offset,
        limit: 10,
      })
      expect(page.total).toBe(23)
      return page.rows.map(({ title }) => title)
    })
    expect(paged).toEqual(all)
  })

  test('counts each facet under the filters of the others', () => {
    aCommunique('A', { issuer: 'Ministère', dates: [aDate('event', '2024-03-01')] })
    aCommunique('B', { issuer: 'Ministère', dates: [aDate('event', '2025-03-01')] })
    aCommunique('C', { issuer: 'Présidence', dates: [aDate('event', '2025-05')], language: 'ar' })
    aCommunique('D')
    expect(counts({})).toEqual({
      years: { 2024: 1, 2025: 2 },
      issuers: { Ministère: 2, Présidence: 1 },
      languages: { fr: 3, ar: 1 },
    })
    const filter = { years: ['2025'] }
    expect(counts(filter)).toEqual({
      years: { 2024: 1, 2025: 2 },
      issuers: { Ministère: 1, Présidence: 1 },
      languages: { fr: 1, ar: 1 },
    })
    expect(titles('newest', filter)).toEqual(['C', 'B'])
  })
})

describe('dates', () => {
  test('the day of the event comes before the day of publication, and any day before none', () => {
    const id = aCommunique('A', {
      dates: [aDate('header', '2025-04'), aDate('published', '2025-04-16')],
    })
    expect(listed(id)).toMatchObject({ sortedOn: '2025-04-16', eventOn: null })
    const other = aCommunique('B', {
      dates: [aDate('published', '2025-04-16'), aDate('event', '2025-04-14')],
    })
    expect(listed(other)).toMatchObject({ sortedOn: '2025-04-14', publishedOn: '2025-04-16' })
    expect(listed(aCommunique('C', { dates: [aDate('header', '2025-04')] }))).toMatchObject({
      sortedOn: '2025-04',
    })
  })

  test('what the officer settles shows in the list at once, and can be taken back', () => {
    const id = aCommunique('A', {
      dates: [
        aDate('published', '2025-04-16', { settlement: 'confirmed' }),
        aDate('event', '2025-04-14', { origin: 'deduced', relativeTo: '2025-04-16' }),
      ],
    })
    const event = read(id).communique.dates.find(({ role }) => role === 'event')?.id ?? ''
    const settle = (settlement: 'confirmed' | 'rejected' | 'unconfirmed', value: string | null) =>
      settleDate(made.archive, authorship, { id: event, settlement, value })
    expect(listed(id)).toMatchObject({ eventOn: '2025-04-14', eventSettled: false })
    settle('confirmed', null)
    expect(listed(id)).toMatchObject({ eventOn: '2025-04-14', eventSettled: true })
    settle('rejected', null)
    expect(listed(id)).toMatchObject({ eventOn: null, sortedOn: '2025-04-16' })
    settle('confirmed', '2025-04-15')
    expect(listed(id)).toMatchObject({ eventOn: '2025-04-15', sortedOn: '2025-04-15' })
    expect(read(id).communique.dates.find(({ role }) => role === 'event')).toMatchObject({
      origin: 'officer',
      relativeTo: '2025-04-16',
    })
    expect(
      settleDate(made.archive, authorship, { id: 'x', settlement: 'rejected', value: null }),
    ).toMatchObject({ failure: { kind: 'not-found' } })
    expect(findBrokenEntries(made.archive)).toEqual([])
  })
})

test('an issuer that is rejected leaves the list, and comes back when it is confirmed', () => {
  const communiqueId = aCommunique('A', { issuer: 'Ministère' })
  const settle = (settlement: 'confirmed' | 'rejected') =>
    settleAttribution(made.archive, authorship, { communiqueId, role: 'issuer', settlement })
  expect(listed(communiqueId)?.issuerName).toBe('Ministère')
  settle('rejected')
  expect(listed(communiqueId)?.issuerName).toBeNull()
  expect(read(communiqueId).communique.issuer).toBeNull()
  settle('confirmed')
  expect(listed(communiqueId)?.issuerName).toBe('Ministère')
})

test('the original bytes come back as they came in, with their name', () => {
  const id = aCommunique('Original')
  const { source } = read(id).version
  const file = readSourceFile(made.archive, source.digest)
  expect(file).toMatchObject({ value: { name: 'Original.txt', mediaType: 'text/plain' } })
  expect(file.ok && digestOf(file.value.bytes)).toBe(source.digest)
  expect(readSourceFile(made.archive, 'none')).toMatchObject({ failure: { kind: 'not-found' } })
})

test('a change that fails in the middle leaves nothing of itself', () => {
  const { archive } = made
  expect(() =>
    archive.write(() => {
      aCommunique('Perdu')
      throw new Error('interrupted')
    }),
  ).toThrow('interrupted')
  expect(titles('added')).toEqual([])
  for (const table of ['source_file', 'accession', 'version', 'journal', 'communique_change']) {
    expect(archive.prepare(`SELECT count(*) AS rows FROM ${table}`).get()).toEqual({ rows: 0 })
  }
})
