import { dayFromParts } from '../describe/dates/calendar.ts'
import { readDates } from '../describe/dates/read-dates.ts'
import type { StructuredValue } from '../reading.ts'
import { readingCopyFromText } from '../text/reading-copy.ts'
import { statedValue } from './reading-item.ts'

/**
 * The calendar day a field states, as printed there: an ISO date or instant, `20250416`, an
 * internet date (RFC 5322) or a date in words. The day is that of the place the source writes
 * from: no time zone is applied. Null for impossible, ambiguous or unreadable values.
 */
export function dayFromField(value: string): string | null {
  const [, year, month, day] =
    /^\s*(\d{4})-(\d{2})-(\d{2})(?!\d)/u.exec(value) ??
    /^\s*((?:19|20)\d{2})(\d{2})(\d{2})(?!\d)/u.exec(value) ??
    []
  if (year != null) return dayFromParts(Number(year), Number(month), Number(day))
  const context = { reference: null, monthMayComeFirst: false }
  const [date] = readDates(readingCopyFromText(value.slice(0, 120)), context)
  return date?.value != null && date.doubt !== 'ambiguous' && date.value.length === 10
    ? date.value
    : null
}

/** A stated day with the whole field as its quote, or nothing when it names no certain day. */
export function statedDay(
  value: string | null | undefined,
  rule: string,
): StructuredValue | undefined {
  const day = value == null ? null : dayFromField(value)
  return day == null ? undefined : statedValue(day, rule, value ?? day)
}
