import { foldForms } from '../../../shared/text/analyse.ts'
import { QUOTED_STATEMENTS } from './rules/issuers.ts'
import { foldForReading } from './text/reading-copy.ts'

/** A report names the statement it quotes in its first paragraphs. */
const LEAD_UNITS = 2500
const LEAST_WORDS = 6
/** An edited copy keeps more pairs of words of a sentence than this, whatever was changed in it. */
const MOST_SHARED_PAIRS = 0.35

const QUOTED = new RegExp(
  String.raw`(?<!\p{L})(?:${QUOTED_STATEMENTS.map(foldForReading).join('|')})(?!\p{L})`,
  'iu',
)

/**
 * True where a text reports a statement ("a indiqué le ministère dans un communiqué") in a
 * sentence that the other text does not have: it passes on what the other one says.
 */
export function quotesStatementOf(text: string, other: string): boolean {
  const sentence = foldForReading(text.slice(0, LEAD_UNITS))
    .split(/(?<=[.!?؟])\s|\n/u)
    .find((words) => QUOTED.test(words))
  if (sentence === undefined) return false
  const words = foldForms(sentence)
  const held = pairsOf(foldForms(other))
  const pairs = [...pairsOf(words)]
  const shared = pairs.filter((pair) => held.has(pair)).length
  return words.length >= LEAST_WORDS && shared / pairs.length < MOST_SHARED_PAIRS
}

/**
 * True where two texts begin with the same sentence: one that lacks the sentence which names a
 * statement was shortened, and is not the statement.
 */
export function opensAlike(text: string, other: string): boolean {
  const [first, second] = [text, other].map((one) => pairsOf(foldForms(openingOf(one))))
  if (first === undefined || second === undefined) return false
  const [short, long] = first.size <= second.size ? [first, second] : [second, first]
  const shared = [...short].filter((pair) => long.has(pair)).length
  return short.size >= LEAST_WORDS && shared / short.size > MOST_SHARED_PAIRS
}

const openingOf = (text: string): string =>
  foldForReading(text.slice(0, LEAD_UNITS)).split(/(?<=[.!?؟])\s|\n/u)[0] ?? ''

const pairsOf = (words: readonly string[]): ReadonlySet<string> =>
  new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
