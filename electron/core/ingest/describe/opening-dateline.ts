import type { Evidence } from '../../../../shared/model/provenance.ts'
import { AGENCY_NAME, KNOWN_AGENCY } from '../rules/agency-pattern.ts'
import type { FoundDate } from './dates/found-date.ts'
import { WEEKDAYS } from '../rules/calendar-words.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { readDates } from './dates/read-dates.ts'
import type { Publication } from './description.ts'
import { evidenceFromSpan, groupSpan } from './sources.ts'
import type { Sources } from './sources.ts'

/** An agency dateline at the head of the first paragraph: "PLACE, day month year (AGENCY) -". */
export type OpeningDateline = {
  readonly place: Evidence
  readonly agency: Evidence | null
  readonly publication: Publication
  /** Offset in the reading copy where the first sentence begins. */
  readonly end: number
}

const WEEKDAY = patternFromWords(Object.values(WEEKDAYS).flat(2))
/** An agency of no list is taken for one only where a dash or a colon follows its parenthesis. */
const OPENING = new RegExp(
  String.raw`^[^\p{L}\d]{0,3}(?<place>\p{Lu}[\p{L}'. -]{0,27}?[\p{L}'.]|\p{Script=Arabic}[\p{Script=Arabic} ]{0,27}?\p{Script=Arabic})(?: \([^()\d\n]{2,30}\))?(?=[ ,،/–—-]{1,6}(?:(?:le|on|في|يوم|${WEEKDAY}),? )*(?:\d|\p{Lu}\p{Ll}{2,8}\.? \d)|[ ]{0,4}\()[ ]{0,4}(?:[,،/–—-][ ]{0,4})?(?<day>(?:[^\n() ][^\n()]{0,59}?)?)[ ]{0,4}\((?:(?<agency>${KNOWN_AGENCY})\)|(?<named>${AGENCY_NAME})[ ]{0,4}\)(?=[ ]{0,4}[-–—:]))[ ]{0,4}[-–—:]*`,
  'du',
)
const HEAD_UNITS = 200

/**
 * Reads the dateline a wire puts before its first sentence; null when there is none with a day.
 * The value of a day without its year is null.
 */
export function readOpeningDateline(sources: Sources): OpeningDateline | null {
  const head = sources.text.text.slice(0, HEAD_UNITS)
  const match = OPENING.exec(head)
  const place = match === null ? null : groupSpan(match, 'place')
  const day = match === null ? null : groupSpan(match, 'day')
  const agency = match === null ? null : (groupSpan(match, 'agency') ?? groupSpan(match, 'named'))
  if (match === null || place === null || day === null || agency === null) return null
  const dates = readDates(
    { ...sources.text, text: head },
    { reference: null, monthMayComeFirst: false },
  )
  const date = dates.find(
    ({ start, end, form }) => start >= place[1] && end <= agency[0] && DAY_FORMS.has(form),
  )
  if (date === undefined) return null
  const evidence = evidenceFromSpan('text', sources.text, date.start, date.end)
  return {
    end: match[0].length,
    place: evidenceFromSpan('text', sources.text, place[0], place[1]),
    agency: evidenceFromSpan('text', sources.text, agency[0], agency[1]),
    publication: { value: date.value, rule: 'opening-dateline', evidence, doubt: date.doubt },
  }
}

/** A dateline may leave out the year: it names its place and agency all the same. */
const DAY_FORMS: ReadonlySet<FoundDate['form']> = new Set(['full', 'yearless'])
