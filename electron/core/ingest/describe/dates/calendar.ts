import type { CalendarDate } from '../../../../../shared/model/stated-date.ts'

const DAY = 86_400_000
const pad = (value: number): string => String(value).padStart(2, '0')

/** The day `YYYY-MM-DD`, or null when no calendar has it or the year is not 1800-2100. */
export function dayFromParts(year: number, month: number, day: number): CalendarDate | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  if (!exists || year < 1800 || year > 2100) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

/** The month `YYYY-MM`, or null when it cannot be. */
export function monthFromParts(year: number, month: number): CalendarDate | null {
  return month >= 1 && month <= 12 && year >= 1800 && year <= 2100 ? `${year}-${pad(month)}` : null
}

const epochDay = (day: CalendarDate): number => Date.parse(`${day}T00:00:00Z`) / DAY

/** The day `count` days later (earlier when negative). */
export function addDays(day: CalendarDate, count: number): CalendarDate {
  return new Date((epochDay(day) + count) * DAY).toISOString().slice(0, 10)
}

/** Whole days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return epochDay(to) - epochDay(from)
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayFromDay(day: CalendarDate): number {
  return ((new Date(epochDay(day) * DAY).getUTCDay() + 6) % 7) + 1
}

/** The candidate nearest to the reference; on a tie the earlier one listed. */
export function nearestDay(
  candidates: readonly CalendarDate[],
  reference: CalendarDate,
): CalendarDate | null {
  return candidates.reduce<CalendarDate | null>((best, next) => {
    if (best === null) return next
    const isNearer = Math.abs(daysBetween(reference, next)) < Math.abs(daysBetween(reference, best))
    return isNearer ? next : best
  }, null)
}
