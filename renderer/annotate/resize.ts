import type { Span } from '../../shared/model/search.ts'

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’\-‑][\p{L}\p{M}\p{N}]+)*|[^\s\p{L}\p{M}\p{N}]+/gu

/**
 * The span with one of its edges a word further (`step` 1) or nearer to the beginning of the text
 * (-1). It never becomes empty nor leaves `bounds`, which is the text; unchanged at the limit.
 */
export function resizeByWord(
  text: string,
  span: Span,
  { edge, step }: { readonly edge: 'start' | 'end'; readonly step: 1 | -1 },
): Span {
  const words = [...text.matchAll(WORD)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }))
  const places = words.map((word) => word[edge])
  const from = span[edge]
  const at =
    step === 1 ? places.find((place) => place > from) : places.findLast((place) => place < from)
  if (at === undefined) return span
  const resized = { ...span, [edge]: at }
  return resized.start < resized.end ? resized : span
}
