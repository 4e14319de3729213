import type { Completion } from '../../shared/model/discovery.ts'

/** The word being typed: where it starts, and whether it is inside quotation marks. */
export interface TypedWord {
  readonly word: string
  readonly start: number
  readonly end: number
  readonly isQuoted: boolean
}

const LEAST = 2
const BETWEEN = /[\s()"“”«»=:,;،؛]/u

/** The word that ends at the caret, or null where there is too little to complete. */
export function typedWordAt(query: string, caret: number): TypedWord | null {
  if (caret < query.length && !BETWEEN.test(query.charAt(caret))) return null
  let start = caret
  while (start > 0 && !BETWEEN.test(query.charAt(start - 1))) start--
  if (query.charAt(start) === '-') start++
  const word = query.slice(start, caret)
  if (word.length < LEAST || !/^[\p{L}\p{N}\p{M}'’‑-]+$/u.test(word)) return null
  return { word, start, end: caret, isQuoted: isInQuotes(query.slice(0, start)) }
}

/** A field of the query language, such as `émetteur:`, offered beside words and names. */
export type Offer = Completion | { readonly kind: 'field'; readonly text: string }

/** The query with the word being typed replaced; the caret then stands at the end of what came in. */
export function takeOffer(
  query: string,
  typed: TypedWord,
  offer: Offer,
): { readonly query: string; readonly caret: number } {
  const put = wordsOf(offer, typed.isQuoted)
  const after = query.slice(typed.end)
  const space = offer.kind === 'field' || typed.isQuoted || after.startsWith(' ') ? '' : ' '
  const before = query.slice(0, typed.start) + put + space
  return { query: before + after, caret: before.length }
}

/** A name of several words only means itself between quotation marks. */
function wordsOf({ kind, text }: Offer, isQuoted: boolean): string {
  const bare = text.replaceAll('"', '')
  return kind === 'authority' && !isQuoted && /[^\p{L}\p{N}\p{M}]/u.test(bare) ? `"${bare}"` : bare
}

function isInQuotes(before: string): boolean {
  const open = before.lastIndexOf('«') > before.lastIndexOf('»')
  const curly = before.lastIndexOf('“') > before.lastIndexOf('”')
  return open || curly || before.split('"').length % 2 === 0
}
