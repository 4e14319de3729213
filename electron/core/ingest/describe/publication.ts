import type { Evidence } from '../../../../shared/model/provenance.ts'
import type { CalendarDate } from '../../../../shared/model/stated-date.ts'
import type { Structured } from '../reading.ts'
import { readDateLine } from '../text/date-line.ts'
import type { DateLine, LineSpan } from '../text/date-line.ts'
import { linesFromSource } from '../text/lines.ts'
import type { SourceLine } from '../text/lines.ts'
import { readingCopyFromText, spanInSource } from '../text/reading-copy.ts'
import { readNumberedTitle } from '../text/reference-line.ts'
import { readWrapper } from '../text/wrapper.ts'
import { daysBetween } from './dates/calendar.ts'
import { readDates } from './dates/read-dates.ts'
import type { FoundDate } from './dates/found-date.ts'
import type { DescribedDate, Publication } from './description.ts'
import { readOpeningDateline } from './opening-dateline.ts'
import type { OpeningDateline } from './opening-dateline.ts'
import { readTitleDay, readTitlePlace } from './title-day.ts'
import { evidenceInLine } from './sources.ts'
import type { Sources } from './sources.ts'

/** The crawl month, the day of publication by precedence, every other reading, and the dateline's place. */
export type PublicationReadings = {
  readonly header: DescribedDate | null
  readonly readings: readonly Publication[]
  readonly place: Evidence | null
}

/**
 * Reads when a text was published. Order of trust: what the structure states, a date line, an
 * agency dateline, a line that states a month alone, the file name; where none has a day, the one
 * in the title of a numbered communiqué, or at the end of the title. The month of a crawl header
 * is a date of its own.
 */
export function readPublication(
  sources: Sources,
  structured: Structured,
  fileName: string,
): PublicationReadings {
  const header = readCrawlHeader(sources.preamble.source)
  const context = { crawlMonth: header?.value ?? null, isEnglish: sources.language === 'en' }
  const preambleLines = readDateLines('preamble', sources.preamble.source, context)
  const isBare = preambleLines.length === 0 && sources.preamble.source.trim() === ''
  const lines = isBare ? readDateLines('text', sources.text.source, context) : preambleLines
  const opening = readOpeningDateline(sources)
  const readings = [
    ...fromStructure(structured),
    ...fromWrapper(sources.preamble.source),
    ...publicationsOf(lines, 'date-line'),
    ...publicationsOf(lines, 'agency-dateline'),
    ...fromOpening(opening, header),
    ...publicationsOf(lines, 'month-line'),
    ...fromFileName(fileName),
  ]
  const numbered = readings.some(isDated)
    ? null
    : (readNumberedDay(sources) ?? readTitleDay(sources))
  if (numbered === null) return { header, readings, place: placeOfLines(lines, opening) }
  const place = placeOfLines(lines, opening) ?? readTitlePlace(sources)
  return { header, readings: [numbered, ...readings], place }
}

const isDated = ({ value }: Publication): boolean => value !== null

const fromOpening = (
  opening: OpeningDateline | null,
  header: DescribedDate | null,
): readonly Publication[] =>
  opening === null || opening.publication === null ? [] : [withYear(opening.publication, header)]

const placeOfLines = (
  lines: readonly PreambleDate[],
  opening: OpeningDateline | null,
): Evidence | null => lines.find(({ place }) => place !== null)?.place ?? opening?.place ?? null

/** The day in a title that is a number and a day: "Communiqué n° 117 du 6 mai 2025"; else null. */
export function readNumberedDay({ preamble, text }: Sources): Publication | null {
  for (const [part, copy] of [
    ['preamble', preamble],
    ['text', text],
  ] as const) {
    const lines = linesFromSource(copy.source.slice(0, 2000), 0).filter((line) => line.text !== '')
    for (const line of part === 'text' ? lines.slice(0, 1) : lines) {
      const span = readNumberedTitle(line.text)?.day
      if (span === undefined) continue
      const evidence = evidenceInLine(part, copy.source, line, span)
      const context = { reference: null, monthMayComeFirst: false }
      const [date] = readDates(readingCopyFromText(evidence.quote), context)
      if (date?.value?.length !== 10) continue
      return { value: date.value, rule: 'numbered-title', evidence, doubt: date.doubt }
    }
  }
  return null
}

const publicationsOf = (lines: readonly PreambleDate[], rule: LineRule): readonly Publication[] =>
  lines.filter((line) => line.publication.rule === rule).map(({ publication }) => publication)

/** A dateline without its year borrows that of the crawl month, when its month is the same. */
function withYear(publication: Publication, header: DescribedDate | null): Publication {
  const { value, doubt, evidence } = publication
  if (value !== null || doubt !== 'unresolved' || header === null) return publication
  const copy = readingCopyFromText(evidence.quote)
  const context = { reference: `${header.value}-15`, monthMayComeFirst: false }
  const [date] = readDates(copy, context)
  if (date?.value?.slice(0, 7) !== header.value) return publication
  return { ...publication, value: date.value, rule: 'opening-dateline-year', doubt: date.doubt }
}

type LineRule = 'date-line' | 'agency-dateline' | 'month-line'

type LineContext = { readonly crawlMonth: CalendarDate | null; readonly isEnglish: boolean }

type PreambleDate = {
  readonly publication: Publication
  readonly place: Evidence | null
}

function readCrawlHeader(preamble: string): DescribedDate | null {
  const match = /^\s*date (?<month>\d{4}-(?:0[1-9]|1[0-2]))(?=\s|$)/du.exec(preamble)
  const [start, end] = match?.indices?.groups?.['month'] ?? []
  if (start === undefined || end === undefined) return null
  const value = preamble.slice(start, end)
  return {
    role: 'header',
    value,
    origin: 'stated',
    settlement: 'confirmed',
    rule: 'crawl-header',
    relativeTo: null,
    evidence: { part: 'preamble', start, end, quote: value },
  }
}

function fromStructure(structured: Structured): readonly Publication[] {
  const { published } = structured
  if (published === undefined) return []
  const evidence = { part: 'metadata', start: null, end: null, quote: published.quote } as const
  return [{ value: published.value.slice(0, 10), rule: published.rule, evidence, doubt: null }]
}

/** Fields that state when a record was published, by trust. */
const DATE_FIELDS = ['date', 'published', 'pubdate', 'time', 'publication_date']

function fromWrapper(preamble: string): readonly Publication[] {
  const fields = readWrapper(preamble)?.fields ?? []
  return DATE_FIELDS.flatMap((name) => {
    const field = fields.find((candidate) => candidate.name === name)
    if (field === undefined) return []
    const copy = readingCopyFromText(preamble.slice(field.start, field.end))
    const [date] = readDates(copy, { reference: null, monthMayComeFirst: false })
    if (date === undefined) return []
    const span = spanInSource(copy, date.start, date.end)
    return [publicationAt(preamble, `field-${name}`, date, shift(span, field.start))]
  })
}

const shift = (span: LineSpan, by: number): LineSpan => ({
  start: span.start + by,
  end: span.end + by,
})

const publicationAt = (
  source: string,
  rule: string,
  date: FoundDate,
  span: LineSpan,
): Publication => ({
  value: date.value,
  rule,
  evidence: { part: 'preamble', ...span, quote: source.slice(span.start, span.end) },
  doubt: date.doubt,
})

/** Lines of the part that hold only a date; of a text without preamble, only the first lines. */
function readDateLines(
  part: 'preamble' | 'text',
  source: string,
  context: LineContext,
): readonly PreambleDate[] {
  const wrapper = part === 'preamble' ? readWrapper(source) : null
  const lines = linesFromSource(source, wrapper?.bodyStart ?? 0).filter(({ text }) => text !== '')
  const read = part === 'preamble' ? lines : lines.slice(0, HEAD_LINES)
  return read.flatMap((line) => readLine(part, source, line, context))
}

const HEAD_LINES = 6

function readLine(
  part: 'preamble' | 'text',
  source: string,
  line: SourceLine,
  context: LineContext,
): readonly PreambleDate[] {
  const lead = /^\s*date \d{4}-\d{2}\s*/u.exec(line.text)?.[0].length ?? 0
  const read = readDateLine(line.text.slice(lead), context.isEnglish)
  if (read === null) return []
  const start = line.start + lead
  const date = settleOrder(read.date, context.crawlMonth)
  const evidenceOf = (span: LineSpan): Evidence => {
    const { start: from, end } = shift(span, start)
    return { part, start: from, end, quote: source.slice(from, end) }
  }
  return [
    {
      publication: {
        value: date.value,
        rule: lineRule(read),
        evidence: evidenceOf(read.span),
        doubt: date.doubt,
      },
      place: read.place === null ? null : evidenceOf(read.place),
    },
  ]
}

function lineRule({ isDateline, date }: DateLine): LineRule {
  if (date.value?.length === 7) return 'month-line'
  return isDateline ? 'agency-dateline' : 'date-line'
}

/**
 * Day and month of an English numeric date, where the crawl month tells them apart: a page is
 * crawled in the month it is published or soon after, never before. The doubt stays.
 */
function settleOrder(date: FoundDate, crawlMonth: CalendarDate | null): FoundDate {
  if (date.doubt !== 'ambiguous' || crawlMonth === null) return date
  const end = `${crawlMonth}-28`
  const before = (date.readings ?? []).filter((day) => day.slice(0, 7) <= crawlMonth)
  const [nearest] = before.toSorted((a, b) => daysBetween(a, end) - daysBetween(b, end))
  if (nearest === undefined) return date
  return { ...date, value: nearest, doubt: before.length === 1 ? null : 'ambiguous' }
}

const MONTH_NAMES = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
]

/** 2024-05-29, 20240529 and 29May2024 in a file name. */
function fromFileName(fileName: string): readonly Publication[] {
  const digits = /(?<!\d)(?<y>(?:19|20)\d{2})(?<s>[-_.]?)(?<m>\d{2})\k<s>(?<d>\d{2})(?!\d)/u.exec(
    fileName,
  )
  const named = /(?<!\d)(?<d>\d{1,2})(?<m>[A-Z][a-z]{2})(?<y>(?:19|20)\d{2})(?!\d)/u.exec(fileName)
  const match = digits ?? named
  const { y, m, d } = match?.groups ?? {}
  if (match === null || y === undefined || m === undefined || d === undefined) return []
  const month = named === match ? MONTH_NAMES.indexOf(m.toLowerCase()) + 1 : Number(m)
  const written = `${y}-${String(month).padStart(2, '0')}-${d.padStart(2, '0')}`
  const [date] = readDates(readingCopyFromText(written), {
    reference: null,
    monthMayComeFirst: false,
  })
  if (date === undefined || date.value === null) return []
  const evidence = { part: 'file-name', start: null, end: null, quote: match[0] } as const
  return [{ value: date.value, rule: 'file-name', evidence, doubt: null }]
}
