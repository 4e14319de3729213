import type { CalendarDate } from '../../../../../shared/model/stated-date.ts'
import { FUTURE_CUES, RELATIVE_DAYS } from '../../rules/calendar-words.ts'
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
const FUTURE = new RegExp(
  String.raw`(?<!\p{L})(?:${patternFromWords(FUTURE_CUES)})(?!\p{L})[^.;]{0,40}$`,
  'iu',
)

/**
 * Resolves a weekday or a relative word against the reference day. A weekday looks back (the
 * same weekday is the same day); with "prochain", "next", "المقبل" or after a verb in the
 * future it looks ahead. Without a reference it stays unresolved.
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

type Direction = 'back' | 'strictly-back' | 'ahead'

function directionOf(
  match: RegExpExecArray,
  groups: Readonly<Record<string, string | undefined>>,
): Direction {
  if (groups['ahead'] !== undefined) return 'ahead'
  if (groups['before'] !== undefined || groups['yesterday'] !== undefined) return 'strictly-back'
  if (groups['today'] !== undefined) return 'back'
  return FUTURE.test(match.input.slice(Math.max(0, match.index - 60), match.index))
    ? 'ahead'
    : 'back'
}

function dayFromWeekday(
  weekday: number,
  reference: CalendarDate,
  direction: Direction,
): CalendarDate {
  const distance = weekdayFromDay(reference) - weekday
  if (direction === 'ahead') return addDays(reference, (-distance + 7) % 7 || 7)
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
