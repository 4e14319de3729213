import type { Snippet, Span } from '../../../shared/model/search.ts'
import { mergedSpans } from './highlight.ts'
import type { Found } from './highlight.ts'

/** About as much as three lines of the list. */
const LENGTH = 260
/** What is shown before the first match. */
const LEAD = 70
const MOST = 3
/** More matches than this in one passage make it no better. */
const COUNTED = 20

/**
 * The passages of a text that show best what was found, at most three, in reading order: those
 * with the most different parts of the query, then with the most matches. The beginning of the
 * text when nothing was found. Spans index the whole text.
 */
export function cutSnippets(
  text: string,
  found: readonly Found[],
  { field, annotationId }: Pick<Snippet, 'field' | 'annotationId'>,
): Snippet[] {
  const spans = mergedSpans(found)
  return choosePassages(text, found).map(({ start, end }) => ({
    field,
    annotationId,
    text: text.slice(start, end),
    start,
    matches: spans.filter((span) => span.start >= start && span.end <= end),
  }))
}

function choosePassages(text: string, found: readonly Found[]): readonly Span[] {
  if (found.length === 0) return text === '' ? [] : [passageAround(text, { start: 0, end: 0 })]
  const candidates = found.map((_, index) => candidateFrom(text, found, index))
  const chosen: Span[] = []
  for (const { passage } of candidates.toSorted((one, other) => other.worth - one.worth)) {
    if (chosen.every(({ start, end }) => passage.start >= end || passage.end <= start)) {
      if (chosen.push(passage) === MOST) break
    }
  }
  return chosen.toSorted((one, other) => one.start - other.start)
}

function candidateFrom(
  text: string,
  found: readonly Found[],
  first: number,
): { readonly passage: Span; readonly worth: number } {
  const passage = passageAround(text, found[first] ?? { start: 0, end: 0 })
  const parts = new Set<number>()
  let count = 0
  for (let index = first; index < found.length && count < COUNTED; index++) {
    const { start = 0, end = 0, part = 0 } = found[index] ?? {}
    if (start >= passage.end) break
    if (end <= passage.end) {
      parts.add(part)
      count++
    }
  }
  return { passage, worth: parts.size * (COUNTED + 1) + count }
}

/** A passage that begins and ends between words, and with the paragraph where that is near. */
function passageAround(text: string, { start, end }: Span): Span {
  const from = boundaryAfter(text, start - LEAD, start)
  return { start: from, end: boundaryBefore(text, Math.max(end, from + LENGTH), end) }
}

function boundaryAfter(text: string, from: number, limit: number): number {
  if (from <= 0) return 0
  const paragraph = text.lastIndexOf('\n', limit - 1) + 1
  if (paragraph > from) return paragraph
  const space = text.slice(from, limit).search(/\s/u)
  return space < 0 ? limit : from + space + 1
}

function boundaryBefore(text: string, until: number, limit: number): number {
  if (until >= text.length) return text.length
  for (let index = until; index > limit; index--) if (/\s/u.test(text.charAt(index))) return index
  return limit
}
