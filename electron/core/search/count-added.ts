import { succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import type { Filter } from '../../../shared/model/search.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns } from './columns.ts'
import { findRows } from './find-rows.ts'

/**
 * How many communiqués that answer a query under a filter have a newest wording that came in after
 * a row of versions (none after null), and the last row there is. Fails with `query-invalid`.
 */
export function countAdded(
  db: ReadableArchive,
  columns: Columns,
  {
    after,
    ...asked
  }: { readonly query: string; readonly filter: Filter; readonly after: number | null },
): Outcome<{ count: number; latest: number }> {
  const filter = { ...asked.filter, addedAfter: after === null ? [] : [after] }
  const found = findRows(db, columns, { ...asked, filter })
  if (!found.ok) return found
  const last = db
    .prepare<{ latest: number }>('SELECT coalesce(max(seq), 0) AS latest FROM version')
    .get()
  return succeed({ count: after === null ? 0 : found.value.length, latest: last?.latest ?? 0 })
}
