import type { CalendarDate } from '../../../../shared/model/stated-date.ts'
import { ACT_CUES } from '../rules/calendar-words.ts'
import { foldForReading } from '../text/reading-copy.ts'
import { daysBetween } from './dates/calendar.ts'
import type { FoundDate } from './dates/found-date.ts'
import { readDates } from './dates/read-dates.ts'
import { readOpeningDateline } from './opening-dateline.ts'
import { readSignedDate } from './signed-date.ts'
import type { DescribedDate } from './description.ts'
import { evidenceFromSpan } from './sources.ts'
import type { Sources } from './sources.ts'

const LEAD_UNITS = 1000
const HEAD_UNITS = 350
/** Dates further from publication than this date an act or a memory, not the event reported. */
const NEAR_DAYS = 35

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
  const lead = sources.text.text.slice(0, LEAD_UNITS)
  const opening = readOpeningDateline(sources)?.end ?? 0
  const dates = readDates(
    { ...sources.text, text: lead },
    { reference: publishedOn, monthMayComeFirst: false },
  )
  const signedAt = readSignedDate(sources)?.evidence?.start
  const days = dates.filter(
    (date) =>
      sources.text.starts[date.start] !== signedAt &&
      date.start >= opening &&
      isCertainDay(date) &&
      !ACT.test(lead.slice(Math.max(0, date.start - 60), date.start)) &&
      !isLabel(lead, date) &&
      isNear(date, publishedOn),
  )
  const chosen = chooseEvent(publishedOn === null ? days.filter(isHead) : days)
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

const isNear = (date: FoundDate, publishedOn: CalendarDate | null): boolean =>
  publishedOn === null ||
  (date.value !== null && Math.abs(daysBetween(publishedOn, date.value)) <= NEAR_DAYS)

function chooseEvent(days: readonly FoundDate[]): FoundDate | undefined {
  const [first] = days
  if (first === undefined) return undefined
  const beside = days.find(
    ({ form, start }) => form !== 'relative' && start >= first.end && start - first.end <= 4,
  )
  if (first.form === 'relative' && beside !== undefined) return beside
  return days.find(({ form, start }) => form !== 'relative' && start < HEAD_UNITS) ?? first
}
