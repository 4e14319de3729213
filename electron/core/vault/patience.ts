const FREE_TRIES = 4
const LONGEST_MS = 30_000

/** How long the next try waits after so many wrong ones in a row, in milliseconds. */
export function delayAfter(refusals: number): number {
  if (refusals < FREE_TRIES) return 0
  return Math.min(LONGEST_MS, 1000 * 2 ** (refusals - FREE_TRIES))
}
