import type { Period } from '../../shared/model/search.ts'
import { precisionFromDate, type CalendarDate } from '../../shared/model/stated-date.ts'

/** How one language writes dates, instants, sizes and lists. Everything is pure and cached. */
export interface Formats {
  readonly number: (value: number) => string
  /** A calendar date in full, to its own precision: « lundi 14 avril 2025 », « avril 2025 ». */
  readonly fullDate: (value: CalendarDate) => string
  /** A calendar date in short: « 14 avr. 2025 », « avr. 2025 ». */
  readonly shortDate: (value: CalendarDate) => string
  /** A calendar date in digits, as it is printed: « 16/04/2025 ». */
  readonly digitDate: (value: CalendarDate) => string
  /** The month of a calendar date, « avril 2025 », or its year alone. */
  readonly month: (value: CalendarDate) => string
  /** The month of a calendar date where its year is known: « avr. ». */
  readonly monthAlone: (value: CalendarDate) => string
  /** Years or months, from the first to the last: « mars – avril 2025 ». */
  readonly period: (value: Period) => string
  /** Day of the month and weekday, for the edge of a list. */
  readonly day: (value: CalendarDate) => { readonly day: string; readonly weekday: string } | null
  /** An instant in full: « 24 novembre 2026 à 11:42 ». */
  readonly instant: (value: string) => string
  /** An instant where room is scarce: « 24 nov. 2026, 11:42 ». */
  readonly shortInstant: (value: string) => string
  readonly size: (bytes: number) => string
  readonly list: (items: readonly string[]) => string
}

export function createFormats(locale: string): Formats {
  const dates = createDates(locale)
  const number = new Intl.NumberFormat(locale)
  const list = new Intl.ListFormat(locale)
  return {
    ...dates,
    number: (value) => number.format(value),
    instant: createInstant(locale, 'long'),
    shortInstant: createInstant(locale, 'medium'),
    size: (bytes) => formatSize(bytes, locale),
    list: (items) => list.format(items),
  }
}

function createInstant(locale: string, dateStyle: 'long' | 'medium'): (value: string) => string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle, timeStyle: 'short' })
  return (value) => {
    const at = new Date(value)
    return Number.isNaN(at.getTime()) ? value : format.format(at)
  }
}

type DateFormats = Pick<
  Formats,
  'fullDate' | 'shortDate' | 'digitDate' | 'month' | 'monthAlone' | 'period' | 'day'
>

function createDates(locale: string): DateFormats {
  const make = (options: Intl.DateTimeFormatOptions): ((value: CalendarDate) => string) => {
    const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' })
    return (value) => {
      const at = instantFromDate(value)
      return at === null ? value : format.format(at)
    }
  }
  const long = make({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const short = make({ day: 'numeric', month: 'short', year: 'numeric' })
  const digits = make({ day: '2-digit', month: '2-digit', year: 'numeric' })
  const longMonth = make({ month: 'long', year: 'numeric' })
  const shortMonth = make({ month: 'short', year: 'numeric' })
  const digitMonth = make({ month: '2-digit', year: 'numeric' })
  const day = make({ day: 'numeric' })
  const weekday = make({ weekday: 'short' })
  return {
    fullDate: byPrecision((value) => firstOfMonth(long(value), locale), longMonth),
    shortDate: byPrecision((value) => firstOfMonth(short(value), locale), shortMonth),
    digitDate: byPrecision(digits, digitMonth),
    month: byPrecision(longMonth, longMonth),
    monthAlone: make({ month: 'short' }),
    period: createPeriod(locale),
    day: (value) =>
      precisionFromDate(value) === 'day' ? { day: day(value), weekday: weekday(value) } : null,
  }
}

function createPeriod(locale: string): (value: Period) => string {
  const years = new Intl.DateTimeFormat(locale, { year: 'numeric', timeZone: 'UTC' })
  const months = new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return (value) => {
    const [from = '', to = ''] = value.split('/')
    const [first, last] = [instantFromDate(from), instantFromDate(to)]
    if (first === null || last === null) return value
    return (from.length === 4 ? years : months).formatRange(first, last)
  }
}

function byPrecision(
  onDay: (value: CalendarDate) => string,
  onMonth: (value: CalendarDate) => string,
): (value: CalendarDate) => string {
  return (value) => {
    const precision = precisionFromDate(value)
    if (precision === 'year') return value
    return precision === 'month' ? onMonth(value) : onDay(value)
  }
}

/** Null for a day that no calendar holds, such as 2025-02-31: it is then shown as it was written. */
function instantFromDate(value: CalendarDate): Date | null {
  const [year = 0, month = 1, day = 1] = value.split('-').map(Number)
  const at = new Date(Date.UTC(2000, month - 1, day))
  at.setUTCFullYear(year, month - 1, day)
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at : null
}

/** French writes the first day of a month as an ordinal. */
function firstOfMonth(text: string, locale: string): string {
  return locale.startsWith('fr') ? text.replace(/(^|\s)1(?=\s\p{L})/u, '$11er') : text
}

const SIZE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function formatSize(bytes: number, locale: string): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), SIZE_UNITS.length - 1)
  const unit = SIZE_UNITS[step] ?? 'byte'
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumSignificantDigits: 3,
  }).format(bytes / 1000 ** step)
}
