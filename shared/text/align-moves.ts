import { itemAt, runKey } from './align-diff.ts'

/**
 * Unpairs runs of at most eight items that are no longer than the changes on both their sides, for
 * such a match is chance more often than survival. Alters `partner`; returns the pairs taken out.
 */
export function takeOutCoincidences(
  partner: Int32Array,
  freshCount: number,
): readonly (readonly [old: number, fresh: number])[] {
  const takenOut: (readonly [number, number])[] = []
  let runs = pairedRuns(partner)
  let before = Infinity
  while (runs.length < before) {
    before = runs.length
    const kept: Run[] = []
    for (const [index, run] of runs.entries()) {
      const left = kept.at(-1) ?? { old: 0, fresh: 0, length: 0 }
      const right = runs[index + 1] ?? { old: partner.length, fresh: freshCount, length: 0 }
      if (!isCoincidence(left, run, right)) {
        kept.push(run)
        continue
      }
      for (let step = 0; step < run.length; step++) {
        takenOut.push([run.old + step, run.fresh + step])
        partner[run.old + step] = -1
      }
    }
    runs = kept
  }
  return takenOut
}

/**
 * Pairs passages that changed place: runs of at least five unpaired old items whose longest match
 * among the unpaired fresh items stands there once. Alters `partner`; returns 1 for each moved item.
 */
export function pairMoves(old: Int32Array, fresh: Int32Array, partner: Int32Array): Uint8Array {
  const moved = new Uint8Array(old.length)
  const isTaken = new Uint8Array(fresh.length)
  for (const index of partner) if (index >= 0) isTaken[index] = 1
  const places = freeRuns(fresh, isTaken)
  const isFree = (at: number, place: number): boolean =>
    partner[at] === -1 && isTaken[place] === 0 && old[at] === fresh[place]
  const lengthAt = (start: number, place: number): number => {
    let length = 0
    while (isFree(start + length, place + length)) length++
    return length
  }
  let index = 0
  while (index + SEED_LENGTH <= old.length) {
    const candidates =
      partner[index] === -1 ? places.get(runKey(old, index, SEED_LENGTH)) : undefined
    const [place, length] = longestPlace(candidates ?? [], index, lengthAt)
    for (let step = 0; step < length; step++) {
      partner[index + step] = place + step
      isTaken[place + step] = 1
      moved[index + step] = 1
    }
    index += Math.max(1, length)
  }
  return moved
}

const LONGEST_COINCIDENCE = 8

const SEED_LENGTH = 4

const SHORTEST_MOVE = 5

/** More places than this and a seed says nothing of where a passage went. */
const MOST_PLACES = 64

interface Run {
  readonly old: number
  readonly fresh: number
  readonly length: number
}

function pairedRuns(partner: Int32Array): readonly Run[] {
  const runs: Run[] = []
  let old = 0
  while (old < partner.length) {
    const fresh = itemAt(partner, old)
    const length = fresh < 0 ? 1 : pairedLength(partner, old)
    if (fresh >= 0) runs.push({ old, fresh, length })
    old += length
  }
  return runs
}

function pairedLength(partner: Int32Array, start: number): number {
  const fresh = itemAt(partner, start)
  let length = 1
  while (partner[start + length] === fresh + length) length++
  return length
}

function isCoincidence(left: Run, run: Run, right: Run): boolean {
  if (run.length > LONGEST_COINCIDENCE) return false
  const changeBetween = (a: Run, b: Run): number =>
    Math.max(b.old - a.old - a.length, b.fresh - a.fresh - a.length)
  return run.length <= changeBetween(left, run) && run.length <= changeBetween(run, right)
}

function freeRuns(fresh: Int32Array, isTaken: Uint8Array): ReadonlyMap<string, readonly number[]> {
  const places = new Map<string, number[]>()
  let free = 0
  for (let end = 0; end < fresh.length; end++) {
    free = isTaken[end] === 0 ? free + 1 : 0
    if (free < SEED_LENGTH) continue
    const start = end - SEED_LENGTH + 1
    const key = runKey(fresh, start, SEED_LENGTH)
    const known = places.get(key)
    if (known === undefined) places.set(key, [start])
    else known.push(start)
  }
  return places
}

/** The place with the longest match, or length 0 when it is too short or two places tie. */
function longestPlace(
  candidates: readonly number[],
  start: number,
  lengthAt: (start: number, place: number) => number,
): readonly [place: number, length: number] {
  let [best, longest, tied] = [-1, 0, candidates.length > MOST_PLACES]
  if (tied) return [best, longest]
  for (const place of candidates) {
    const length = lengthAt(start, place)
    if (length > longest) [best, longest, tied] = [place, length, false]
    else if (length === longest) tied = true
  }
  return longest >= SHORTEST_MOVE && !tied ? [best, longest] : [-1, 0]
}
