import {
  AR_DAY_OPENERS,
  AUXILIARIES,
  BACK_TENSES,
  BELONGING,
  OTHER_TIME_OPENERS,
  PAPER_ACTS,
  PAPER_NOUNS,
  FIRST_PERSON_WORDS,
  LATEST_WORDS,
  PARTS_OF_DAY,
  PRINTED_DAYS,
  RECITALS,
  STATES,
  YEARLY_WORDS,
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
 * What the words around a date make of it: the day of what is `told`; that of its `cause`, what it
 * follows or comes before ("the attack of Sunday") or what is told within quotes, which is the
 * event's only where a text has no other; or an `aside`, never the event's: that of a paper ("a
 * letter sent on June 4"), of a state of things, of a feast, of a question, of a recital.
 */
export type DateStanding = 'told' | 'cause' | 'aside'

/** Tells what the words around a date make of it. */
export function standingOf(text: string, date: Place): DateStanding {
  const before = text.slice(Math.max(0, date.start - REACH_UNITS), date.start)
  const sentence = sentenceAround(text, date)
  const isNeverTold =
    isUntil(before) ||
    isOfPaper(before) ||
    isOfState(sentence) ||
    isOfSpeaker(sentence) ||
    isRecited(sentence)
  if (isNeverTold) return 'aside'
  const isCause =
    belongs(text, date, before) ||
    isQuoted(text, date) ||
    isInBackTense(sentence) ||
    isInOpenerClause(sentence)
  return isCause ? 'cause' : 'told'
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
/** "تمديد … إلى 15 نوفمبر", unless the day it begins on stands before. */
const AR_UNTIL = /(?<!\d[^.،]{0,40})(?<!\p{L})الي(?: يوم)? $/u
const RANGE_AFTER = /^ (?:(?:au|à|to|الي) (?:le |the )?(?:\d|1er|\p{L}+ \d)|و ?\d)/iu
const RANGE_WITHIN = /\d ?(?:au|-|–|to|الي|و|et|and) ?\d/iu
const AR_NOUN = new RegExp(
  String.raw`(?<![\p{L}-])(?!(?:[وبلف])?(?:${any(AR_DAY_OPENERS)}) )\p{Script=Arabic}{3,} $`,
  'u',
)

function belongs(text: string, date: Place, before: string): boolean {
  const own = text.slice(date.start, date.end)
  if (RANGE_WITHIN.test(own) || RANGE_AFTER.test(text.slice(date.end, date.end + 20))) return false
  if (isUntil(before)) return false
  if (/^\d/u.test(own) && AR_NOUN.test(before)) return true
  const match = BELONGS.exec(before)
  return match !== null && !PART_OF_DAY.test(match.groups?.['noun'] ?? '')
}

/** "au 30 avril", "إلى 15 نوفمبر": a state of things, or an end. */
const isUntil = (before: string): boolean =>
  AR_UNTIL.test(before) || (AS_OF.test(before) && !isRangeEnd(before))

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

const PAPER_OF = new RegExp(
  String.raw`(?<!\p{L})(?:${PAPER_NOUNS.fr}|${PAPER_NOUNS.en})(?: \p{L}+){0,2} (?:du|de|des|of) $`,
  'iu',
)

function isOfPaper(before: string): boolean {
  if (PAPERS.test(before) || PAPER_OF.test(before)) return true
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

/** The sentence a date stands in: what comes before it, what comes after, and how it ends. */
type Sentence = { readonly from: string; readonly to: string; readonly isQuestion: boolean }

function sentenceAround(text: string, { start, end }: Place): Sentence {
  const from =
    text
      .slice(Math.max(0, start - 400), start)
      .split(SENTENCE_END)
      .at(-1) ?? ''
  const after = text.slice(end, end + 400)
  const to = after.split(SENTENCE_END)[0] ?? ''
  return { from, to, isQuestion: /^[?؟]/u.test(after.slice(to.length)) || /[?؟]$/u.test(to) }
}

const clauseBefore = ({ from }: Sentence): string => from.split(CLAUSE_END).at(-1) ?? ''
const clauseAfter = ({ to }: Sentence): string => to.split(CLAUSE_END)[0] ?? ''

const isInBackTense = (sentence: Sentence): boolean =>
  BACK_TENSE.test(`${clauseBefore(sentence)} ${clauseAfter(sentence)}`)

const isInOpenerClause = ({ from, to }: Sentence): boolean =>
  OPENS_ASIDE.test(from) && isInFirstClause(from, to)

const STATE = new RegExp(String.raw`(?<!\p{L})${any(STATES)}(?!\p{L})`, 'iu')
const LATEST = new RegExp(String.raw`(?<!\p{L})${any(LATEST_WORDS)}(?!\p{L})`, 'iu')
const YEARLY = new RegExp(String.raw`(?<!\p{L})${any(YEARLY_WORDS)}(?!\p{L})`, 'iu')
/** "le 4 mai, jour où …" */
const NAMED_DAY =
  /^,? (?:jour (?:où|de|du|anniversaire)|day (?:when|of)|anniversary|ذكري|يوم ذكري)(?!\p{L})/iu

/** What lasts, ends at the latest or comes every year on that day: nothing is done on it. */
function isOfState(sentence: Sentence): boolean {
  const around = `${clauseBefore(sentence)} ${clauseAfter(sentence)}`
  return (
    STATE.test(around) ||
    LATEST.test(around) ||
    YEARLY.test(around) ||
    NAMED_DAY.test(sentence.to) ||
    PARTICIPLE_CLAUSE.test(clauseAfter(sentence))
  )
}

/** "Les élections prévues le 9 juin pouvant donner lieu à …" */
const PARTICIPLE_CLAUSE = /^ (?:pouvant|étant|devant|risquant)(?!\p{L})/iu

/** A question, or what somebody says of himself, dates nothing that the text reports. */
const isOfSpeaker = ({ from, to, isQuestion }: Sentence): boolean =>
  isQuestion || FIRST_PERSON.test(from) || FIRST_PERSON.test(to)

const FIRST_PERSON = new RegExp(any(FIRST_PERSON_WORDS), 'u')

const RECITAL = new RegExp(String.raw`(?<!\p{L})${any(RECITALS)}(?!\p{L})`, 'iu')

const isRecited = ({ from }: Sentence): boolean => RECITAL.test(from)

/** Up to the first comma (in Arabic the first day), or in apposition after it: "À la veille du salon, le 22 mai, le ministre …". */
function isInFirstClause(from: string, to: string): boolean {
  const parts = from.split(/[,،] /u)
  if (parts.length === 1) return !/\p{Script=Arabic}[^\d]*\d/u.test(from)
  return parts.length === 2 && /^(?:le|on|يوم)? ?$/u.test(parts[1] ?? '') && /^[,،]/u.test(to)
}
