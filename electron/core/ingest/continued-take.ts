import type { CalendarDate } from '../../../shared/model/stated-date.ts'
import { foldText } from '../../../shared/text/analyse.ts'
import { publisherOf } from '../archive/attributions.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { TAKE_CLOSERS, TAKE_OPENERS } from './rules/take-marks.ts'

/** A text that another take of the same dispatch belongs to. */
interface OtherTake {
  readonly communiqueId: string
  readonly communiqueSeq: number
}

/** A shorter headline ("Conseil des ministres (suite)") is that of many dispatches. */
const LEAST_WORDS = 4
/** Numbered texts of one headline are more often a series of their own. */
const LEAST_WORDS_NUMBERED = 6
const MOST_CANDIDATES = 50

/**
 * The take of an agency that a text goes on from, or that goes on from it: both have one headline
 * but for the mark that says so ("(suite)", "Lead 1", "إضافة أولى"), came out on one day and are
 * not of two publishers. The first take is preferred; undefined where there is none.
 */
export function findOtherTake(
  db: ReadableArchive,
  {
    communiqueSeq,
    title,
    publishedOn,
  }: {
    readonly communiqueSeq: number
    readonly title: string
    readonly publishedOn: CalendarDate | null
  },
): OtherTake | undefined {
  const take = readTake(title)
  if (take === null || publishedOn?.length !== 10) return undefined
  const publisher = publisherOf(db, communiqueSeq)
  return db
    .prepare<OtherTake & { readonly title: string }>(
      `SELECT id AS communiqueId, seq AS communiqueSeq, title FROM communique
       WHERE title_folded IN (SELECT value FROM json_each($headlines)) AND seq <> $communiqueSeq
         AND published_on = $publishedOn AND merged_into IS NULL
       ORDER BY title_folded = $stem DESC, seq LIMIT $most`,
    )
    .all({
      headlines: JSON.stringify(headlinesOf(take)),
      communiqueSeq,
      publishedOn,
      stem: take.stem,
      most: MOST_CANDIDATES,
    })
    .find((other) => {
      const known = publisherOf(db, other.communiqueSeq)
      const isOfOne = publisher !== null && publisher === known
      const isOfTwo = publisher !== null && known !== null && publisher !== known
      const isNumbered = take.isNumbered || readTake(other.title)?.isNumbered === true
      return isNumbered ? isOfOne : !isOfTwo
    })
}

interface Take {
  /** The headline without its mark, folded. */
  readonly stem: string
  readonly isMarked: boolean
  /** The only mark is a number in parentheses. */
  readonly isNumbered: boolean
}

const NUMBER = /\(\s*\p{Nd}(?:\s*\/\s*\p{Nd})?\s*\)\s*$/u
const OPENER = new RegExp(`^(?:${longestFirst(TAKE_OPENERS)}) `, 'u')
const CLOSER = new RegExp(` (?:${longestFirst(TAKE_CLOSERS)})$`, 'u')

function readTake(title: string): Take | null {
  const isNumbered = NUMBER.test(title)
  const folded = foldText(title.replace(NUMBER, ''))
  const stem = folded.replace(OPENER, '').replace(CLOSER, '')
  const words = stem.split(' ').length
  const isMarked = isNumbered || stem !== folded
  const isOnlyNumbered = isNumbered && stem === folded
  if (words < (isOnlyNumbered ? LEAST_WORDS_NUMBERED : LEAST_WORDS)) return null
  return { stem, isMarked, isNumbered: isOnlyNumbered }
}

/** Every headline that another take may have; two texts without a mark are not takes. */
function headlinesOf({ stem, isMarked }: Take): readonly string[] {
  return [
    ...(isMarked ? [stem] : []),
    ...TAKE_OPENERS.map((opener) => `${opener} ${stem}`),
    ...TAKE_CLOSERS.map((closer) => `${stem} ${closer}`),
    ...Array.from({ length: 8 }, (_, at) => `${stem} ${at + 2}`),
  ]
}

function longestFirst(words: readonly string[]): string {
  return words.toSorted((a, b) => b.length - a.length).join('|')
}
