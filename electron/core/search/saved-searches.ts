import { z } from 'zod'
import { fail, succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import type { SavedSearch } from '../../../shared/model/saved-search.ts'
import { filterSchema } from '../../../shared/model/search.ts'
import type { Filter } from '../../../shared/model/search.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { findRows } from './find-rows.ts'
import type { Columns } from './columns.ts'
import { parseQuery } from './parse-query.ts'

/** A search to keep, named by the officer. */
export interface NewSavedSearch {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly filter: Filter
  readonly createdAt: string
  readonly createdBy: string
}

const SAVED_SQL = `
  SELECT id, name, query, filter, last_seen AS lastSeen, created_at AS createdAt,
    created_by AS createdBy FROM saved_search`

/** Every saved search in order of name, each run again to count what it finds and what is new. */
export function listSavedSearches(db: ReadableArchive, columns: Columns): SavedSearch[] {
  return db
    .prepare<KeptSearch>(`${SAVED_SQL} ORDER BY name, seq`)
    .all()
    .map((row) => savedFrom(db, columns, row))
}

/**
 * How many communiqués each saved search finds of those that answer a query under a filter; the
 * filter's own saved searches are left out of it, as each facet is. Fails with `query-invalid`.
 */
export function countSearchesWithin(
  db: ReadableArchive,
  columns: Columns,
  { query, filter }: { readonly query: string; readonly filter: Filter },
): Outcome<{ id: string; count: number }[]> {
  const within = findRows(db, columns, { query, filter: { ...filter, searches: [] } })
  if (!within.ok) return within
  const rows = new Set(within.value)
  const kept = db.prepare<KeptSearch>(`${SAVED_SQL} ORDER BY seq`).all()
  return succeed(
    kept.map((saved) => {
      const asked = { query: saved.query, filter: filterSchema.parse(JSON.parse(saved.filter)) }
      const found = findRows(db, columns, asked)
      const shared = found.ok ? found.value.filter((row) => rows.has(row)) : []
      return { id: saved.id, count: shared.length }
    }),
  )
}

/** Keeps a search; all that it finds now counts as seen. Fails with `query-invalid`. */
export function createSavedSearch(
  db: WritableArchive,
  columns: Columns,
  search: NewSavedSearch,
): Outcome<SavedSearch> {
  const parsed = parseQuery(search.query)
  if (!parsed.ok) return parsed
  return db.write(() => {
    db.prepare(
      `INSERT INTO saved_search (id, name, query, filter, last_seen, created_at, created_by)
       SELECT $id, $name, $query, $filter, coalesce(max(seq), 0), $createdAt, $createdBy
       FROM version`,
    ).run({ ...search, filter: JSON.stringify(search.filter) })
    return findSavedSearch(db, columns, search.id)
  })
}

/** Gives a saved search another name. Fails with `not-found`. */
export function renameSavedSearch(
  db: WritableArchive,
  columns: Columns,
  { id, name }: { readonly id: string; readonly name: string },
): Outcome<SavedSearch> {
  return db.write(() => {
    db.prepare('UPDATE saved_search SET name = $name WHERE id = $id').run({ id, name })
    return findSavedSearch(db, columns, id)
  })
}

/** Counts all that a saved search finds now as seen. Fails with `not-found`. */
export function markSearchSeen(
  db: WritableArchive,
  columns: Columns,
  id: string,
): Outcome<SavedSearch> {
  return db.write(() => {
    db.prepare(
      `UPDATE saved_search SET last_seen = (SELECT coalesce(max(seq), 0) FROM version)
       WHERE id = ?`,
    ).run(id)
    return findSavedSearch(db, columns, id)
  })
}

/** A saved search as it is kept, with the last version that counts as seen. */
const keptSearchSchema = z.object({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  filter: z.string(),
  lastSeen: z.int(),
  createdAt: z.string(),
  createdBy: z.string(),
})
export type KeptSearch = z.infer<typeof keptSearchSchema>

/**
 * Forgets a saved search and returns all that it was; what it found stays. Fails with `not-found`.
 */
export function deleteSavedSearch(db: WritableArchive, id: string): Outcome<KeptSearch> {
  return db.write(() => {
    const kept = db.prepare<KeptSearch>(`${SAVED_SQL} WHERE id = ?`).get(id)
    if (kept === undefined) return fail({ kind: 'not-found', what: 'saved-search', id })
    db.prepare('DELETE FROM saved_search WHERE id = ?').run(id)
    return succeed(kept)
  })
}

/**
 * Puts back a deleted search as the journal tells it was. Fails with `not-found` where none of that
 * id was deleted, or where it is back already.
 */
export function restoreSavedSearch(
  db: WritableArchive,
  columns: Columns,
  id: string,
): Outcome<SavedSearch> {
  return db.write(() => {
    const row = db
      .prepare<{ before: string | null }>(
        `SELECT before FROM journal WHERE action = 'saved-search.delete' AND subject = $id
           AND NOT EXISTS (SELECT 1 FROM saved_search WHERE id = $id) ORDER BY seq DESC LIMIT 1`,
      )
      .get({ id })
    const kept = keptSearchSchema.safeParse(JSON.parse(row?.before ?? 'null'))
    if (!kept.success) return fail({ kind: 'not-found', what: 'saved-search', id })
    db.prepare(
      `INSERT INTO saved_search (id, name, query, filter, last_seen, created_at, created_by)
       VALUES ($id, $name, $query, $filter, $lastSeen, $createdAt, $createdBy)`,
    ).run(kept.data)
    return findSavedSearch(db, columns, id)
  })
}

function findSavedSearch(db: ReadableArchive, columns: Columns, id: string): Outcome<SavedSearch> {
  const row = db.prepare<KeptSearch>(`${SAVED_SQL} WHERE id = ?`).get(id)
  if (row === undefined) return fail({ kind: 'not-found', what: 'saved-search', id })
  return succeed(savedFrom(db, columns, row))
}

function savedFrom(
  db: ReadableArchive,
  columns: Columns,
  { lastSeen, ...saved }: KeptSearch,
): SavedSearch {
  const filter = filterSchema.parse(JSON.parse(saved.filter))
  const found = findRows(db, columns, { query: saved.query, filter })
  const rows = found.ok ? found.value : new Int32Array(0)
  const newCount = rows.filter((row) => (columns.version[row] ?? 0) > lastSeen).length
  return { ...saved, filter, total: rows.length, newCount }
}
