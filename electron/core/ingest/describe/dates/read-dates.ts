import type { ReadingCopy } from '../../text/reading-copy.ts'
import {
  daysBetween,
  dayFromParts,
  monthFromParts,
  nearestDay,
  weekdayFromDay,
} from './calendar.ts'
import { DATE_PATTERNS } from './patterns.ts'
import type { DatePattern } from './patterns.ts'
import type { DateContext, FoundDate } from './found-date.ts'
import { readRelative } from './relative-days.ts'
import { dayFromHijri } from './hijri.ts'

/**
 * Finds the date expressions of a French, English or Arabic text: numeric, ISO, in words with
 * or without the year, ranges (their first day), months alone, Hijri, weekdays and relative
 * words. Results do not overlap and come in reading order. Nothing is guessed: what names no
 * certain day is returned with a null value and its doubt.
 */
export function readDates(copy: ReadingCopy, context: DateContext): readonly FoundDate[] {
  const found: MatchedDate[] = []
  for (const pattern of DATE_PATTERNS) {
    for (const match of copy.text.matchAll(pattern.expression)) {
      const end = match.index + match[0].length
      const isTaken = found.some(({ date }) => match.index < date.end && end > date.start)
      const read = isTaken ? null : readMatch(pattern, match, context)
      if (read === null) continue
      found.push({ date: { start: match.index, end, ...read }, pattern, match })
    }
  }
  const inOrder = found.toSorted((a, b) => a.date.start - b.date.start)
  return inOrder.map((one, at) => withYearOfRange(copy.text, one, inOrder[at + 1]?.date))
}

type MatchedDate = {
  readonly date: FoundDate
  readonly pattern: DatePattern
  readonly match: RegExpExecArray
}

/** What joins the first day of a range, or of a pair, to the last. */
const RANGE_JOIN =
  /^(?: ?[-–—] ?| (?:au|et|to|and|till|until|through|الي|حتي) (?:le |the |يوم )?| و ?)$/iu

/** "du 30 décembre au 2 janvier 2024": the first day takes its year from the last. */
function withYearOfRange(
  text: string,
  { date, pattern, match }: MatchedDate,
  last: FoundDate | undefined,
): FoundDate {
  if (date.form !== 'yearless' || last?.form !== 'full' || last.value?.length !== 10) return date
  if (!RANGE_JOIN.test(text.slice(date.end, last.start))) return date
  const context = { reference: last.value, monthMayComeFirst: false }
  const { value = null, doubt = date.doubt } = readMatch(pattern, match, context) ?? {}
  return { ...date, value, doubt, rule: pattern.rule, form: 'full' }
}

type Reading = Omit<FoundDate, 'start' | 'end'>

function readMatch(
  pattern: DatePattern,
  match: RegExpExecArray,
  context: DateContext,
): Reading | null {
  const groups = match.groups ?? {}
  if (pattern.shape === 'numeric') return readNumeric(pattern, groups, context)
  if (pattern.shape === 'words') return readWords(pattern, groups, context)
  if (pattern.shape === 'month') return readMonth(pattern, groups)
  if (pattern.shape === 'hijri') return readHijri(pattern, groups)
  return readRelative(pattern, match, context)
}

type Groups = Readonly<Record<string, string | undefined>>

function readNumeric(pattern: DatePattern, groups: Groups, context: DateContext): Reading {
  const [year, first, second] = [Number(groups['y']), Number(groups['a']), Number(groups['b'])]
  const isShort = groups['y']?.length === 2
  const fullYear = isShort ? year + (year < 70 ? 2000 : 1900) : year
  const base = { rule: pattern.rule, form: 'full' } as const
  if (pattern.rule === 'iso') return { ...base, ...settled(dayFromParts(year, first, second)) }
  const dayFirst = dayFromParts(fullYear, second, first)
  const monthFirst = context.monthMayComeFirst ? dayFromParts(fullYear, first, second) : null
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst) {
    return { ...base, value: null, doubt: 'ambiguous', readings: [dayFirst, monthFirst] }
  }
  const value = dayFirst ?? monthFirst
  return value !== null && isShort
    ? { ...base, value, doubt: 'two-digit-year' }
    : { ...base, ...settled(value) }
}

const settled = (value: string | null): Pick<FoundDate, 'value' | 'doubt'> =>
  value === null ? { value, doubt: 'impossible' } : { value, doubt: null }

function readWords(pattern: DatePattern, groups: Groups, context: DateContext): Reading | null {
  const { rule } = pattern
  const month = monthOf(pattern, groups)
  const day = dayOf(groups)
  const year = groups['y']
  if (year === undefined) return readYearless(pattern, groups, context)
  const value = dayFromParts(Number(year), month, day)
  return value === null
    ? { rule, form: 'full', value, doubt: 'impossible' }
    : { rule, form: 'full', value, doubt: wordsDoubt(value, pattern, groups) }
}

function readYearless(pattern: DatePattern, groups: Groups, context: DateContext): Reading | null {
  const form = 'yearless' as const
  const rule = `${pattern.rule}-no-year`
  const day = dayOf(groups)
  if (isBareWord(rule, groups['m'] ?? '') || day < 1 || day > 31) return null
  if (context.reference === null) return { rule, form, value: null, doubt: 'unresolved' }
  const weekday = statedWeekday(pattern, groups)
  const value = yearlessDay([monthOf(pattern, groups), day], context.reference, weekday)
  return value === null
    ? { rule, form, value, doubt: 'impossible' }
    : { rule, form, value, doubt: wordsDoubt(value, pattern, groups) }
}

const monthOf = (pattern: DatePattern, groups: Groups): number =>
  pattern.months?.get((groups['m'] ?? '').toLowerCase()) ?? 0

/** "1er", "premier", "فاتح" and "غرة" are the first of the month. */
const dayOf = (groups: Groups): number =>
  /^\d/u.test(groups['d'] ?? '') ? Number.parseInt(groups['d'] ?? '', 10) : 1

/** English "may 5" or "mar 5" without a year is more often a verb or a name than a date. */
const isBareWord = (rule: string, month: string): boolean =>
  rule.startsWith('en-') && /^[a-z]{3}$/u.test(month)

function yearlessDay(
  [month, day]: readonly [number, number],
  reference: string,
  weekday: number | undefined,
): string | null {
  const year = Number(reference.slice(0, 4))
  const candidates = [year, year - 1, year + 1]
    .map((candidate) => dayFromParts(candidate, month, day))
    .filter((candidate) => candidate !== null)
  const agreeing = candidates.filter(
    (candidate) => weekday !== undefined && weekdayFromDay(candidate) === weekday,
  )
  const isClose = agreeing.some((candidate) => Math.abs(daysBetween(reference, candidate)) < 200)
  return nearestDay(isClose ? agreeing : candidates, reference)
}

const statedWeekday = (pattern: DatePattern, groups: Groups): number | undefined =>
  pattern.weekdays?.get((groups['w'] ?? '').toLowerCase())

function wordsDoubt(value: string, pattern: DatePattern, groups: Groups): FoundDate['doubt'] {
  if (groups['glued'] !== undefined) return 'glued-digits'
  const weekday = statedWeekday(pattern, groups)
  return weekday === undefined || weekday === weekdayFromDay(value) ? null : 'weekday-mismatch'
}

function readMonth(pattern: DatePattern, groups: Groups): Reading {
  const value = monthFromParts(Number(groups['y']), monthOf(pattern, groups))
  return { rule: pattern.rule, form: 'full', ...settled(value) }
}

function readHijri(pattern: DatePattern, groups: Groups): Reading {
  const month = groups['n'] === undefined ? monthOf(pattern, groups) : Number(groups['n'])
  const value = dayFromHijri(Number(groups['y']), month, dayOf(groups))
  return { rule: pattern.rule, form: 'hijri', ...settled(value) }
}
