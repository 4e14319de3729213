/**
 * Pairs the items of two sequences in order: for each item of `old` the index of its partner in
 * `fresh`, or -1. Common ends first, then patience on runs of 6, 4, 3, 2 and 1 items that stand once
 * on both sides (B. Cohen's patience diff), then E. Myers' O(ND) difference algorithm (Algorithmica
 * 1, 1986) in the gaps left; a gap needing more than 2,000 edits is left unpaired.
 */
export function pairInOrder(old: Int32Array, fresh: Int32Array): Int32Array {
  const partner = new Int32Array(old.length).fill(-1)
  const whole = { oldStart: 0, oldEnd: old.length, freshStart: 0, freshEnd: fresh.length }
  pairGap({ old, fresh, partner }, whole, RUN_LENGTHS)
  return partner
}

/** The item at `index`, or -1 outside the array. */
export const itemAt = (items: Int32Array, index: number): number => items[index] ?? -1

/** A key for the `length` items from `index`: equal keys, equal items. */
export const runKey = (items: Int32Array, index: number, length: number): string =>
  items.subarray(index, index + length).join(',')

const RUN_LENGTHS = [6, 4, 3, 2, 1]

const SMALL_GAP = 40_000

const MAX_EDITS = 2000

interface Pairing {
  readonly old: Int32Array
  readonly fresh: Int32Array
  readonly partner: Int32Array
}

interface Gap {
  readonly oldStart: number
  readonly oldEnd: number
  readonly freshStart: number
  readonly freshEnd: number
}

function pairGap(pairing: Pairing, wide: Gap, lengths: readonly number[]): void {
  const gap = pairEnds(pairing, wide)
  const oldCount = gap.oldEnd - gap.oldStart
  const freshCount = gap.freshEnd - gap.freshStart
  if (oldCount === 0 || freshCount === 0) return
  const [length, ...shorter] = lengths
  if (length === undefined || oldCount * freshCount < SMALL_GAP) {
    pairByEdits(pairing, gap)
    return
  }
  const fixed = longestInOrder(sharedRuns(pairing, gap, length))
  if (fixed.length === 0) {
    pairGap(pairing, gap, shorter)
    return
  }
  let { oldStart, freshStart } = gap
  for (const [old, fresh] of fixed) {
    if (old < oldStart || fresh < freshStart) continue
    pairGap(pairing, { oldStart, oldEnd: old, freshStart, freshEnd: fresh }, lengths)
    for (let step = 0; step < length; step++) pairing.partner[old + step] = fresh + step
    oldStart = old + length
    freshStart = fresh + length
  }
  pairGap(pairing, { ...gap, oldStart, freshStart }, lengths)
}

function pairEnds({ old, fresh, partner }: Pairing, gap: Gap): Gap {
  let { oldStart, oldEnd, freshStart, freshEnd } = gap
  while (oldStart < oldEnd && freshStart < freshEnd && old[oldStart] === fresh[freshStart]) {
    partner[oldStart++] = freshStart++
  }
  while (oldStart < oldEnd && freshStart < freshEnd && old[oldEnd - 1] === fresh[freshEnd - 1]) {
    partner[--oldEnd] = --freshEnd
  }
  return { oldStart, oldEnd, freshStart, freshEnd }
}

type Pair = readonly [old: number, fresh: number]

/** Runs of `length` items that stand exactly once on each side of the gap, in old order. */
function sharedRuns({ old, fresh }: Pairing, gap: Gap, length: number): readonly Pair[] {
  const inFresh = uniqueRuns(fresh, gap.freshStart, gap.freshEnd, length)
  const pairs: Pair[] = []
  for (const [key, oldIndex] of uniqueRuns(old, gap.oldStart, gap.oldEnd, length)) {
    const freshIndex = inFresh.get(key) ?? -1
    if (oldIndex >= 0 && freshIndex >= 0) pairs.push([oldIndex, freshIndex])
  }
  return pairs.toSorted((a, b) => a[0] - b[0])
}

function uniqueRuns(
  items: Int32Array,
  start: number,
  end: number,
  length: number,
): ReadonlyMap<string, number> {
  const indexByKey = new Map<string, number>()
  for (let index = start; index + length <= end; index++) {
    const key = runKey(items, index, length)
    indexByKey.set(key, indexByKey.has(key) ? -1 : index)
  }
  return indexByKey
}

/** The longest chain of pairs that increases on both sides, by patience sorting. */
function longestInOrder(pairs: readonly Pair[]): readonly Pair[] {
  const freshAt = (index: number | undefined): number => pairs[index ?? -1]?.[1] ?? -1
  const piles: number[] = []
  const previous = new Int32Array(pairs.length).fill(-1)
  for (const [index, [, fresh]] of pairs.entries()) {
    let low = 0
    let high = piles.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (freshAt(piles[middle]) < fresh) low = middle + 1
      else high = middle
    }
    previous[index] = piles[low - 1] ?? -1
    piles[low] = index
  }
  const chain: Pair[] = []
  let pair = pairs[piles.at(-1) ?? -1]
  let index = piles.at(-1) ?? -1
  while (pair !== undefined) {
    chain.push(pair)
    index = itemAt(previous, index)
    pair = pairs[index]
  }
  return chain.toReversed()
}

/** Myers' greedy search: `rounds[d]` keeps, per diagonal -d…d, the furthest old item before round d. */
function pairByEdits({ old, fresh, partner }: Pairing, gap: Gap): void {
  const oldCount = gap.oldEnd - gap.oldStart
  const freshCount = gap.freshEnd - gap.freshStart
  const most = Math.min(oldCount + freshCount, MAX_EDITS)
  const furthest = new Int32Array(2 * most + 3)
  const middle = most + 1
  const rounds: Int32Array[] = []
  const advance = (edits: number): boolean => {
    rounds.push(furthest.slice(middle - edits - 1, middle + edits + 2))
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      let x = stepFrom(furthest, middle, edits, diagonal).x
      let y = x - diagonal
      while (
        x < oldCount &&
        y < freshCount &&
        old[gap.oldStart + x] === fresh[gap.freshStart + y]
      ) {
        x++
        y++
      }
      furthest[middle + diagonal] = x
      if (x >= oldCount && y >= freshCount) return true
    }
    return false
  }
  let edits = 0
  while (!advance(edits)) if (++edits > most) return
  let x = oldCount
  let y = freshCount
  for (const [back, round] of rounds.toReversed().entries()) {
    const step = stepFrom(round, edits - back + 1, edits - back, x - y)
    while (x > step.x) partner[gap.oldStart + --x] = gap.freshStart + --y
    x = step.previousX
    y = x - step.previousDiagonal
  }
}

interface Step {
  /** Old items passed once the edit is made, before following equal items. */
  readonly x: number
  readonly previousX: number
  readonly previousDiagonal: number
}

function stepFrom(furthest: Int32Array, middle: number, edits: number, diagonal: number): Step {
  if (edits === 0) return { x: 0, previousX: 0, previousDiagonal: 0 }
  const below = itemAt(furthest, middle + diagonal - 1)
  const above = itemAt(furthest, middle + diagonal + 1)
  const inserts = diagonal === -edits || (diagonal !== edits && below < above)
  return inserts
    ? { x: above, previousX: above, previousDiagonal: diagonal + 1 }
    : { x: below + 1, previousX: below, previousDiagonal: diagonal - 1 }
}
