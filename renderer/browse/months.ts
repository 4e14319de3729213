import type { CommuniqueSummary } from '../../shared/model/communique.ts'
import type { CalendarDate } from '../../shared/model/stated-date.ts'
import type { Sort } from '../desk.tsx'

type Dated = Pick<CommuniqueSummary, 'sortedOn' | 'publishedOn'>
type RowAt = (index: number) => Dated | undefined

const MONTH_LENGTH = 7

/** Whether an order goes by a date, so that rows stand under their months. */
export function isByDate(sort: Sort): boolean {
  return sort === 'newest' || sort === 'oldest' || sort === 'published'
}

/** The date a row is known by under an order: that of its publication where that is the order. */
export function dateOf(row: Dated, sort: Sort): CalendarDate | null {
  return sort === 'published' ? row.publishedOn : row.sortedOn
}

/** The month, or the year when no more is known, of a row; null for a row without a date. */
export function monthAt(rowAt: RowAt, index: number, sort: Sort): CalendarDate | null {
  const row = rowAt(index)
  return row === undefined ? null : (dateOf(row, sort)?.slice(0, MONTH_LENGTH) ?? null)
}

/** The month of a row when the row before it belongs to another; null otherwise. */
export function startsMonth(rowAt: RowAt, index: number, sort: Sort): CalendarDate | null {
  if (rowAt(index - 1) === undefined) return null
  const month = monthAt(rowAt, index, sort)
  return month === monthAt(rowAt, index - 1, sort) ? null : month
}
