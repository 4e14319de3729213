import type { Facets, Filter, LongFacet } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { KINDS, LANGUAGES } from './columns.ts'
import type { Columns } from './columns.ts'
import type { CommuniqueSet } from './communique-set.ts'
import { byCount, dossierValues, facetValue, issuerValues, longValues } from './facet-values.ts'
import type { Counted } from './facet-values.ts'
import { failedAlone, sievesFrom, yearOf } from './sieves.ts'
import type { FacetName, Narrowing, Sieve } from './sieves.ts'
import { countValues } from './value-lists.ts'

/** Matches by what they pass: all of a filter, or all but what one facet asks. */
export interface PartedRows {
  readonly filter: Filter
  readonly matches: CommuniqueSet
  readonly sieves: readonly Sieve[]
  /** The rows that pass the whole filter, in ascending order. */
  readonly passing: Int32Array
  readonly butFor: ReadonlyMap<FacetName, Int32Array>
}

/** Reads the matches through a filter, once for the list and for its facets. */
export function partRows(
  db: ReadableArchive,
  columns: Columns,
  matches: CommuniqueSet,
  narrowing: Narrowing,
): PartedRows {
  const sieves = sievesFrom(db, columns, narrowing)
  const rows = Array.from({ length: sieves.length + 1 }, () => new Int32Array(matches.length))
  const counts = new Int32Array(sieves.length + 1)
  for (let row = 1; row < matches.length; row++) {
    if (matches[row] !== 1) continue
    const at = failedAlone(sieves, row)
    const list = rows[at]
    if (list === undefined) continue
    const count = counts[at] ?? 0
    list[count] = row
    counts[at] = count + 1
  }
  const filled = rows.map((list, at) => list.subarray(0, counts[at]))
  return {
    filter: narrowing.filter,
    matches,
    sieves,
    passing: filled[sieves.length] ?? NO_ROW,
    butFor: new Map(
      sieves.flatMap(({ facet }, at) => (facet ? [[facet, filled[at] ?? NO_ROW] as const] : [])),
    ),
  }
}

const NO_ROW = new Int32Array(0)

/**
 * Exact counts of every value among the matches; each facet is counted under the filters of the
 * others. Years newest first, dossiers by title, all else by count; of long facets the commonest.
 */
export function countFacets(db: ReadableArchive, columns: Columns, parted: PartedRows): Facets {
  const { filter, matches, sieves } = parted
  const counted = (facet: CountedFacet): Counted => countFacet(columns, parted, facet)
  const long = (facet: LongFacet): ReturnType<typeof longValues> =>
    longValues(db, columns, counted(facet), { facet, chosen: filter[facet] ?? [] })
  const [places, people, tags] = [long('places'), long('people'), long('tags')]
  return {
    years: counted('years')
      .toReversed()
      .map(([year, count]) => facetValue(String(year).padStart(4, '0'), count)),
    issuers: issuerValues(db, counted('issuers'), filter.issuers),
    languages: counted('languages')
      .toSorted(byCount)
      .map(([index, count]) => facetValue(LANGUAGES[index] ?? 'und', count)),
    kinds: counted('kinds')
      .toSorted(byCount)
      .map(([index, count]) => facetValue(KINDS[index] ?? 'other', count)),
    places: places.values,
    people: people.values,
    tags: tags.values,
    review: counted('review').map(([, count]) => facetValue('to-review', count)),
    dossiers: dossierValues(db, matches, sieves, filter.dossiers ?? []),
    totals: { places: places.total, people: people.total, tags: tags.total },
  }
}

/** How many of the matches carry each value of one facet, under the filters of the others. */
export function countFacet(
  columns: Columns,
  { passing, butFor }: PartedRows,
  facet: CountedFacet,
): Counted {
  const counts = new Int32Array(sizeOf(columns, facet))
  countIn(columns, passing, facet, counts)
  countIn(columns, butFor.get(facet) ?? NO_ROW, facet, counts)
  const counted: (readonly [number, number])[] = []
  // 0 stands for none, but in the columns that number their values from it.
  const first = facet === 'languages' || facet === 'kinds' ? 0 : 1
  for (let value = first; value < counts.length; value++) {
    const count = counts[value] ?? 0
    if (count > 0) counted.push([value, count])
  }
  return counted
}

/** Dossiers are counted by their members, for they are few beside the rows. */
type CountedFacet = Exclude<FacetName, 'dossiers'>

/** One more than the greatest value that a row may carry. */
function sizeOf(columns: Columns, facet: CountedFacet): number {
  switch (facet) {
    case 'years':
      return 10_000
    case 'issuers':
    case 'people':
      return columns.authorities + 1
    case 'languages':
      return LANGUAGES.length
    case 'kinds':
      return KINDS.length
    case 'places':
      return columns.placeNames.values.length
    case 'tags':
      return columns.tagNames.values.length
    case 'review':
      return 2
  }
}

function countIn(
  columns: Columns,
  rows: Int32Array,
  facet: CountedFacet,
  counts: Int32Array,
): void {
  switch (facet) {
    case 'years':
      for (const row of rows) countOne(counts, yearOf(columns, row))
      return
    case 'people':
    case 'tags':
      countValues(columns[facet], rows, counts)
      return
    case 'issuers':
      return countColumn(columns.issuer, rows, counts)
    case 'languages':
      return countColumn(columns.language, rows, counts)
    case 'kinds':
      return countColumn(columns.kind, rows, counts)
    case 'places':
      return countColumn(columns.place, rows, counts)
    case 'review':
      return countColumn(columns.toReview, rows, counts)
  }
}

function countColumn(column: Int32Array | Uint8Array, rows: Int32Array, counts: Int32Array): void {
  for (const row of rows) countOne(counts, column[row] ?? 0)
}

function countOne(counts: Int32Array, value: number): void {
  counts[value] = (counts[value] ?? 0) + 1
}
