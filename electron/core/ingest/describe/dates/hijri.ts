import {
  CalendarDate,
  IslamicUmalquraCalendar,
  toCalendar,
  GregorianCalendar,
} from '@internationalized/date'

/**
 * The Gregorian day `YYYY-MM-DD` of a Hijri day in the Umm al-Qura calendar (1300-1600 AH);
 * null when that calendar has no such day. Countries that sight the moon may differ by a day.
 */
export function dayFromHijri(year: number, month: number, day: number): string | null {
  if (year < 1300 || year > 1600 || month < 1 || month > 12 || day < 1) return null
  const calendar = new IslamicUmalquraCalendar()
  const date = new CalendarDate(calendar, year, month, 1)
  if (day > calendar.getDaysInMonth(date)) return null
  return toCalendar(date.set({ day }), new GregorianCalendar()).toString()
}
