import type { Facets, Filter } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { KINDS, LANGUAGES } from './columns.ts'
import type { Columns, Names } from './columns.ts'
import type { CommuniqueSet } from './communique-set.ts'
import { monthsFromPeriod } from './date-key.ts'
import { readKeptAuthorities } from './kept-authorities.ts'
import { holdsAny } from './value-lists.ts'

/** A filter, and the communiqués that its dossiers and saved searches stand for; null for all. */
export interface Narrowing {
  readonly filter: Filter
  readonly inDossiers: CommuniqueSet | null
  readonly inSearches: CommuniqueSet | null
}

/** The facets that are counted. */
export type FacetName = Exclude<keyof Facets, 'totals'>

/** One part of a filter. What a facet asks is not asked where that facet is counted. */
export interface Sieve {
  readonly facet: FacetName | null
  readonly passes: (row: number) => boolean
}

/** The parts of a filter that ask something. */
export function sievesFrom(
  db: ReadableArchive,
  columns: Columns,
  { filter, inDossiers, inSearches }: Narrowing,
): readonly Sieve[] {
  const { issuers, people = [], places = [], tags = [], kinds = [], review = [] } = filter
  const years = new Set(filter.years.map(Number))
  const languages = new Set(filter.languages.map((language) => LANGUAGES.indexOf(language)))
  const asked = new Set(kinds.map((kind) => KINDS.indexOf(kind)))
  const named = new Set(readKeptAuthorities(db, issuers).map(({ seq }) => seq))
  const met = new Set(readKeptAuthorities(db, people).map(({ seq }) => seq))
  const written = numbersOf(columns.placeNames, places)
  const tagged = numbersOf(columns.tagNames, tags)
  return [
    ...askedBy('years', years.size > 0, (row) => years.has(yearOf(columns, row))),
    ...askedBy('issuers', issuers.length > 0, (row) => named.has(columns.issuer[row] ?? 0)),
    ...askedBy('languages', languages.size > 0, (row) => languages.has(columns.language[row] ?? 0)),
    ...askedBy('kinds', asked.size > 0, (row) => asked.has(columns.kind[row] ?? 0)),
    ...askedBy('places', places.length > 0, (row) => written.has(columns.place[row] ?? 0)),
    ...askedBy('people', people.length > 0, (row) => holdsAny(columns.people, row, met)),
    ...askedBy('tags', tags.length > 0, (row) => holdsAny(columns.tags, row, tagged)),
    ...askedBy('review', review.length > 0, (row) => columns.toReview[row] === 1),
    ...askedBy('dossiers', inDossiers !== null, (row) => inDossiers?.[row] === 1),
    ...askedBy(null, inSearches !== null, (row) => inSearches?.[row] === 1),
    ...timeSieves(columns, filter).map((passes) => ({ facet: null, passes })),
  ]
}

/** A part of a filter, where it is asked. */
function askedBy(
  facet: FacetName | null,
  isAsked: boolean,
  passes: (row: number) => boolean,
): readonly Sieve[] {
  return isAsked ? [{ facet, passes }] : []
}

/**
 * The sieve that a row fails when it fails that of one facet alone: their number where it passes
 * all, -1 where it counts for no facet.
 */
export function failedAlone(sieves: readonly Sieve[], row: number): number {
  let failed = sieves.length
  for (let at = 0; at < sieves.length; at++) {
    const sieve = sieves[at]
    if (sieve === undefined || sieve.passes(row)) continue
    if (sieve.facet === null || failed < sieves.length) return -1
    failed = at
  }
  return failed
}

/** The year a communiqué is sorted by; 0 where it has no date. */
export function yearOf(columns: Columns, row: number): number {
  return Math.trunc((columns.date[row] ?? 0) / 10_000)
}

function numbersOf({ numbers }: Names, names: readonly string[]): ReadonlySet<number> {
  return new Set(names.flatMap((name) => numbers.get(name) ?? []))
}

function timeSieves(
  columns: Columns,
  { periods = [], addedAfter: [after] = [] }: Filter,
): readonly ((row: number) => boolean)[] {
  const spans = periods.map(monthsFromPeriod)
  const isInPeriod = (row: number): boolean => {
    const month = Math.trunc((columns.date[row] ?? 0) / 100)
    return spans.some(({ first, last }) => month >= first && month <= last)
  }
  const isAdded = (row: number): boolean => (columns.version[row] ?? 0) > (after ?? 0)
  return [...(after === undefined ? [] : [isAdded]), ...(spans.length === 0 ? [] : [isInPeriod])]
}
