import type { Snippet } from '../../shared/model/search.ts'

/** Characters that three lines of the narrowest list show, whatever the script. */
const SHOWN = 110

/**
 * Whether the beginning of a passage, as much as three lines show, has every different word that
 * was found in it. Where it has not, what proves the hit would be cut off.
 */
export function isToldEarly({
  text,
  start,
  matches,
}: Pick<Snippet, 'text' | 'start' | 'matches'>): boolean {
  const [all, early] = [new Set<string>(), new Set<string>()]
  for (const span of matches) {
    const [from, to] = [span.start - start, span.end - start]
    const word = text.slice(from, to).toLocaleLowerCase()
    all.add(word)
    if (to <= SHOWN) early.add(word)
  }
  return all.size === early.size
}
