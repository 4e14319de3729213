import { INVISIBLE, LETTER, SEPARATOR, classAt, foldWord } from './fold.ts'

/** A word of a text: how search spells it, and where it stands (UTF-16 code units, half open). */
export interface Word {
  readonly form: string
  readonly start: number
  readonly end: number
}

/** Forms already folded, by the word as written; makes the folding of long texts cheap. */
export type FormCache = Map<string, string>

const CACHE_LIMIT = 200_000

/**
 * The words of a text in order. Apostrophes, dashes and every other sign separate, so an elided
 * article is a word of its own. Spans never overlap; a span covers the accents and vowel marks of
 * its last letter, never an invisible sign at its edge. Index, query and highlight all read this.
 */
export function analyse(text: string, cache: FormCache = new Map()): readonly Word[] {
  const words: Word[] = []
  let index = 0
  while (index < text.length) {
    while (index < text.length && classAt(text, index) !== LETTER) index++
    if (index === text.length) break
    const start = index
    const end = wordEnd(text, start)
    words.push({ form: formOf(text.slice(start, end), cache), start, end })
    index = end
  }
  return words
}

/** The folded words of a text, separated by spaces: what the index stores. */
export function foldText(text: string, cache: FormCache = new Map()): string {
  return foldForms(text, cache).join(' ')
}

/** The folded words of a text in order. */
export function foldForms(text: string, cache: FormCache = new Map()): readonly string[] {
  const forms: string[] = []
  let index = 0
  while (index < text.length) {
    while (index < text.length && classAt(text, index) !== LETTER) index++
    if (index === text.length) break
    const end = wordEnd(text, index)
    forms.push(formOf(text.slice(index, end), cache))
    index = end
  }
  return forms
}

function wordEnd(text: string, start: number): number {
  let end = start + 1
  for (let index = end; index < text.length; index++) {
    const kind = classAt(text, index)
    if (kind === SEPARATOR) break
    if (kind !== INVISIBLE) end = index + 1
  }
  return end
}

function formOf(written: string, cache: FormCache): string {
  const known = cache.get(written)
  if (known !== undefined) return known
  const form = foldWord(written)
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(written, form)
  return form
}
