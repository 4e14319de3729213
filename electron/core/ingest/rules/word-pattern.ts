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

/** Index (from 1) of each spelling in a table of rows, by its folded lower-case form. */
export function indexByWord(rows: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(
    rows.flatMap((spellings, row) =>
      spellings.map((word) => [foldForReading(word).toLowerCase(), row + 1] as const),
    ),
  )
}
