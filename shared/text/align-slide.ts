import { itemAt } from './align-diff.ts'

/**
 * Words inserted into a text often begin or end like their surroundings, and may then be seen as
 * inserted a little earlier or later at no cost. Slides each such insertion to where it meets the
 * strongest breaks (idea of N. Fraser's "semantic cleanup"). Alters `partner`, the place in `fresh`
 * of each item of the shorter side; `breaks` is the strength of the break before each fresh item.
 */
export function slideInsertions(partner: Int32Array, fresh: Int32Array, breaks: Uint8Array): void {
  for (let last = 0; last + 1 < partner.length; last++) {
    const start = itemAt(partner, last) + 1
    const end = itemAt(partner, last + 1)
    if (start === 0 || end <= start) continue
    const earliest = -slack(partner, fresh, { item: last, near: start - 1, far: end - 1 }, -1)
    const latest = slack(partner, fresh, { item: last + 1, near: end, far: start }, 1)
    const strength = (shift: number): number =>
      (breaks[start + shift] ?? 0) + (breaks[end + shift] ?? 0)
    let best = 0
    for (let shift = earliest; shift <= latest; shift++) {
      if (strength(shift) > strength(best)) best = shift
    }
    for (let step = best; step < 0; step++) partner[last + step + 1] = end + step
    for (let step = 1; step <= best; step++) partner[last + step] = start + step - 1
  }
}

interface Slide {
  readonly item: number
  readonly near: number
  readonly far: number
}

/** How many items beside the insertion could as well stand at its other end. */
function slack(partner: Int32Array, fresh: Int32Array, from: Slide, direction: 1 | -1): number {
  const isFree = (step: number): boolean =>
    partner[from.item + step] === from.near + step &&
    fresh[from.near + step] === fresh[from.far + step]
  let steps = 0
  while (isFree(direction * steps)) steps++
  return steps
}
