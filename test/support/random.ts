/** Repeatable randomness: the same seed gives the same series on every machine. */
export interface Random {
  /** A whole number from 0 up to but not including `limit`. */
  readonly below: (limit: number) => number
  readonly chance: (probability: number) => boolean
  /** Undefined only for an empty list. */
  readonly pick: <T>(items: readonly T[]) => T | undefined
}

/** Mulberry32 (T. Ettinger), enough for test data and for nothing else. */
export function randomFromSeed(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  return {
    below,
    chance: (probability) => next() < probability,
    pick: (items) => items[below(items.length)],
  }
}
