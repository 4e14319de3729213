import type { Wording } from '../../../../shared/text/align.ts'
import type { Span } from '../../../../shared/text/anchor.ts'

/**
 * The passage whose words are nearest to `phrase` (ids as the wording’s), or null: at least
 * four words in five must be the same and every passage elsewhere must be clearly further. P. H.
 * Sellers' approximate matching (J. Algorithms 1, 1980) on words; phrases too long to try are left.
 */
export function closestSpan(
  phrase: Int32Array,
  wording: Pick<Wording, 'tokens' | 'ids'>,
): Span | null {
  if (phrase.length * wording.ids.length > MOST_STEPS) return null
  const endings = endingsOf(phrase, wording.ids)
  const best = endings.reduce<Ending | null>(better, null)
  if (best === null || scoreOf(best, phrase) < LEAST_SCORE) return null
  const second = endings
    .filter((ending) => ending.first > best.last || ending.last < best.first)
    .reduce<Ending | null>(better, null)
  if (second !== null && scoreOf(best, phrase) - scoreOf(second, phrase) < LEAST_MARGIN) return null
  const [first, last] = [wording.tokens[best.first], wording.tokens[best.last]]
  return first && last ? { start: first.start, end: last.end } : null
}

const LEAST_SCORE = 0.8

const LEAST_MARGIN = 0.08

const MOST_STEPS = 40_000_000

interface Ending {
  readonly first: number
  readonly last: number
  readonly edits: number
}

const better = (best: Ending | null, ending: Ending): Ending =>
  best === null || ending.edits < best.edits ? ending : best

const scoreOf = (ending: Ending, phrase: Int32Array): number => 1 - ending.edits / phrase.length

/** For each token that can end a passage near enough to matter, its fewest edits and first token. */
function endingsOf(phrase: Int32Array, ids: Int32Array): readonly Ending[] {
  const most = phrase.length * (1 - LEAST_SCORE + LEAST_MARGIN)
  const edits = Int32Array.from({ length: phrase.length + 1 }, (_, row) => row)
  const starts = new Int32Array(phrase.length + 1)
  const endings: Ending[] = []
  for (const [last, id] of ids.entries()) {
    let [diagonal, diagonalStart] = [0, last]
    starts[0] = last + 1
    let [above, aboveStart] = [0, last + 1]
    for (let row = 1; row <= phrase.length; row++) {
      const [left, leftStart] = [edits[row] ?? 0, starts[row] ?? 0]
      const paired = diagonal + (phrase[row - 1] === id ? 0 : 1)
      let [fewest, start] = [paired, diagonalStart]
      if (left + 1 < fewest) [fewest, start] = [left + 1, leftStart]
      if (above + 1 < fewest) [fewest, start] = [above + 1, aboveStart]
      edits[row] = fewest
      starts[row] = start
      ;[diagonal, diagonalStart] = [left, leftStart]
      ;[above, aboveStart] = [fewest, start]
    }
    if (above <= most) endings.push({ first: aboveStart, last, edits: above })
  }
  return endings.filter((ending) => ending.first <= ending.last)
}
