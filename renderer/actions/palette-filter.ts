import { foldWord } from '../../shared/text/fold.ts'

/**
 * Whether a name answers to what is typed: each word typed begins a word of the name, in any
 * order, whatever the case, the accents or the vowel marks.
 */
export function answersTo(name: string, typed: string): boolean {
  const parts = wordsOf(name)
  return wordsOf(typed).every((sought) => parts.some((part) => part.startsWith(sought)))
}

/** Words apart from one another; an Arabic one also without its article and what is before it. */
function wordsOf(text: string): readonly string[] {
  return text
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .map(foldWord)
    .flatMap((word) => [word, ...(WITH_ARTICLE.exec(word)?.slice(1) ?? [])])
    .filter((word) => word !== '')
}

const WITH_ARTICLE = /^(?:[وفبك]?ال|لل)(..+)$/u
