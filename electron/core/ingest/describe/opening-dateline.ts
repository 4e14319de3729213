import type { Evidence } from '../../../../shared/model/provenance.ts'
import { AGENCIES } from '../rules/furniture.ts'
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

const AGENCY = patternFromWords(Object.keys(AGENCIES))
const OPENING = new RegExp(
  String.raw`^[^\p{L}\d]{0,3}(?<place>\p{Lu}[\p{L}'. -]{1,28}?|\p{Script=Arabic}[\p{Script=Arabic} ]{1,28}?)(?=[ ,،/–—-]+(?:\d|\p{Lu}\p{Ll}{2,8}\.? \d)|[ ]*\()[ ]*[,،/–—-]?[ ]*(?<day>[^\n()]{0,60}?)[ ]*\((?<agency>${AGENCY})\)[ ]*[-–—:]?`,
  'du',
)

/** Reads the dateline a wire puts before its first sentence; null when there is none with a day. */
export function readOpeningDateline(sources: Sources): OpeningDateline | null {
  const match = OPENING.exec(sources.text.text.slice(0, 200))
  const place = match === null ? null : groupSpan(match, 'place')
  const day = match === null ? null : groupSpan(match, 'day')
  const agency = match === null ? null : groupSpan(match, 'agency')
  if (match === null || place === null || day === null || agency === null) return null
  const dates = readDates(sources.text, { reference: null, monthMayComeFirst: false })
  const date = dates.find(
    (found) => found.start >= place[1] && found.end <= agency[0] && found.form === 'full',
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
