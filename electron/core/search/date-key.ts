import type { Period } from '../../../shared/model/search.ts'
import type { CalendarDate } from '../../../shared/model/stated-date.ts'

/**
 * A calendar date as a number that sorts: 2025-04-14 is 20250414. A month spans the keys 20250400
 * to 20250499, a year 20250000 to 20259999, so that nothing is padded to a day.
 */
export interface DateKeys {
  readonly first: number
  readonly last: number
}

/** Before and after every date. */
export const EARLIEST_KEY = 0
export const LATEST_KEY = 99_999_999

/** The keys a date spans, whatever its precision. */
export function keysFromDate(date: CalendarDate): DateKeys {
  const digits = date.replaceAll('-', '')
  return { first: Number(digits.padEnd(8, '0')), last: Number(digits.padEnd(8, '9')) }
}

/** The keys a date spans, given its first one; none for 0, which stands for no date. */
export function keysFromFirst(first: number): DateKeys {
  if (first % 10_000 === 0) return { first, last: first + 9999 }
  return { first, last: first % 100 === 0 ? first + 99 : first }
}

/** A period as date keys without their day: 2024/2025 is 202400 to 202599. */
export function monthsFromPeriod(period: Period): DateKeys {
  const [from = '', to = ''] = period.replaceAll('-', '').split('/')
  return { first: Number(from.padEnd(6, '0')), last: Number(to.padEnd(6, '9')) }
}
