import type { Language } from '../../../../shared/model/language.ts'
import type { CalendarDate } from '../../../../shared/model/stated-date.ts'
import { ACT_CUES, DONE_VERBS, WEEKDAYS } from '../rules/calendar-words.ts'
import { SALUTATIONS } from '../rules/event-cues.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { foldForReading } from '../text/reading-copy.ts'
import { NO_ABBREVIATION } from '../text/sentence-point.ts'
import { daysBetween } from './dates/calendar.ts'
import { isSpokenOf, standingOf, withoutPrintedDays } from './dates/date-standing.ts'
import type { DateStanding } from './dates/date-standing.ts'
import type { FoundDate } from './dates/found-date.ts'
import { readDates } from './dates/read-dates.ts'
import { leadOf } from './lead.ts'
import { readOpeningDateline } from './opening-dateline.ts'
import { readSignedDate } from './signed-date.ts'
import type { DescribedDate } from './description.ts'
import { evidenceFromSpan } from './sources.ts'
import type { Sources } from './sources.ts'

const HEAD_UNITS = 350
/** Dates further from publication than this date an act or a memory, not the event reported. */
const NEAR_DAYS = 35

/** How far before a date the words that make it one of an act may begin. */
const CUE_UNITS = 90

const ACT = new RegExp(
  String.raw`(?<!\p{L})(?:${ACT_CUES.map(foldForReading).join('|')})\s*$`,
  'iu',
)

/**
 * Proposes the day of the event the lead reports, counted from the day of publication: the
 * first date that does not date an act or the signature; an explicit date beside a relative word wins over it.
 * Null when the day of publication is unknown and no full date is stated.
 */
export function proposeEventDate(
  sources: Sources,
  publishedOn: CalendarDate | null,
): DescribedDate | null {
  const lead = withoutPrintedDays(leadOf(sources.text.text))
  const opening = readOpeningDateline(sources)?.end ?? 0
  const dates = readDates(
    { ...sources.text, text: lead },
    { reference: publishedOn, monthMayComeFirst: false },
  )
  const isAddress = ADDRESS.test(lead)
  const signedAt = readSignedDate(sources)?.evidence?.start
  const days = dates.filter(
    (date) =>
      sources.text.starts[date.start] !== signedAt &&
      date.start >= opening &&
      isCertainDay(date) &&
      isInOpening(lead, date) &&
      !isOfOtherThing(lead, date) &&
      !isOfOtherYear(lead, date, publishedOn) &&
      (!isAddress || TODAY.test(lead.slice(date.start, date.end))) &&
      (isCertain(lead, date, publishedOn) || isToldOf(lead, date, sources.language)) &&
      isNear(date, publishedOn),
  )
  const likely = likeliestOf(lead, days, publishedOn)
  const chosen = chooseEvent(lead, publishedOn === null ? likely.filter(isHead) : likely)
  if (chosen === undefined || chosen.value === null) return null
  return {
    role: 'event',
    value: chosen.value,
    origin: chosen.form === 'full' ? 'stated' : 'deduced',
    settlement: 'unconfirmed',
    rule: chosen.rule,
    relativeTo: chosen.form === 'full' ? null : publishedOn,
    evidence: evidenceFromSpan('text', sources.text, chosen.start, chosen.end),
  }
}

/** The day of an act or a deadline, a label, what somebody says of these times, a period told of later. */
const isOfOtherThing = (lead: string, date: FoundDate): boolean =>
  ACT.test(lead.slice(Math.max(0, date.start - CUE_UNITS), date.start)) ||
  isLabel(lead, date) ||
  isSpokenToday(lead, date) ||
  isLaterPeriod(lead, date)

/** Of a cause only a day of the week before is that of the event: condolences for an accident. */
const RECENT_DAYS = 7

function likeliestOf(
  lead: string,
  days: readonly FoundDate[],
  publishedOn: CalendarDate | null,
): readonly FoundDate[] {
  const of = (standing: DateStanding): readonly FoundDate[] =>
    days.filter((date) => standingOf(lead, date) === standing)
  const told = of('told')
  if (told.length > 0 || publishedOn === null) return told
  return of('cause').filter(({ value }) => {
    const age = daysBetween(value ?? publishedOn, publishedOn)
    return age >= 0 && age <= RECENT_DAYS
  })
}

/** A speech: the days that the speaker names are not that of the speech, but for today. */
const ADDRESS = new RegExp(
  String.raw`^\s*(?:${SALUTATIONS.map(foldForReading).join('|')})(?!\p{L})`,
  'iu',
)

/** "En 1944, … Il fut évacué le 17 mai": a day without its year is of the year that the paragraph opens with. */
function isOfOtherYear(
  lead: string,
  { form, start }: FoundDate,
  publishedOn: CalendarDate | null,
): boolean {
  if (form !== 'yearless' || publishedOn === null) return false
  const paragraph = lead.slice(lead.lastIndexOf('\n', start) + 1, start)
  const year = [...paragraph.matchAll(YEAR_OPENER)].at(-1)?.groups?.['year']
  return year !== undefined && year !== publishedOn.slice(0, 4)
}

const YEAR_OPENER =
  /(?:^|[.!?] )(?:En|Dès|Durant l'été|L'été|In|By|في (?:عام|سنة)|(?:عام|سنة)) (?<year>(?:1[89]|20)\d\d)(?!\d)/gu

/** A report tells its event in its first two sentences: later ones tell of other days. */
const isInOpening = (lead: string, { start }: FoundDate): boolean =>
  [...lead.slice(0, start).matchAll(POINT)].length < OPENING_SENTENCES

const hasPoint = (words: string): boolean => words.search(POINT) >= 0

const OPENING_SENTENCES = 2
const POINT = new RegExp(String.raw`${NO_ABBREVIATION}[.!?؟]["»”]?(?= |\n)`, 'gu')

const isHead = ({ start }: FoundDate): boolean => start < HEAD_UNITS

const isCertainDay = ({ form, value, doubt }: FoundDate): boolean =>
  form !== 'hijri' && value?.length === 10 && (doubt === null || doubt === 'weekday-mismatch')

/** A date on a line of a few words that is no sentence is a label or a byline: "par X le 26 octobre". */
function isLabel(lead: string, date: FoundDate): boolean {
  const start = lead.lastIndexOf('\n', date.start) + 1
  const found = lead.indexOf('\n', date.end)
  const end = found < 0 ? lead.length : found
  const around = `${lead.slice(start, date.start)} ${lead.slice(date.end, end)}`
  const words = around.replace(/\([^)]*\)/gu, ' ').match(/\p{L}{2,}/gu) ?? []
  return words.length <= 5 && !/[.!?؟]\s*$/u.test(lead.slice(start, end))
}

/** "Du 30 mars au 2 avril" after the first sentence: the days of a tour, not of what was told first. */
function isLaterPeriod(lead: string, { start, end }: FoundDate): boolean {
  const isPeriod =
    /[\p{L}\d] (?:au|to|الي) (?:le )?$/u.test(lead.slice(0, start)) ||
    /\d (?:au|to|الي) \d/u.test(lead.slice(start, end)) ||
    /^ (?:au|to|الي) (?:le )?(?:\d|1er|premier|\p{Lu}\p{L}+ \d)/u.test(lead.slice(end))
  if (HABIT.test(lead.slice(start)) || HABIT_END.test(lead.slice(0, start))) return true
  return isPeriod && SENTENCE_BEFORE.test(lead.slice(0, start))
}

/** "lundi au vendredi": the days an office is open. */
const DAY_NAME = patternFromWords([...WEEKDAYS.fr, ...WEEKDAYS.en, ...WEEKDAYS.ar].flat())
const HABIT = new RegExp(
  String.raw`^(?:${DAY_NAME}) (?:au|to|through|الي) (?:${DAY_NAME})(?!\p{L}| \d)`,
  'iu',
)

const HABIT_END = new RegExp(String.raw`(?<!\p{L})(?:${DAY_NAME}) (?:au|to|through|الي) $`, 'iu')

const SENTENCE_BEFORE = /(?:\p{L}+[^\p{L}.!?\n]+){5,}\p{L}+[.!?](?: |\n)/u

const isSpokenToday = (lead: string, date: FoundDate): boolean =>
  TODAY.test(lead.slice(date.start, date.end)) && isSpokenOf(lead, date)

const TODAY = /^(?:aujourd'hui|today|tonight|اليوم)$/iu

/** In a text that has its day, a date but for "aujourd'hui" is one by itself. */
const isCertain = (lead: string, { start, end }: FoundDate, publishedOn: string | null): boolean =>
  publishedOn !== null && !NOWADAYS.test(lead.slice(start, end))

const NOWADAYS = /^(?:aujourd'hui|today)$/iu

/**
 * The day of an event stands in the sentence that tells what was or will be done on it:
 * "Aujourd'hui, aucun outil n'aide …" tells of these times, "DATE 5 NOV 1963" of nothing.
 */
function isToldOf(lead: string, { start, end }: FoundDate, language: Language): boolean {
  if (language !== 'fr' && language !== 'en') return true
  const from = lead.slice(0, start).split(SENTENCE_END).at(-1) ?? ''
  const to = lead.slice(end).split(SENTENCE_END)[0] ?? ''
  return !to.startsWith("'s") && DONE[language].test(`${from}${lead.slice(start, end)}${to}`)
}

const SENTENCE_END = new RegExp(String.raw`${NO_ABBREVIATION}[.!?] |\n`, 'u')
const DONE = { fr: new RegExp(DONE_VERBS.fr, 'iu'), en: new RegExp(DONE_VERBS.en, 'iu') }

const isNear = (date: FoundDate, publishedOn: CalendarDate | null): boolean =>
  publishedOn === null ||
  (date.value !== null && Math.abs(daysBetween(publishedOn, date.value)) <= NEAR_DAYS)

/** A day that is printed in full says more than a weekday beside it, in the same sentence. */
function chooseEvent(lead: string, days: readonly FoundDate[]): FoundDate | undefined {
  const [first] = days
  if (first === undefined) return undefined
  const beside = days.find(
    ({ form, start }) => form !== 'relative' && start >= first.end && start - first.end <= 4,
  )
  if (first.form === 'relative' && beside !== undefined) return beside
  const full = days.find(({ form, start }) => form !== 'relative' && start < HEAD_UNITS)
  return full === undefined || hasPoint(lead.slice(first.end, full.start)) ? first : full
}
