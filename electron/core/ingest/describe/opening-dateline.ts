import type { Evidence } from '../../../../shared/model/provenance.ts'
import { AGENCY_NAME, KNOWN_AGENCY } from '../rules/agency-pattern.ts'
import type { FoundDate } from './dates/found-date.ts'
import { WEEKDAYS } from '../rules/calendar-words.ts'
import { DATELINE_PLACES, PLACES } from '../rules/places.ts'
import { patternFromWords } from '../rules/word-pattern.ts'
import { readDates } from './dates/read-dates.ts'
import type { Publication } from './description.ts'
import { evidenceFromSpan, groupSpan } from './sources.ts'
import type { Sources } from './sources.ts'

/** The place, and perhaps the day and the agency, put at the head of the first paragraph. */
export type OpeningDateline = {
  readonly place: Evidence
  readonly agency: Evidence | null
  /** Null where the dateline names no day. */
  readonly publication: Publication | null
  /** Offset in the reading copy where the first sentence begins. */
  readonly end: number
}

const WEEKDAY = patternFromWords(Object.values(WEEKDAYS).flat(2))
const PLACE = String.raw`^[^\p{L}\d]{0,3}(?<place>\p{Lu}[\p{L}'. -]{0,27}?[\p{L}'.]|\p{Script=Arabic}[\p{Script=Arabic} ]{0,27}?\p{Script=Arabic})`
/** A hyphen within a name joins nothing, and a bare space only a day. */
const JOIN = String.raw`(?!-\p{L})(?:[ ]{0,4}[,،/–—-]{1,2}[ ]{0,4}| (?=\d|\p{Lu}\p{Ll}{2,8}\.? \d|(?:le|on|في|يوم|${WEEKDAY})(?!\p{L})))(?:(?:le|on|في|يوم|${WEEKDAY}),? )*`
const DASH = String.raw`[ ]{0,4}[-–—:]{1,3}`
const KNOWN_PLACE = patternFromWords([...PLACES.fr, ...PLACES.en, ...PLACES.ar, ...DATELINE_PLACES])

type Form = {
  readonly expression: RegExp
  /** Without its day the words are no dateline. */
  readonly needsDay: boolean
}

const FORMS: readonly Form[] = [
  {
    // "PLACE, day month year (AGENCY) -"; an agency of no list only where a dash or a colon follows.
    expression: new RegExp(
      String.raw`${PLACE}(?: \([^()\d\n]{2,30}\))?(?=[ ,،/–—-]{1,6}(?:(?:le|on|في|يوم|${WEEKDAY}),? )*(?:\d|\p{Lu}\p{Ll}{2,8}\.? \d)|[ ]{0,4}\()[ ]{0,4}(?:[,،/–—-][ ]{0,4})?(?<day>(?:[^\n() ][^\n()]{0,59}?)?)[ ]{0,4}\((?:(?<agency>${KNOWN_AGENCY})\)|(?<named>${AGENCY_NAME})[ ]{0,4}\)(?=[ ]{0,4}[-–—:]))(?:${DASH})?`,
      'du',
    ),
    needsDay: false,
  },
  {
    // "PLACE في day month / AGENCY /", and "PLACE, day month year, AGENCY --".
    expression: new RegExp(
      String.raw`${PLACE}${JOIN}(?<day>[^\n()]{3,70}?)(?:[ ]{0,4}/[ ]{0,4}(?<slashed>${KNOWN_AGENCY})[ ]{0,4}/|,? (?<agency>${KNOWN_AGENCY})(?=${DASH}))(?:${DASH})?`,
      'du',
    ),
    needsDay: true,
  },
  {
    // "PLACE-AGENCY" and "PLACE/ AGENCY/", on a line or before the sentence.
    expression: new RegExp(
      String.raw`${PLACE}[ ]{0,2}[-–/][ ]{0,2}(?<agency>${KNOWN_AGENCY})(?=[ ]{0,2}(?:[-–—:/]|\n|$))[ ]{0,2}[-–—:/]{0,2}`,
      'du',
    ),
    needsDay: false,
  },
  {
    // "PLACE, day month year -", "PLACE, day month year: ", signed by nobody.
    expression: new RegExp(
      String.raw`${PLACE}${JOIN}(?<only>[^\n()–—]{6,40}?)[ ]{0,2}(?:[–—:.]|--?)[ ]`,
      'du',
    ),
    needsDay: true,
  },
  {
    // "KNOWN PLACE, country, day month -", and with an agency of no list: "PLACE, day (AGENCY) The …".
    expression: new RegExp(
      String.raw`^[^\p{L}\d]{0,3}(?<place>${KNOWN_PLACE})(?:, ?[\p{L}' -]{2,30})?${JOIN}(?<beside>[^\n()–—:]{3,40}?)[ ]{0,2}(?:(?:[–—:]|--?)|\((?:${AGENCY_NAME})\))[ ]`,
      'diu',
    ),
    needsDay: true,
  },
  {
    // "PLACE (day month year) –"
    expression: new RegExp(String.raw`${PLACE} \((?<only>[^\n()–—]{6,40}?)\)${DASH}[ ]`, 'du'),
    needsDay: true,
  },
  {
    // "LAKEVIEW, OR -": a place and the state or the country it lies in.
    expression:
      /^[^\p{L}\d]{0,3}(?<place>\p{Lu}[\p{L}'. -]{1,27}\p{L}), (?:\p{Lu}{2}|(?:\p{Lu}\.){2,3}|\p{Lu}\p{L}+\.?)[ ](?:[–—]|--?)[ ]?(?=["“«]?\p{Lu})/du,
    needsDay: false,
  },
  {
    // "Rabat -": a known place and a dash.
    expression: new RegExp(
      String.raw`^(?<place>${KNOWN_PLACE})[ ]?(?:[–—]|--?)[ ](?=\p{L})`,
      'diu',
    ),
    needsDay: false,
  },
]
const HEAD_UNITS = 200

/**
 * Reads the dateline put before the first sentence; null when there is none. The value of a day
 * without its year is null.
 */
export function readOpeningDateline(sources: Sources): OpeningDateline | null {
  const head = sources.text.text.slice(0, HEAD_UNITS)
  for (const form of FORMS) {
    const match = form.expression.exec(head)
    const dateline = match === null ? null : readForm(sources, head, { ...form, match })
    if (dateline !== null) return dateline
  }
  return null
}

function readForm(
  sources: Sources,
  head: string,
  { match, needsDay }: Form & { readonly match: RegExpExecArray },
): OpeningDateline | null {
  const place = groupSpan(match, 'place')
  if (place === null) return null
  const agency = agencySpan(match) ?? groupSpan(match, 'named')
  const date = dayBetween(sources, head, [place[1], agency?.[0] ?? match[0].length])
  const isOne =
    date === undefined
      ? !needsDay && isKnownBefore(match, head.slice(...place))
      : isDayOf(match, date)
  if (!isOne) return null
  return {
    end: match[0].length,
    place: evidenceFromSpan('text', sources.text, place[0], place[1]),
    agency: agency === null ? null : evidenceFromSpan('text', sources.text, ...agency),
    publication: date === undefined ? null : publicationFrom(sources, date),
  }
}

const KNOWN = new RegExp(`^(?:${KNOWN_PLACE})$`, 'iu')

/** Before an agency of no list, and without a day, only a place of the list is one. */
const isKnownBefore = (match: RegExpExecArray, place: string): boolean =>
  groupSpan(match, 'named') === null || KNOWN.test(place)

const agencySpan = (match: RegExpExecArray): readonly [number, number] | null =>
  groupSpan(match, 'agency') ?? groupSpan(match, 'slashed')

const dayBetween = (
  sources: Sources,
  head: string,
  [from, to]: readonly [number, number],
): FoundDate | undefined =>
  readDates(
    { ...sources.text, text: head },
    { reference: null, monthMayComeFirst: sources.language === 'en' },
  ).find(({ start, end, form }) => start >= from && end <= to && DAY_FORMS.has(form))

/** A day that nobody signs is one only where it is all there is between the place and the dash. */
function isDayOf(match: RegExpExecArray, date: FoundDate): boolean {
  const only = groupSpan(match, 'only')
  const alone = only ?? groupSpan(match, 'beside')
  if (alone !== null && !fills(date, alone)) return false
  return only === null || (date.form === 'full' && date.value?.length === 10)
}

const fills = (date: FoundDate, [start, end]: readonly [number, number]): boolean =>
  date.start - start <= 1 && end - date.end <= 1

const publicationFrom = (sources: Sources, date: FoundDate): Publication => ({
  value: date.value?.length === 10 ? date.value : null,
  rule: 'opening-dateline',
  evidence: evidenceFromSpan('text', sources.text, date.start, date.end),
  doubt: date.doubt,
})

/** A dateline may leave out the year: it names its place and agency all the same. */
const DAY_FORMS: ReadonlySet<FoundDate['form']> = new Set(['full', 'yearless'])
