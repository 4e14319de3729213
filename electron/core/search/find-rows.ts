import { succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import { filterSchema } from '../../../shared/model/search.ts'
import type { Facets, Filter } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { findAnswering } from './answering.ts'
import { refreshColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { communiquesAt, communiquesWhere, emptySet } from './communique-set.ts'
import type { CommuniqueSet } from './communique-set.ts'
import { listDossierMembers } from './dossier-members.ts'
import { countFacets, filterRows } from './facets.ts'
import type { Narrowing } from './facets.ts'
import { finish } from './steps.ts'

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
  return succeed(filterRows(db, columns, answering.value.matches, narrowing))
}

/** Exact counts over the whole archive, each facet under the filters of the others. */
export function countAllFacets(db: ReadableArchive, columns: Columns, filter: Filter): Facets {
  refreshColumns(db, columns)
  const all = communiquesWhere(columns, () => true)
  return countFacets(db, columns, all, narrowingFrom(db, columns, filter))
}

/**
 * The rows in the dossiers and in the saved searches of a filter; null where it names neither, for
 * then nothing is left out.
 */
export function rowsWithin(
  db: ReadableArchive,
  columns: Columns,
  { dossiers, searches }: Filter,
): readonly number[] | null {
  if ((dossiers ?? []).length + (searches ?? []).length === 0) return null
  refreshColumns(db, columns)
  const only = { years: [], issuers: [], languages: [], dossiers, searches }
  const all = communiquesWhere(columns, () => true)
  return Array.from(filterRows(db, columns, all, narrowingFrom(db, columns, only)))
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
