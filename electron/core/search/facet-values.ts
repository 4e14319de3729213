import { foldText } from '../../../shared/text/analyse.ts'
import type { FacetValue, LongFacet } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns, Names } from './columns.ts'
import type { CommuniqueSet } from './communique-set.ts'
import { listDossierMembers } from './dossier-members.ts'
import { readKeptAuthorities } from './kept-authorities.ts'
import type { Sieve } from './sieves.ts'

/** Values by their number that were counted at least once, in ascending order of the number. */
export type Counted = readonly (readonly [value: number, count: number])[]

/** Of a long facet, so many are told unasked. */
const COMMONEST = 100

/** The commoner first. */
export function byCount(
  [, one]: readonly [number, number],
  [, other]: readonly [number, number],
): number {
  return other - one
}

/** A value that is its own name. */
export function facetValue(value: string, count: number): FacetValue {
  return { value, label: value, count }
}

/** The commonest values of a long facet and those chosen, with how many there are in all. */
export function longValues(
  db: ReadableArchive,
  columns: Columns,
  counted: Counted,
  { facet, chosen }: { readonly facet: LongFacet; readonly chosen: readonly string[] },
): { readonly values: FacetValue[]; readonly total: number } {
  const commonest = counted.toSorted(byCount).slice(0, COMMONEST)
  const values = valuesOf(db, columns, facet)(commonest, { counted, chosen })
  return { values: values.toSorted(byCountThenLabel), total: counted.length }
}

/** The values of a long facet whose names have the words, the commonest first. */
export function findValues(
  db: ReadableArchive,
  columns: Columns,
  counted: Counted,
  {
    facet,
    words,
    limit,
  }: { readonly facet: LongFacet; readonly words: string; readonly limit: number },
): { readonly values: FacetValue[]; readonly total: number } {
  const all = valuesOf(db, columns, facet)(counted, { counted, chosen: [] })
  const sought = foldText(words)
  const found = all.filter(({ label }) => foldText(label).includes(sought))
  return { values: found.toSorted(byCountThenLabel).slice(0, limit), total: found.length }
}

/** Every issuer that was counted, and those chosen. */
export function issuerValues(
  db: ReadableArchive,
  counted: Counted,
  chosen: readonly string[],
): FacetValue[] {
  return authorityValues(db, counted, { counted, chosen }).toSorted(byCountThenLabel)
}

/** Every dossier with a match in it, and those chosen, by title. */
export function dossierValues(
  db: ReadableArchive,
  matches: CommuniqueSet,
  sieves: readonly Sieve[],
  chosen: readonly string[],
): FacetValue[] {
  const others = sieves.filter(({ facet }) => facet !== 'dossiers')
  const values = new Map<string, FacetValue>()
  for (const { dossierId, title, seq } of listDossierMembers(db, null)) {
    const value = values.get(dossierId) ?? { value: dossierId, label: title, count: 0 }
    const isCounted = matches[seq] === 1 && others.every(({ passes }) => passes(seq))
    values.set(dossierId, { ...value, count: value.count + (isCounted ? 1 : 0) })
  }
  return [...values.values()]
    .filter(({ value, count }) => count > 0 || chosen.includes(value))
    .toSorted((one, other) => compareLabels(one.label, other.label))
}

interface Chosen {
  readonly counted: Counted
  readonly chosen: readonly string[]
}

/** A chosen record is told even where nothing carries it, or another has taken its place. */
function authorityValues(
  db: ReadableArchive,
  shown: Counted,
  { counted, chosen }: Chosen,
): FacetValue[] {
  const counts = new Map(counted)
  const values = db
    .prepare<{ seq: number; value: string; label: string }>(
      `SELECT seq, id AS value, name AS label FROM authority
       WHERE seq IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(shown.map(([seq]) => seq)))
    .map(({ seq, value, label }) => ({ value, label, count: counts.get(seq) ?? 0 }))
  const told = new Set(values.map(({ value }) => value))
  const others = readKeptAuthorities(db, chosen)
    .filter(({ id }) => !told.has(id))
    .map(({ id, seq, name }) => ({ value: id, label: name, count: counts.get(seq) ?? 0 }))
  return [...values, ...others]
}

function namedValues(
  { values, labels, numbers }: Names,
  shown: Counted,
  { counted, chosen }: Chosen,
): FacetValue[] {
  const common = shown.map(([number, count]) => ({
    value: values[number] ?? '',
    label: labels[number] ?? '',
    count,
  }))
  const told = new Set(common.map(({ value }) => value))
  const counts = chosen.length === 0 ? new Map<number, number>() : new Map(counted)
  return [
    ...common,
    ...chosen
      .filter((value) => !told.has(value))
      .map((value) => {
        const number = numbers.get(value) ?? 0
        return { value, label: labels[number] || value, count: counts.get(number) ?? 0 }
      }),
  ]
}

/** How the values of a long facet are named. */
function valuesOf(
  db: ReadableArchive,
  { placeNames, tagNames }: Columns,
  facet: LongFacet,
): (shown: Counted, chosen: Chosen) => FacetValue[] {
  if (facet === 'people') return (shown, chosen) => authorityValues(db, shown, chosen)
  const names = facet === 'places' ? placeNames : tagNames
  return (shown, chosen) => namedValues(names, shown, chosen)
}

function byCountThenLabel(one: FacetValue, other: FacetValue): number {
  return other.count - one.count || compareLabels(one.label, other.label)
}

function compareLabels(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
