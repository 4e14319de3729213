import {
  AR_DAY_OPENERS,
  AUXILIARIES,
  BACK_TENSES,
  BELONGING,
  OTHER_TIME_OPENERS,
  PAPER_ACTS,
  PARTS_OF_DAY,
  PRINTED_DAYS,
} from '../../rules/event-cues.ts'
import { foldForReading } from '../../text/reading-copy.ts'
import { NO_ABBREVIATION } from '../../text/sentence-point.ts'
import type { FoundDate } from './found-date.ts'

type Place = Pick<FoundDate, 'start' | 'end'>

/** Blanks the lines, or sentences at the head of a line, that tell when the page came out; offsets stay. */
export function withoutPrintedDays(text: string): string {
  return text.replace(PRINTED, (line) => ' '.repeat(line.length))
}

/**
 * True where the words around a date tell that it belongs to something else than what is reported:
 * an earlier meeting ("la réunion du 12 avril"), a paper ("a letter sent on June 4"), what somebody
 * says in quotes, what led to the event or comes after it. Such a day is the event's only where a text has no other.
 */
export function isAside(text: string, date: Place): boolean {
  const before = text.slice(Math.max(0, date.start - REACH_UNITS), date.start)
  return (
    belongs(text, date, before) ||
    isOfPaper(before) ||
    isQuoted(text, date) ||
    isInSentenceOfOtherTime(text, date)
  )
}

/** True of "today" in the mouth of somebody: within quotes, within parentheses or after a colon. */
export function isSpokenOf(text: string, date: Place): boolean {
  const sentence = text.slice(0, date.start).split(SENTENCE_END).at(-1) ?? ''
  return isQuoted(text, date) || /: [^:]{0,200}$/u.test(sentence)
}

/** How far before a date the words that dispose of it may stand. */
const REACH_UNITS = 90

const any = (words: readonly string[]): string => foldForReading(`(?:${words.join('|')})`)

const PRINTED = new RegExp(
  String.raw`(?<=^|\n)[^\p{L}\n]*${any(PRINTED_DAYS)}(?!\p{L})[^.\n]{0,80}(?:\.(?= )|(?=\n|$))`,
  'giu',
)

/** Ends with what makes the day a complement of the noun before it. */
const BELONGS = new RegExp(
  String.raw`(?<![\p{L}-])(?<noun>[\p{L}'-]+) (?:${BELONGING.fr}|${BELONGING.en}) $|(?<![\p{L}-])(?:${BELONGING.en}) $`,
  'iu',
)
const PART_OF_DAY = new RegExp(String.raw`(?:^|')(?:${any(PARTS_OF_DAY)})$`, 'iu')
/** "au 31 mai" is a state of things or an end, unless something is put off to it. */
const AS_OF = /(?<!(?:report|avanc|décal|renvoy|ajourn)ée?s? )(?<!\p{L})au $/iu
const RANGE_AFTER = /^ (?:(?:au|à|to|الي) (?:le |the )?(?:\d|1er|\p{L}+ \d)|و ?\d)/iu
const RANGE_WITHIN = /\d ?(?:au|-|–|to|الي|و|et|and) ?\d/iu
const AR_NOUN = new RegExp(
  String.raw`(?<![\p{L}-])(?!(?:[وبلف])?(?:${any(AR_DAY_OPENERS)}) )\p{Script=Arabic}{3,} $`,
  'u',
)

function belongs(text: string, date: Place, before: string): boolean {
  const own = text.slice(date.start, date.end)
  if (RANGE_WITHIN.test(own) || RANGE_AFTER.test(text.slice(date.end, date.end + 20))) return false
  if (AS_OF.test(before)) return !isRangeEnd(before)
  if (/^\d/u.test(own) && AR_NOUN.test(before)) return true
  const match = BELONGS.exec(before)
  return match !== null && !PART_OF_DAY.test(match.groups?.['noun'] ?? '')
}

/** "du 30 avril au" */
const isRangeEnd = (before: string): boolean => /(?:\d|\d \p{L}+|\d{4}) au $/u.test(before)

const DAY_JOIN = String.raw`(?: (?:le|on|in|for|في|يوم))?(?: (?:\p{L}+day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche))?,? ?$`
const PAPERS = new RegExp(
  String.raw`(?<![\p{L}])(?:${foldForReading(PAPER_ACTS.en)}|${foldForReading(PAPER_ACTS.ar)})${DAY_JOIN}`,
  'iu',
)
const PARTICIPLE = new RegExp(
  String.raw`(?<words>[^.,;:!?\n]*?)(?<![\p{L}])(?:${foldForReading(PAPER_ACTS.fr)})${DAY_JOIN}`,
  'iu',
)
const MADE_A_SENTENCE = new RegExp(String.raw`(?<![\p{L}])${AUXILIARIES} (?:\p{L}+ )?$`, 'iu')
/** "la lettre que lui a adressée le 14 mai son homologue" */
const RELATIVE_CLAUSE = /(?<!\p{L})(?:que|qu')(?: |(?<='))[^.,;:!?\n]{0,30}$/iu

function isOfPaper(before: string): boolean {
  if (PAPERS.test(before)) return true
  const words = PARTICIPLE.exec(before)?.groups?.['words']
  if (words === undefined) return false
  return !MADE_A_SENTENCE.test(words) || RELATIVE_CLAUSE.test(words)
}

/** Between quotation marks or parentheses that are open where the date stands. */
function isQuoted(text: string, { start }: Place): boolean {
  const paragraph = text.slice(text.lastIndexOf('\n', start) + 1, start)
  const opened = Math.max(paragraph.lastIndexOf('«'), paragraph.lastIndexOf('“'))
  if (opened >= 0 && !/[»”]/u.test(paragraph.slice(opened))) return true
  if (/\([^()]{0,120}$/u.test(paragraph)) return true
  return (paragraph.match(/"/gu) ?? []).length % 2 === 1
}

const BACK_TENSE = new RegExp(
  String.raw`(?<!\p{L})(?:${BACK_TENSES.fr}|${BACK_TENSES.en}|${foldForReading(BACK_TENSES.ar)})(?!\p{L})`,
  'iu',
)
const OPENS_ASIDE = new RegExp(String.raw`^\s*${any(OTHER_TIME_OPENERS)}(?!\p{L})`, 'iu')
const SENTENCE_END = new RegExp(String.raw`${NO_ABBREVIATION}[.!?؟] |\n`, 'u')
const CLAUSE_END = /[,،;:]|\.(?= )/u

function isInSentenceOfOtherTime(text: string, { start, end }: Place): boolean {
  const from =
    text
      .slice(Math.max(0, start - 400), start)
      .split(SENTENCE_END)
      .at(-1) ?? ''
  const to = text.slice(end, end + 400).split(SENTENCE_END)[0] ?? ''
  const clause = to.split(CLAUSE_END)[0] ?? ''
  if (BACK_TENSE.test(`${from.split(CLAUSE_END).at(-1) ?? ''} ${clause}`)) return true
  return OPENS_ASIDE.test(from) && isInFirstClause(from, to)
}

/** Up to the first comma (in Arabic the first day), or in apposition after it: "À la veille du salon, le 22 mai, le ministre …". */
function isInFirstClause(from: string, to: string): boolean {
  const parts = from.split(/[,،] /u)
  if (parts.length === 1) return !/\p{Script=Arabic}[^\d]*\d/u.test(from)
  return parts.length === 2 && /^(?:le|on|يوم)? ?$/u.test(parts[1] ?? '') && /^[,،]/u.test(to)
}
