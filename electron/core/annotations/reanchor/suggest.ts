import { itemAt } from '../../../../shared/text/align-diff.ts'
import type { Wording } from '../../../../shared/text/align.ts'
import type { Span } from '../../../../shared/text/anchor.ts'
import type { TokenRun } from './pieces.ts'

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
  const most = Math.floor(phrase.length * (1 - LEAST_SCORE + LEAST_MARGIN))
  return likelyRegions(phrase, ids, most).flatMap((region) =>
    endingsIn(phrase, ids.subarray(region.first, region.last + 1), most).map((ending) => ({
      first: region.first + ending.first,
      last: region.first + ending.last,
      edits: ending.edits,
    })),
  )
}

/**
 * A passage within `most` edits is at most that much longer than the phrase and has all but `most`
 * of its words: the stretches whose windows do, found by counting, are the only ones to try.
 */
function likelyRegions(phrase: Int32Array, ids: Int32Array, most: number): readonly TokenRun[] {
  const wanted = new Int32Array(Math.max(ids.reduce(larger, 0), phrase.reduce(larger, 0)) + 1)
  for (const id of phrase) wanted[id] = itemAt(wanted, id) + 1
  const width = phrase.length + most
  const regions: { first: number; last: number }[] = []
  let common = 0
  for (const [last, id] of ids.entries()) {
    if (itemAt(wanted, id) > 0) common++
    wanted[id] = itemAt(wanted, id) - 1
    const left = ids[last - width]
    if (left !== undefined) {
      wanted[left] = itemAt(wanted, left) + 1
      if (itemAt(wanted, left) > 0) common--
    }
    if (common < phrase.length - most) continue
    const first = Math.max(0, last - width + 1)
    const open = regions.at(-1)
    if (open !== undefined && first <= open.last + 1) open.last = last
    else regions.push({ first, last })
  }
  return regions
}

const larger = (a: number, b: number): number => Math.max(a, b)

function endingsIn(phrase: Int32Array, ids: Int32Array, most: number): readonly Ending[] {
  const edits = Int32Array.from({ length: phrase.length + 1 }, (_, row) => row)
  const starts = new Int32Array(phrase.length + 1)
  const endings: Ending[] = []
  for (const [last, id] of ids.entries()) {
    let diagonal = 0
    let diagonalStart = last
    let above = 0
    let aboveStart = last + 1
    for (let row = 1; row <= phrase.length; row++) {
      const left = itemAt(edits, row)
      const leftStart = itemAt(starts, row)
      const paired = diagonal + (phrase[row - 1] === id ? 0 : 1)
      const fewest = Math.min(paired, left + 1, above + 1)
      const passed = fewest === left + 1 ? leftStart : aboveStart
      diagonal = left
      above = fewest
      aboveStart = fewest === paired ? diagonalStart : passed
      diagonalStart = leftStart
      edits[row] = fewest
      starts[row] = aboveStart
    }
    if (above <= most && aboveStart <= last) endings.push({ first: aboveStart, last, edits: above })
  }
  return endings
}
