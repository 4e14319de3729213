import type { Evidence } from '../../../../shared/model/provenance.ts'
import { foldForReading } from '../text/reading-copy.ts'
import { readDates } from './dates/read-dates.ts'
import type { Publication } from './description.ts'
import { evidenceFromSpan } from './sources.ts'
import type { Sources } from './sources.ts'

/** "(Paris, 12 mars 2024)" at the end of a title: a place and a day. */
const PLACED_DAY =
  /\((?<place>\p{Lu}[\p{L}' -]{1,30}|\p{Script=Arabic}[\p{Script=Arabic} ]{1,30})[,،] /du

/**
 * The full day a title ends with ("… (Paris, 12 mars 2024)", "Conseil des ministres du mercredi 5
 * juin 2024"), which may be that of publication; null when it ends with none.
 */
export function readTitleDay(sources: Sources): Publication | null {
  const titled = titleSpan(sources)
  if (titled === null) return null
  const { preamble } = sources
  const text = preamble.text.slice(0, titled.end)
  const context = { reference: null, monthMayComeFirst: sources.language === 'en' }
  const date = readDates({ ...preamble, text }, context).findLast(
    ({ start, form, value }) =>
      start >= titled.start && form === 'full' && (value === null || value.length === 10),
  )
  if (date === undefined || !/^[\s).\]]*$/u.test(text.slice(date.end))) return null
  const evidence = evidenceFromSpan('preamble', preamble, date.start, date.end)
  return { value: date.value, rule: 'title-day', evidence, doubt: date.doubt }
}

/** The place printed before the day at the end of a title, in parentheses; else null. */
export function readTitlePlace(sources: Sources): Evidence | null {
  const titled = titleSpan(sources)
  if (titled === null) return null
  const title = sources.preamble.text.slice(titled.start, titled.end)
  const [start, end] = PLACED_DAY.exec(title)?.indices?.groups?.['place'] ?? []
  if (start === undefined || end === undefined) return null
  return evidenceFromSpan('preamble', sources.preamble, titled.start + start, titled.start + end)
}

/** Where the title stands in the reading copy of the preamble. */
function titleSpan({ preamble, title }: Sources): { start: number; end: number } | null {
  const folded = foldForReading(title)
  const start = folded === '' ? -1 : preamble.text.indexOf(folded)
  return start < 0 ? null : { start, end: start + folded.length }
}
