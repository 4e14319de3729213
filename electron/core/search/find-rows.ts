import { succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import { filterSchema } from '../../../shared/model/search.ts'
import type { FacetValue, Facets, Filter, LongFacet } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { findAnswering } from './answering.ts'
import { refreshColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { communiquesAt, communiquesWhere, emptySet } from './communique-set.ts'
import type { CommuniqueSet } from './communique-set.ts'
import { listDossierMembers } from './dossier-members.ts'
import { findValues } from './facet-values.ts'
import { countFacet, countFacets, partRows } from './facets.ts'
import type { Narrowing } from './sieves.ts'
import { finish } from './steps.ts'
import type { Steps } from './steps.ts'

/** A filter with the communiqués that its dossiers and saved searches stand for now. */
export function narrowingFrom(db: ReadableArchive, columns: Columns, filter: Filter): Narrowing {
  const { dossiers = [], searches = [] } = filter
  return {
    filter,
    inDossiers:
      dossiers.length === 0 ? null : communiquesAt(columns, listDossierMembers(db, dossiers)),
    inSearches: searches.length === 0 ? null : communiquesInSearches(db, columns, searches),
  }
}

/** The rows of the communiqués that answer a query under a filter; fails with `query-invalid`. */
export function findRows(
  db: ReadableArchive,
  columns: Columns,
  { query, filter }: { readonly query: string; readonly filter: Filter },
): Outcome<Int32Array> {
  const answering = finish(findAnswering(db, columns, query))
  if (!answering.ok) return answering
  const narrowing = narrowingFrom(db, columns, filter)
  return succeed(partRows(db, columns, answering.value.matches, narrowing).passing)
}

/**
 * Exact counts over what answers a query, or the whole archive for an empty one; each facet under
 * the filters of the others. Fails with `query-invalid`.
 */
export function* countFoundFacets(
  db: ReadableArchive,
  columns: Columns,
  { query, filter }: { readonly query: string; readonly filter: Filter },
): Steps<Outcome<Facets>> {
  const answering = yield* findAnswering(db, columns, query)
  if (!answering.ok) return answering
  yield
  const narrowing = narrowingFrom(db, columns, filter)
  const parted = partRows(db, columns, answering.value.matches, narrowing)
  return succeed(countFacets(db, columns, parted))
}

/** The communiqués that pass a filter; null where it asks nothing, for then none is left out. */
export function communiquesWithin(
  db: ReadableArchive,
  columns: Columns,
  filter: Filter,
): CommuniqueSet | null {
  if (Object.values(filter).every((values) => (values ?? []).length === 0)) return null
  refreshColumns(db, columns)
  const all = communiquesWhere(columns, () => true)
  const { passing } = partRows(db, columns, all, narrowingFrom(db, columns, filter))
  const set = emptySet(columns)
  for (const row of passing) set[row] = 1
  return set
}

/** The values of a long facet whose names have the words; fails with `query-invalid`. */
export function findFacetValues(
  db: ReadableArchive,
  columns: Columns,
  { query, filter, ...sought }: FacetValuesRequest,
): Outcome<{ readonly values: FacetValue[]; readonly total: number }> {
  const answering = finish(findAnswering(db, columns, query))
  if (!answering.ok) return answering
  const narrowing = narrowingFrom(db, columns, filter)
  const parted = partRows(db, columns, answering.value.matches, narrowing)
  return succeed(findValues(db, columns, countFacet(columns, parted, sought.facet), sought))
}

/** Which values of a long facet are wanted, and among what they are counted. */
export interface FacetValuesRequest {
  readonly query: string
  readonly filter: Filter
  readonly facet: LongFacet
  readonly words: string
  readonly limit: number
}

/** A search is kept with searches that were kept before it, so that this comes to an end. */
function communiquesInSearches(
  db: ReadableArchive,
  columns: Columns,
  ids: readonly string[],
): CommuniqueSet {
  const set = emptySet(columns)
  const kept = db
    .prepare<{ query: string; filter: string }>(
      'SELECT query, filter FROM saved_search WHERE id IN (SELECT value FROM json_each(?))',
    )
    .all(JSON.stringify(ids))
  for (const { query, filter } of kept) {
    const found = findRows(db, columns, { query, filter: filterSchema.parse(JSON.parse(filter)) })
    if (found.ok) for (const row of found.value) set[row] = 1
  }
  return set
}
