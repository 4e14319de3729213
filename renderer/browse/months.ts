import type { CommuniqueSummary } from '../../shared/model/communique.ts'
import type { CalendarDate } from '../../shared/model/stated-date.ts'

type RowAt = (index: number) => Pick<CommuniqueSummary, 'sortedOn'> | undefined

const MONTH_LENGTH = 7

/** The month, or the year when no more is known, of a row; null for a row without a date. */
export function monthAt(rowAt: RowAt, index: number): CalendarDate | null {
  return rowAt(index)?.sortedOn?.slice(0, MONTH_LENGTH) ?? null
}

/** The month of a row when the row before it belongs to another; null otherwise. */
export function startsMonth(rowAt: RowAt, index: number): CalendarDate | null {
  if (rowAt(index - 1) === undefined) return null
  const month = monthAt(rowAt, index)
  return month === monthAt(rowAt, index - 1) ? null : month
}
