import { INVISIBLE, LETTER, SEPARATOR, classAt, foldWord } from './fold.ts'

/** A word of a text: how search spells it, and where it stands (UTF-16 code units, half open). */
export interface Word {
  readonly form: string
  readonly start: number
  readonly end: number
}

/** Folded pieces by what was written: remembering them makes the folding of many texts cheap. */
export type FoldMemory = Map<string, string>

const MEMORY_LIMIT = 200_000

/**
 * The words of a text in order. Apostrophes, dashes and every other sign separate, so an elided
 * article is a word of its own. Spans never overlap; a span covers the accents and vowel marks of
 * its last letter, never an invisible sign at its edge. Query and highlight read this; the index
 * reads `foldLetters`, which spells the same words.
 */
export function analyse(text: string): readonly Word[] {
  const spans = wordSpans(text)
  const words: Word[] = []
  for (let index = 0; index < spans.length; index += 2) {
    const [start = 0, end = 0] = [spans[index], spans[index + 1]]
    words.push({ form: foldWord(text.slice(start, end)), start, end })
  }
  return words
}

/** Where the words of `analyse` stand: start, end, start, end… */
export function wordSpans(text: string): readonly number[] {
  const spans: number[] = []
  let index = 0
  while (index < text.length) {
    if (classAt(text, index) !== LETTER) {
      index++
      continue
    }
    const start = index
    let end = start
    for (; index < text.length; index++) {
      const kind = classAt(text, index)
      if (kind === SEPARATOR) break
      if (kind !== INVISIBLE) end = index + 1
    }
    spans.push(start, end)
  }
  return spans
}

/** The folded words of a text, separated by single spaces. */
export function foldText(text: string): string {
  return foldForms(text).join(' ')
}

/** The folded words of a text in order; the very forms of `analyse`. */
export function foldForms(text: string): readonly string[] {
  return (
    foldLetters(text)
      .toLowerCase()
      .match(/[^\0-/:-`{-\u007F]+/g) ?? []
  )
}

/**
 * A text with its folded words in place, separated by ASCII signs, its ASCII letters still in
 * either case: what the index takes, whose tokenizer does the rest. Only what is not ASCII is
 * worked out, so a long text costs little more than reading it.
 */
export function foldLetters(text: string, memory: FoldMemory = new Map()): string {
  return text.replaceAll(/[^\0-\u007F]+/g, (run) => remembered(run, memory, foldRun))
}

function foldRun(run: string): string {
  let folded = ''
  for (let index = 0; index < run.length; index++) {
    const kind = classAt(run, index)
    if (kind === SEPARATOR) folded += ' '
    else if (kind === LETTER) folded += foldWord(String.fromCodePoint(run.codePointAt(index) ?? 0))
  }
  return folded
}

function remembered(
  written: string,
  memory: FoldMemory,
  fold: (written: string) => string,
): string {
  const known = memory.get(written)
  if (known !== undefined) return known
  const folded = fold(written)
  if (memory.size >= MEMORY_LIMIT) memory.clear()
  memory.set(written, folded)
  return folded
}
