/** Converts offsets of one text between UTF-16 code units (ours) and code points (the W3C's). */
export interface CodePointIndex {
  /** Code points before a code-unit offset; an offset inside a surrogate pair counts as its start. */
  readonly codePointFromOffset: (offset: number) => number
  /** Code-unit offset before which that many code points stand. */
  readonly offsetFromCodePoint: (codePoint: number) => number
}

/**
 * Reads `text` once so that each conversion costs a binary search. A lone surrogate is one code
 * point, as in JavaScript's own iteration; offsets past the end go on counting by one.
 */
export function indexCodePoints(text: string): CodePointIndex {
  const pairs = Array.from(text.matchAll(/[\u{10000}-\u{10FFFF}]/gu), (match) => match.index)
  return {
    codePointFromOffset: (offset) => offset - countWhile(pairs, (pair) => pair < offset),
    offsetFromCodePoint: (codePoint) =>
      codePoint + countWhile(pairs, (pair, earlier) => pair - earlier < codePoint),
  }
}

function countWhile(
  pairs: readonly number[],
  isBefore: (pair: number, index: number) => boolean,
): number {
  let low = 0
  let high = pairs.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isBefore(pairs[middle] ?? Infinity, middle)) low = middle + 1
    else high = middle
  }
  return low
}
