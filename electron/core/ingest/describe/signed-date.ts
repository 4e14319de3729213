import type { DescribedDate } from './description.ts'
import { readDates } from './dates/read-dates.ts'
import { evidenceFromSpan } from './sources.ts'
import type { Sources } from './sources.ts'

/** "Fait à …", "Done at …", "حرر ب…" at the head of a paragraph. */
const FORMULA =
  /(?<=^|\n)(?:(?:Fait|Signé|Conclu|Établi)(?: et (?:signé|établi|conclu))? (?:à|au|en) (?:l'|la |le )?\p{Lu}|(?:Done|Signed|Made)(?: and signed)? (?:at|in) (?:the )?\p{Lu}|(?:حرر|حررت|وقع|صدر|صدرت)(?: هذا \p{Script=Arabic}+)? (?:ب|في )\p{Script=Arabic})/gu
/** How far after the head of the formula its date ends at the most, in units. */
const REACH_UNITS = 110
/** A place and what joins it to the date stand between: no sentence, no other figure. */
const JOIN = /^[^\d.;:!?\n]{1,60}$/u
/** The formula ends there, or tells in how many copies: another sentence only looks like one. */
const CLOSE =
  /^ ?(?:م(?!\p{L}) ?)?(?:[.,;،]? ?(?:\n|$)|[,،]? ?(?:en (?:deux|trois|quatre|double|triple|plusieurs|\p{L}+ exemplaires)|in (?:two|three|four|duplicate|triplicate)|(?:في|من) (?:نسخ|نظير|اصل|ثلاث|اربع))|\. )/u

/**
 * The day a text states it was signed, from its last closing formula ("Fait à Rabat, le 12
 * octobre 2023") with a full date; null when there is none.
 */
export function readSignedDate(sources: Sources): DescribedDate | null {
  const { text } = sources.text
  for (const match of [...text.matchAll(FORMULA)].toReversed()) {
    const from = match.index + match[0].length
    const closing = text.slice(from, from + REACH_UNITS)
    const context = { reference: null, monthMayComeFirst: false }
    const date = readDates({ ...sources.text, text: closing }, context).find(
      ({ form, value }) => form === 'full' && value?.length === 10,
    )
    if (date === undefined || date.value === null) continue
    if (!JOIN.test(closing.slice(0, date.start)) || !CLOSE.test(closing.slice(date.end))) continue
    return {
      role: 'signed',
      value: date.value,
      origin: 'stated',
      settlement: date.doubt === null ? 'confirmed' : 'unconfirmed',
      rule: 'signed-formula',
      relativeTo: null,
      evidence: evidenceFromSpan('text', sources.text, from + date.start, from + date.end),
    }
  }
  return null
}
