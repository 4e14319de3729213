import type { Span } from '../../shared/model/search.ts'
import { classAt, foldWord, INVISIBLE, LETTER, MARK } from '../../shared/text/fold.ts'

/** A text folded for comparison, with the span of the original behind every folded unit. */
export interface FoldedText {
  readonly folded: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Folds a text as search does, letter by letter: case, accents, vowel marks and typography are
 * dropped, and anything between words becomes one space. Spans are UTF-16 code units.
 */
export function foldText(text: string): FoldedText {
  let folded = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of text) {
    const end = at + character.length
    const kind = classAt(text, at)
    if (kind === MARK && ends.length > 0) ends[ends.length - 1] = end
    const form = kind === LETTER ? foldWord(character) : separated(kind, folded)
    for (let unit = 0; unit < form.length; unit++) {
      starts.push(at)
      ends.push(end)
    }
    folded += form
    at = end
  }
  return { folded, starts, ends }
}

/** Every place where the words of `sought` stand in a row, in order, without overlap. */
export function findPassages(
  { folded, starts, ends }: FoldedText,
  sought: string,
): readonly Span[] {
  const needle = foldText(sought).folded.trim()
  if (needle === '') return []
  const passages: Span[] = []
  let at = folded.indexOf(needle)
  while (at !== -1) {
    const start = starts[at]
    const end = ends[at + needle.length - 1]
    if (start !== undefined && end !== undefined) passages.push({ start, end })
    at = folded.indexOf(needle, at + needle.length)
  }
  return passages
}

function separated(kind: number, before: string): string {
  if (kind === MARK || kind === INVISIBLE) return ''
  return before === '' || before.endsWith(' ') ? '' : ' '
}
