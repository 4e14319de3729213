import type { FoundWording } from './find-wordings.ts'

/** Fewer words than this in common say nothing. */
const LEAST_SHARED = 3
const MOST_SHARED = 20

/**
 * Wordings lengthened by the words before and after them that another, different wording has too:
 * what was added to a formula and then kept belongs to it. Never past the end of a sentence.
 */
export function withSharedEnds(found: readonly FoundWording[]): readonly FoundWording[] {
  const ends = found.map((one) => ({
    core: one.stems.slice(one.first, one.last + 1).join(' '),
    before: stemsBeside(one, -1),
    after: stemsBeside(one, 1),
  }))
  return found.map((one, index) => {
    const own = ends[index]
    if (own === undefined) return one
    const others = ends.filter(({ core }) => core !== own.core)
    const longest = (side: 'before' | 'after', opposite: 'before' | 'after'): number =>
      Math.max(
        0,
        ...others
          // A corrected text shares its whole sentence with the first: that is no formula.
          .filter((other) => commonLength(own[opposite], other[opposite]) < LEAST_SHARED)
          .map((other) => commonLength(own[side], other[side])),
      )
    const [before, after] = [longest('before', 'after'), longest('after', 'before')]
    return {
      ...one,
      first: one.first - (before >= LEAST_SHARED ? before : 0),
      last: one.last + (after >= LEAST_SHARED ? after : 0),
    }
  })
}

/** The words beside a wording, from it outwards, as far as its sentence goes. */
function stemsBeside(one: FoundWording, step: 1 | -1): readonly string[] {
  const beside: string[] = []
  let at = step === 1 ? one.last : one.first
  while (beside.length < MOST_SHARED) {
    const [near, far] = [one.words[at], one.words[at + step]]
    if (near === undefined || far === undefined) break
    const between =
      step === 1 ? one.text.slice(near.end, far.start) : one.text.slice(far.end, near.start)
    if (/[.!?؟…;؛\n]/u.test(between)) break
    at += step
    beside.push(one.stems[at] ?? '')
  }
  return beside
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  let length = 0
  while (length < one.length && one[length] === other[length]) length++
  return length
}
