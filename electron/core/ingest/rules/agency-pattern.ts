import { AGENCIES } from './furniture.ts'
import { WEEKDAYS } from './calendar-words.ts'
import { patternFromWords } from './word-pattern.ts'

/** The initials or names agencies of the list sign with, as a pattern. */
export const KNOWN_AGENCY = patternFromWords(Object.keys(AGENCIES))

/** Words printed in parentheses after a date that name no agency. */
const NO_AGENCY = [
  patternFromWords(Object.values(WEEKDAYS).flat(2)),
  'GMT|UTC|AM|PM|Matin|Soir|صباحا|مساء|ظهرا|م|ه',
].join('|')

/**
 * What stands between the parentheses of a dateline: one to four words, the first in capitals
 * where the script has them, without a digit. An agency of no list is known by its place alone.
 */
export const AGENCY_NAME = String.raw`(?!(?:${NO_AGENCY})[ ]*\))(?:${KNOWN_AGENCY}|\p{Lu}[\p{L}.'&-]*(?: \p{L}[\p{L}.'&-]*){0,3}|\p{Script=Arabic}{2,}(?: \p{Script=Arabic}{2,}){0,3})`
