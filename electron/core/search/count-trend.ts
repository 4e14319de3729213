import type { TrendPoint } from '../../../shared/model/discovery.ts'
import { succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import type { Filter } from '../../../shared/model/search.ts'
import type { CalendarDate } from '../../../shared/model/stated-date.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { findRows } from './find-rows.ts'
import type { Columns } from './columns.ts'

/** How often an expression comes, month by month, and where it came first. */
export interface Trend {
  readonly total: number
  /** In order of time; a month without any is left out. */
  readonly points: TrendPoint[]
  readonly undated: number
  readonly first: {
    readonly communiqueId: string
    readonly title: string
    readonly sortedOn: CalendarDate
  } | null
}

/** Counts the communiqués that answer a query under a filter by month. Fails with `query-invalid`. */
export function countTrend(
  db: ReadableArchive,
  columns: Columns,
  request: { readonly query: string; readonly filter: Filter },
): Outcome<Trend> {
  const found = findRows(db, columns, request)
  if (!found.ok) return found
  const rows = found.value
  const counts = new Map<number, number>()
  for (const row of rows) countAt(counts, columns, row)
  const all = new Map<number, number>()
  for (let row = 1; row <= columns.count; row++) {
    if ((columns.version[row] ?? 0) > 0) countAt(all, columns, row)
  }
  const months = [...counts]
    .filter(([month]) => month > 0)
    .toSorted(([one], [other]) => one - other)
  return succeed({
    total: rows.length,
    points: months.map(([month, count]) => ({
      period: periodFromMonth(month),
      count,
      outOf: all.get(month) ?? 0,
    })),
    undated: counts.get(0) ?? 0,
    first: firstOf(db, columns, rows),
  })
}

/** A date key without its day: 202504 for April 2025, 202500 where only the year is known. */
function countAt(counts: Map<number, number>, columns: Columns, row: number): void {
  const month = Math.trunc((columns.date[row] ?? 0) / 100)
  counts.set(month, (counts.get(month) ?? 0) + 1)
}

function periodFromMonth(month: number): CalendarDate {
  const year = String(Math.trunc(month / 100)).padStart(4, '0')
  return month % 100 === 0 ? year : `${year}-${String(month % 100).padStart(2, '0')}`
}

/** The earliest date, by the day it may begin on. */
function firstOf(db: ReadableArchive, columns: Columns, rows: Int32Array): Trend['first'] {
  let first = 0
  for (const row of rows) {
    if ((columns.date[row] ?? 0) === 0) continue
    if (first === 0 || (columns.date[row] ?? 0) < (columns.date[first] ?? 0)) first = row
  }
  const found = db
    .prepare<{ communiqueId: string; title: string; sortedOn: string }>(
      'SELECT id AS communiqueId, title, sorted_on AS sortedOn FROM communique WHERE seq = ?',
    )
    .get(first)
  return found ?? null
}
