import { selectorFromSpan } from '../../../shared/text/anchor.ts'
import type { Span, TextSelector } from '../../../shared/text/anchor.ts'
import { tokensFromText } from '../../../shared/text/align-tokens.ts'
import { closestSpan } from './reanchor/suggest.ts'

/** The words of a passage as another program wrote them down; offsets are UTF-16 code units. */
export interface Quotation {
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly start: number | null
}

/** Where a quotation stands; certain only when the words stand at the very offset given. */
export interface PlacedQuotation {
  readonly selector: TextSelector
  readonly isCertain: boolean
}

/**
 * Looks for a quotation that came without its text: at its offset, else where the same words stand
 * in the likest context, else the passage with nearly the same words. Null when there is none; all
 * but the first is a proposal, for one such place in two hundred is another passage.
 */
export function placeQuotation(text: string, quotation: Quotation): PlacedQuotation | null {
  const { exact, start } = quotation
  if (exact.trim() === '') return null
  const isCertain = start !== null && text.startsWith(exact, start)
  const span = isCertain
    ? { start, end: start + exact.length }
    : (likestOccurrence(text, quotation) ?? nearlySame(text, exact))
  const selector = span && selectorFromSpan(text, span.start, span.end)
  return selector && { selector, isCertain }
}

function likestOccurrence(text: string, quotation: Quotation): Span | null {
  const { exact, prefix, suffix, start: hint } = quotation
  let best: { start: number; likeness: number; distance: number } | null = null
  for (let start = text.indexOf(exact); start >= 0; start = text.indexOf(exact, start + 1)) {
    const likeness =
      commonEnd(text.slice(0, start), prefix) + commonStart(text, start + exact.length, suffix)
    const distance = Math.abs(start - (hint ?? 0))
    const isBetter =
      best === null ||
      likeness > best.likeness ||
      (likeness === best.likeness && distance < best.distance)
    if (isBetter) best = { start, likeness, distance }
  }
  return best && { start: best.start, end: best.start + exact.length }
}

function commonEnd(before: string, prefix: string): number {
  let length = 0
  while (length < prefix.length && before.at(-1 - length) === prefix.at(-1 - length)) length++
  return length
}

function commonStart(text: string, offset: number, suffix: string): number {
  let length = 0
  while (length < suffix.length && text[offset + length] === suffix[length]) length++
  return length
}

function nearlySame(text: string, exact: string): Span | null {
  const idByKey = new Map<string, number>()
  const idOf = ({ key }: { readonly key: string }): number => {
    const id = idByKey.get(key) ?? idByKey.size
    idByKey.set(key, id)
    return id
  }
  const tokens = tokensFromText(text)
  const phrase = Int32Array.from(tokensFromText(exact), idOf)
  if (phrase.length === 0) return null
  return closestSpan(phrase, { tokens, ids: Int32Array.from(tokens, idOf) })
}
