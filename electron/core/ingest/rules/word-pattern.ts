import { foldForReading } from '../text/reading-copy.ts'

/** Escapes the characters a regular expression gives a meaning to. */
function escapeForPattern(word: string): string {
  return word.replace(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`)
}

/** One alternative for all words, folded as reading copies are, the longest first. */
export function patternFromWords(words: Iterable<string>): string {
  return [...words]
    .map((word) => escapeForPattern(foldForReading(word)))
    .toSorted((a, b) => b.length - a.length)
    .join('|')
}

/**
 * `patternFromWords` in capitals or not, in an expression that otherwise tells them apart. Written
 * out by letters: V8 forgets what a group of its own flags, `(?i:…)`, matches once it has compiled
 * the expression, so that a text would be read otherwise after others than alone.
 */
export const patternInAnyCase = (words: Iterable<string>): string =>
  patternFromWords(words).replace(/\p{L}/gu, (letter) => {
    const [small, large] = [letter.toLowerCase(), letter.toUpperCase()]
    return small === large || large.length > 1 ? letter : `[${small}${large}]`
  })

/** Index (from 1) of each spelling in a table of rows, by its folded lower-case form. */
export function indexByWord(rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap((spellings, row) =>
      spellings.map((word) => [foldForReading(word).toLowerCase(), row + 1] as const),
    ),
  )
}
