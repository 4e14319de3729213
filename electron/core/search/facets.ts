import type { FacetValue, Facets, Filter } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { LANGUAGES } from './columns.ts'
import type { Columns } from './columns.ts'
import type { CommuniqueSet } from './communique-set.ts'
import { monthsFromPeriod } from './date-key.ts'
import { listDossierMembers } from './dossier-members.ts'

/** A filter, and the communiqués that its dossiers and saved searches stand for; null for all. */
export interface Narrowing {
  readonly filter: Filter
  readonly inDossiers: CommuniqueSet | null
  readonly inSearches: CommuniqueSet | null
}

/** Whether a row passes each part of a filter; a part that asks nothing lets all pass. */
interface Sieve {
  readonly year: (row: number) => boolean
  readonly issuer: (row: number) => boolean
  readonly language: (row: number) => boolean
  readonly search: (row: number) => boolean
  /** Both the periods and what came in since. */
  readonly inTime: (row: number) => boolean
  /** Both the dossiers and the saved searches. */
  readonly inSets: (row: number) => boolean
}

const everyRow = (): boolean => true

/** The rows of a set that pass the whole filter, in ascending order. */
export function filterRows(
  db: ReadableArchive,
  columns: Columns,
  matches: CommuniqueSet,
  narrowing: Narrowing,
): Int32Array {
  const sieve = sieveFrom(db, columns, narrowing)
  const rows = new Int32Array(matches.length)
  let count = 0
  for (let row = 1; row < matches.length; row++) {
    if (matches[row] !== 1 || !sieve.inSets(row) || !sieve.inTime(row)) continue
    if (sieve.year(row) && sieve.issuer(row) && sieve.language(row)) rows[count++] = row
  }
  return rows.subarray(0, count)
}

/**
 * Exact counts of every value among the matches; each facet is counted under the filters of the
 * others. Years newest first, issuers by count then name, languages by count, dossiers by title.
 */
export function countFacets(
  db: ReadableArchive,
  columns: Columns,
  matches: CommuniqueSet,
  narrowing: Narrowing,
): Facets {
  const sieve = sieveFrom(db, columns, narrowing)
  const years = new Int32Array(10_000)
  const languages = new Int32Array(LANGUAGES.length)
  let issuers = new Int32Array(64)
  for (let row = 1; row < matches.length; row++) {
    if (matches[row] !== 1 || !sieve.inSets(row) || !sieve.inTime(row)) continue
    const inYear = sieve.year(row)
    const inIssuer = sieve.issuer(row)
    const inLanguage = sieve.language(row)
    if (inIssuer && inLanguage) countOne(years, yearOf(columns, row))
    if (inYear && inIssuer) countOne(languages, columns.language[row] ?? 0)
    if (!inYear || !inLanguage) continue
    issuers = countedIssuer(issuers, columns.issuer[row])
  }
  return {
    years: countedFrom(years)
      .filter(([year]) => year > 0)
      .toReversed()
      .map(([year, count]) => facetValue(String(year).padStart(4, '0'), count)),
    issuers: issuerValues(db, new Map(countedFrom(issuers))),
    languages: countedFrom(languages)
      .toSorted(([, one], [, other]) => other - one)
      .map(([index, count]) => facetValue(LANGUAGES[index] ?? 'und', count)),
    dossiers: dossierValues(db, matches, sieve, narrowing.filter),
  }
}

/** Every dossier with a match in it, and those chosen. */
function dossierValues(
  db: ReadableArchive,
  matches: CommuniqueSet,
  sieve: Sieve,
  { dossiers: chosen = [] }: Filter,
): FacetValue[] {
  const values = new Map<string, FacetValue>()
  for (const { dossierId, title, seq } of listDossierMembers(db, null)) {
    const value = values.get(dossierId) ?? { value: dossierId, label: title, count: 0 }
    const isCounted =
      matches[seq] === 1 &&
      sieve.year(seq) &&
      sieve.issuer(seq) &&
      sieve.language(seq) &&
      sieve.search(seq) &&
      sieve.inTime(seq)
    values.set(dossierId, { ...value, count: value.count + (isCounted ? 1 : 0) })
  }
  return [...values.values()]
    .filter(({ value, count }) => count > 0 || chosen.includes(value))
    .toSorted((one, other) => compareLabels(one.label, other.label))
}

function countOne(counts: Int32Array, value: number): void {
  counts[value] = (counts[value] ?? 0) + 1
}

function countedIssuer(issuers: Int32Array<ArrayBuffer>, issuer = 0): Int32Array<ArrayBuffer> {
  const long = issuer >= issuers.length ? extended(issuers, issuer) : issuers
  countOne(long, issuer)
  return long
}

/** The values that were counted at least once, in ascending order. */
function countedFrom(counts: Int32Array): readonly (readonly [value: number, count: number])[] {
  return Array.from(counts, (count, value) => [value, count] as const).filter(
    ([, count]) => count > 0,
  )
}

function extended(counts: Int32Array<ArrayBuffer>, value: number): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(value * 2)
  longer.set(counts)
  return longer
}

function sieveFrom(
  db: ReadableArchive,
  columns: Columns,
  { filter, inDossiers, inSearches }: Narrowing,
): Sieve {
  const years = new Set(filter.years.map(Number))
  const languages = new Set<number>(filter.languages.map((language) => LANGUAGES.indexOf(language)))
  const issuers = new Set(
    db
      .prepare<{ seq: number }>(
        'SELECT seq FROM authority WHERE id IN (SELECT value FROM json_each(?))',
      )
      .all(JSON.stringify(filter.issuers))
      .map(({ seq }) => seq),
  )
  return {
    year: years.size === 0 ? everyRow : (row) => years.has(yearOf(columns, row)),
    issuer: filter.issuers.length === 0 ? everyRow : (row) => issuers.has(columns.issuer[row] ?? 0),
    language: languages.size === 0 ? everyRow : (row) => languages.has(columns.language[row] ?? 0),
    search: isIn(inSearches),
    inTime: isInTime(columns, filter),
    inSets:
      inDossiers === null
        ? isIn(inSearches)
        : (row) => inDossiers[row] === 1 && isIn(inSearches)(row),
  }
}

function isInTime(
  columns: Columns,
  { periods = [], addedAfter: [after] = [] }: Filter,
): (row: number) => boolean {
  const spans = periods.map(monthsFromPeriod)
  const isInPeriod = (row: number): boolean => {
    const month = Math.trunc((columns.date[row] ?? 0) / 100)
    return spans.some(({ first, last }) => month >= first && month <= last)
  }
  const isAdded = (row: number): boolean => (columns.version[row] ?? 0) > (after ?? 0)
  if (after === undefined) return spans.length === 0 ? everyRow : isInPeriod
  return spans.length === 0 ? isAdded : (row) => isAdded(row) && isInPeriod(row)
}

function isIn(set: CommuniqueSet | null): (row: number) => boolean {
  return set === null ? everyRow : (row) => set[row] === 1
}

function yearOf(columns: Columns, row: number): number {
  return Math.trunc((columns.date[row] ?? 0) / 10_000)
}

function issuerValues(db: ReadableArchive, counts: ReadonlyMap<number, number>): FacetValue[] {
  return db
    .prepare<{ seq: number; value: string; label: string }>(
      `SELECT seq, id AS value, name AS label FROM authority
       WHERE seq IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify([...counts.keys()]))
    .map(({ seq, value, label }) => ({ value, label, count: counts.get(seq) ?? 0 }))
    .toSorted((one, other) => other.count - one.count || compareLabels(one.label, other.label))
}

function compareLabels(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}

function facetValue(value: string, count: number): FacetValue {
  return { value, label: value, count }
}
