import search from 'approx-string-match'
import type { TextSelector } from '../../shared/text/anchor.ts'
import type { Span } from '../../shared/text/anchor.ts'

/** Position only: the same offsets, whatever stands there now. */
export function placeByPosition(text: string, { start, end }: TextSelector): Span | null {
  return end <= text.length ? { start, end } : null
}

/**
 * The way the Hypothesis client places a quotation: its position when the words agree, else the best
 * exact or approximate match, weighing quotation 50, prefix 20, suffix 20 and position 2.
 */
export function placeByQuotation(text: string, selector: TextSelector): Span | null {
  const { exact, prefix, suffix, start } = selector
  if (text.slice(start, selector.end) === exact) return { start, end: selector.end }
  const matches = matchesOf(text, exact, Math.min(256, exact.length / 2))
  const scored = matches.map((match) => {
    const before = text.slice(Math.max(0, match.start - prefix.length), match.start)
    const after = text.slice(match.end, match.end + suffix.length)
    const score =
      50 * (1 - match.errors / exact.length) +
      20 * (prefix === '' ? 1 : likeness(before, prefix)) +
      20 * (suffix === '' ? 1 : likeness(after, suffix)) +
      2 * (1 - Math.abs(match.start - start) / text.length)
    return { match, score }
  })
  const best = scored.toSorted((a, b) => b.score - a.score)[0]
  return best === undefined ? null : { start: best.match.start, end: best.match.end }
}

interface Match extends Span {
  readonly errors: number
}

function matchesOf(text: string, words: string, errors: number): readonly Match[] {
  const exact: Match[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    exact.push({ start: at, end: at + words.length, errors: 0 })
  }
  return exact.length > 0 ? exact : search(text, words, errors)
}

function likeness(text: string, words: string): number {
  if (text === '') return 0
  return 1 - (matchesOf(text, words, words.length)[0]?.errors ?? words.length) / words.length
}
