import type { CalendarDate } from '../../shared/model/stated-date.ts'
import type { Formats } from '../i18n/formats.ts'

/** Direction marks, which Arabic formats put between the digits of a date. */
const MARKS = /[\u200E\u200F\u061C]/gu

/** A calendar date as an officer would type it, for a field that runs from left to right. */
export function typedFromDate(value: CalendarDate, { digitDate }: Formats): string {
  return digitDate(value).replaceAll(MARKS, '')
}

/**
 * The calendar date an officer typed: `14/04/2025`, `04/2025`, `2025`, with `/`, `.`, `-` or
 * spaces, or EDTF as it is. Null when no calendar holds it.
 */
export function dateFromTyped(typed: string): CalendarDate | null {
  const parts = typed
    .replaceAll(MARKS, '')
    .trim()
    .split(/\s*[/.\-\s]\s*/u)
  const ordered = parts[0]?.length === 4 ? parts : parts.toReversed()
  const written = ordered.map((part) => part.padStart(2, '0')).join('-')
  return /^\d{4}(?:-\d{2}){0,2}$/u.test(written) && isOnCalendar(written) ? written : null
}

/** Whether a calendar has the date; `Date` itself would take 31 February for 3 March. */
function isOnCalendar(date: CalendarDate): boolean {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const at = new Date(Date.UTC(2000, month - 1, day))
  at.setUTCFullYear(year, month - 1, day)
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day
}
