import { AGENCY_NAME, KNOWN_AGENCY } from '../rules/agency-pattern.ts'
import { DATE_LINE_FIELDS, DATE_LINE_OPENERS } from '../rules/furniture.ts'
import { PLACES } from '../rules/places.ts'
import { WEEKDAYS } from '../rules/calendar-words.ts'
import { patternFromWords, patternInAnyCase } from '../rules/word-pattern.ts'
import { readDates } from '../describe/dates/read-dates.ts'
import type { FoundDate } from '../describe/dates/found-date.ts'
import { readingCopyFromText, spanInSource } from './reading-copy.ts'
import type { ReadingCopy } from './reading-copy.ts'

/** A span of the line as it stands, UTF-16, half-open. */
export type LineSpan = { readonly start: number; readonly end: number }

/** A line that states a day, or a month alone, and nothing else but, perhaps, a place, an hour or an agency. */
export type DateLine = {
  readonly date: FoundDate
  /** Offsets of the date in the line. */
  readonly span: LineSpan
  readonly place: LineSpan | null
  readonly agency: LineSpan | null
  /** True for "place, Hijri date, Gregorian date, agency": the opening of a wire. */
  readonly isDateline: boolean
}

const WEEKDAY_WORDS = patternFromWords(Object.values(WEEKDAYS).flat(2))
const OPENER = new RegExp(
  String.raw`^(?:(?:${DATE_LINE_OPENERS})(?=[ :\d]|$)|(?:${WEEKDAY_WORDS})(?!\p{L})|[\s:,،.–—-])+`,
  'iu',
)
const CLOSER = new RegExp(
  String.raw`^(?:\(?(?:${KNOWN_AGENCY})\)?(?!\p{L})|\(?(?:${WEEKDAY_WORDS})\)?(?!\p{L})|(?:at|à|الساعة|على)?[ ]*\d{1,2}[ ]?(?:[h:][ ]?\d{2}|h)(?::\d{2})?(?: ?(?:AM|PM|GMT|UTC|ص|م)\b)?|م(?!\p{L})|هـ?(?!\p{L})|الموافق|[\s|()،,.:–—/-])*$`,
  'iu',
)
const SIGNED = new RegExp(`(?<agency>${KNOWN_AGENCY})`, 'du')
/** An agency of no list ends the line, in parentheses. */
const SIGNED_BY_NAME = new RegExp(String.raw`\((?<agency>${AGENCY_NAME})[ ]*\)[ ]*[-–—:]*$`, 'du')
const MAX_LINE = 110

/** Reads a line as a date line; null when it holds anything else. */
export function readDateLine(line: string, monthMayComeFirst: boolean): DateLine | null {
  if (line.length > MAX_LINE) return null
  return FIELD_END.test(line)
    ? readFields(line, monthMayComeFirst)
    : readPlainLine(line, monthMayComeFirst)
}

const FIELD_END = /[|•]/u
const FIELD = new RegExp(`^(?:${DATE_LINE_FIELDS})$`, 'iu')
const KNOWN_PLACE = new RegExp(
  `^(?:${patternFromWords([...PLACES.fr, ...PLACES.en, ...PLACES.ar])})$`,
  'iu',
)

/** A line of fields parted by bars or bullets: a day, and nothing that is neither known nor a known place. */
function readFields(line: string, monthMayComeFirst: boolean): DateLine | null {
  let found: DateLine | null = null
  let place: LineSpan | null = null
  let start = 0
  for (const field of line.split(FIELD_END)) {
    const words = readingCopyFromText(field).text.trim()
    const own = readPlainLine(field, monthMayComeFirst)
    if (own !== null && found === null) found = shiftLine(own, start)
    else if (KNOWN_PLACE.test(words)) place = trimmedSpan(field, start)
    else if (own === null && words !== '' && !FIELD.test(words) && !CLOSER.test(words)) return null
    start += field.length + 1
  }
  return found === null ? null : { ...found, place: found.place ?? place }
}

function trimmedSpan(field: string, at: number): LineSpan {
  const start = at + field.length - field.trimStart().length
  return { start, end: start + field.trim().length }
}

function shiftLine({ span, place, agency, ...line }: DateLine, by: number): DateLine {
  const shift = (own: LineSpan): LineSpan => ({ start: own.start + by, end: own.end + by })
  return {
    ...line,
    span: shift(span),
    place: place === null ? null : shift(place),
    agency: agency === null ? null : shift(agency),
  }
}

function readPlainLine(line: string, monthMayComeFirst: boolean): DateLine | null {
  const copy = readingCopyFromText(line)
  const dates = readDates(copy, { reference: null, monthMayComeFirst })
  const date = mainDate(dates)
  if (date === undefined) return null
  const first = dates.find((found) => found.form === 'hijri' || found === date) ?? date
  const between = copy.text.slice(first.end, date.start)
  if (
    first !== date &&
    !/^[\sه]*(?:هـ?)?\s*[،,/-]?\s*(?:الموافق|correspondant au|corresponding to(?: the)?)?\s*(?:ل|لـ)?\s*$/u.test(
      between,
    )
  )
    return null
  const closing = readClosing(copy, date.end)
  if (closing === null) return null
  const isDateline = first !== date || closing.agency !== null
  const place = readOpening(copy, { first, date, isDateline })
  if (place === undefined || (closing.isNamed && place === null)) return null
  const span = spanInSource(copy, date.start, date.end)
  return { date, span, place, agency: closing.agency, isDateline }
}

const mainDate = (dates: readonly FoundDate[]): FoundDate | undefined =>
  dates.find(isDay) ?? dates.find(({ form }) => form === 'hijri') ?? dates.find(isMonth)

type Closing = {
  readonly agency: LineSpan | null
  /** True for an agency known by nothing but its place in parentheses. */
  readonly isNamed: boolean
}

/** What follows the date; null when it is more than an hour, a weekday or an agency. */
function readClosing(copy: ReadingCopy, from: number): Closing | null {
  const closing = copy.text.slice(from)
  const isKnown = CLOSER.test(closing.trim())
  const signed = (isKnown ? SIGNED : SIGNED_BY_NAME).exec(closing)
  if (!isKnown && (signed === null || !CLOSER.test(closing.slice(0, signed.index).trim())))
    return null
  const agency = signed?.indices?.groups?.['agency']
  return {
    agency: agency === undefined ? null : spanInSource(copy, from + agency[0], from + agency[1]),
    isNamed: !isKnown,
  }
}

/** Null for no place, undefined for words that are neither an opening nor a place. */
function readOpening(copy: ReadingCopy, dates: Opening): LineSpan | null | undefined {
  const opening = copy.text.slice(0, dates.first.start)
  const rest = opening.replace(/^[^\p{L}\p{N}]+/u, '')
  if (rest === '' || OPENER.exec(rest)?.[0].length === rest.length) return null
  const named = PLACE_OPENING.exec(rest)?.groups
  if (named === undefined) return undefined
  const place = named['latin'] ?? named['arabic'] ?? ''
  if (!isSurePlace(named, dates)) return dates.date.doubt === 'glued-digits' ? null : undefined
  const start = opening.length - rest.length + rest.indexOf(place)
  return spanInSource(copy, start, start + place.length)
}

/** Arabic words before a date are a place only with a comma, "في", or in an agency dateline. */
const isSurePlace = (
  named: Readonly<Record<string, string | undefined>>,
  dates: Opening,
): boolean =>
  (named['join'] ?? '').trim() !== '' || dates.isDateline || named['latin'] !== undefined

const isDay = (date: FoundDate): boolean =>
  date.form === 'full' && (date.value === null || date.value.length === 10)

const isMonth = (date: FoundDate): boolean => date.form === 'full' && date.value?.length === 7

type Opening = { readonly first: FoundDate; readonly date: FoundDate; readonly isDateline: boolean }

/** "Dakar, le mardi", "Rabat -", "الدار البيضاء،", "تونس في": a place and what joins it to a date. */
const PLACE_OPENING = new RegExp(
  String.raw`^(?:Fait à |حرر ب(?:مدينة )?)?(?:(?<latin>(?!(?:Today|Aujourd'hui|Updated|Deadline|Date)(?!\p{L}))\p{Lu}[\p{L}'.-]+(?:[ ](?:\p{Lu}[\p{L}'.-]*|sur|de|la|le|du)){0,2})|(?<arabic>\p{Script=Arabic}{2,}(?:[ ]\p{Script=Arabic}{2,}){0,2}?))(?<join>[ ]*[,،:–—-][ ]*|[ ]+(?:في|le|يوم|on)[ ]+|[ ]+)(?:(?:le|on|في|يوم)[ ]+|(?:${patternInAnyCase(Object.values(WEEKDAYS).flat(2))})(?!\p{L})|[\s:,،.–—-])*$`,
  'u',
)
