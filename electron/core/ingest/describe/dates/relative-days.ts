import type { CalendarDate } from '../../../../../shared/model/stated-date.ts'
import { COMING, FUTURE_CUES, RELATIVE_DAYS } from '../../rules/calendar-words.ts'
import { patternFromWords } from '../../rules/word-pattern.ts'
import { foldForReading } from '../../text/reading-copy.ts'
import { addDays, weekdayFromDay } from './calendar.ts'
import type { DateContext, FoundDate } from './found-date.ts'
import type { DatePattern } from './patterns.ts'

const OFFSETS: ReadonlyMap<string, number> = new Map(
  Object.values(RELATIVE_DAYS).flatMap((words) =>
    Object.entries(words).map(([word, offset]) => [foldForReading(word), offset] as const),
  ),
)
const whole = (source: string): RegExp =>
  new RegExp(String.raw`(?<!\p{L})(?:${foldForReading(source)})(?!\p{L})`, 'giu')
const FUTURE = whole(`${patternFromWords(FUTURE_CUES)}|${COMING.future}`)
const ANNOUNCED = whole(COMING.announced)
const PAST = whole(COMING.past)
/** A cue stands so near before its day, in the same clause. */
const NEAR_UNITS = 60
const ANNOUNCED_UNITS = 110
/** A day so near the head of its sentence is dated by the verb after it. */
const HEAD_UNITS = 14

/**
 * Resolves a weekday or a relative word against the reference day. A weekday looks back (the
 * same weekday is the same day); with "prochain", "next", "المقبل", after a verb in the
 * future or in the announcement of what will be held it looks ahead. Without a reference it stays unresolved.
 */
export function readRelative(
  pattern: DatePattern,
  match: RegExpExecArray,
  context: DateContext,
): Omit<FoundDate, 'start' | 'end'> {
  const { reference } = context
  const base = { rule: pattern.rule, form: 'relative' } as const
  if (reference === null) return { ...base, value: null, doubt: 'unresolved' }
  const groups = match.groups ?? {}
  if (groups['r'] !== undefined) {
    const offset = OFFSETS.get(groups['r'].toLowerCase()) ?? 0
    return { ...base, value: addDays(reference, offset), doubt: null }
  }
  const weekday = pattern.weekdays?.get((groups['w'] ?? '').toLowerCase()) ?? 1
  if (groups['n'] !== undefined) {
    return { ...base, ...dayOfMonth(weekday, Number(groups['n']), reference) }
  }
  const value = dayFromWeekday(weekday, reference, directionOf(match, groups))
  const isToday = groups['today'] !== undefined && weekday !== weekdayFromDay(reference)
  return { ...base, value, doubt: isToday ? 'weekday-mismatch' : null }
}

type Direction = 'back' | 'strictly-back' | 'ahead' | 'strictly-ahead'

function directionOf(
  match: RegExpExecArray,
  groups: Readonly<Record<string, string | undefined>>,
): Direction {
  if (groups['ahead'] !== undefined) return 'strictly-ahead'
  if (groups['before'] !== undefined || groups['yesterday'] !== undefined) return 'strictly-back'
  if (groups['today'] !== undefined) return 'back'
  return isToCome(match) ? 'ahead' : 'back'
}

/** True where the verb nearest before the day, or after a day that opens its sentence, is in the future. */
function isToCome({ input, index, 0: { length } }: RegExpExecArray): boolean {
  const before = input.slice(Math.max(0, index - ANNOUNCED_UNITS), index)
  const clause = before.split(CLAUSE_END).at(-1) ?? ''
  if (isLastFuture(clause.slice(-NEAR_UNITS), FUTURE) || isLastFuture(clause, ANNOUNCED))
    return true
  const end = index + length
  const after = input.slice(end, end + NEAR_UNITS).split(CLAUSE_END)[0] ?? ''
  return clause.length <= HEAD_UNITS && holds(after, FUTURE) && !holds(after, PAST)
}

function isLastFuture(words: string, cue: RegExp): boolean {
  const last = [...words.matchAll(cue)].at(-1)
  if (last === undefined) return false
  const rest = words.slice(last.index + last[0].length)
  return !holds(rest, PAST)
}

const CLAUSE_END = /[.;!?\n]/u

/** Unlike `test`, it begins at the beginning whatever was sought before. */
const holds = (words: string, cue: RegExp): boolean => words.search(cue) >= 0

function dayFromWeekday(
  weekday: number,
  reference: CalendarDate,
  direction: Direction,
): CalendarDate {
  const distance = weekdayFromDay(reference) - weekday
  const ahead = (-distance + 7) % 7
  if (direction === 'ahead') return addDays(reference, ahead)
  if (direction === 'strictly-ahead') return addDays(reference, ahead || 7)
  const back = (distance + 7) % 7
  return addDays(reference, -(direction === 'strictly-back' ? back || 7 : back))
}

/** "lundi 14": the nearest 14th that is a Monday, within two weeks of the reference. */
function dayOfMonth(
  weekday: number,
  day: number,
  reference: CalendarDate,
): Pick<FoundDate, 'value' | 'doubt'> {
  const near = Array.from({ length: 31 }, (_, at) =>
    addDays(reference, at % 2 === 0 ? -at / 2 : (at + 1) / 2),
  )
  const value = near.find(
    (candidate) => Number(candidate.slice(8)) === day && weekdayFromDay(candidate) === weekday,
  )
  return value === undefined ? { value: null, doubt: 'weekday-mismatch' } : { value, doubt: null }
}
