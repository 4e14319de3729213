/** A character that was not printed as itself: what is shown instead, and how many times. */
export interface Substitution {
  /** For example `U+0007`. */
  readonly codePoint: string
  /** Empty when the character was left out. */
  readonly shown: string
  readonly count: number
}

/** Makes texts printable and remembers what had to be replaced. */
export interface TextCleaner {
  readonly clean: (text: string) => string
  readonly substitutions: () => readonly Substitution[]
}

/**
 * Opens a cleaner for one export. Characters that no shipped font draws, control characters,
 * lone surrogates and direction overrides are shown as `[U+XXXX]`, byte order marks and variation
 * selectors are left out, tabs become spaces, and words too long for any line may break.
 */
export function createTextCleaner(covers: (codePoint: number) => boolean): TextCleaner {
  const counts = new Map<number, number>()
  const clean = (text: string): string => {
    const shown = Array.from(text, (character) => {
      const codePoint = character.codePointAt(0) ?? 0
      const printed = printedCharacter(character, codePoint, covers)
      if (printed !== character && codePoint !== TAB) {
        counts.set(codePoint, (counts.get(codePoint) ?? 0) + 1)
      }
      return printed
    }).join('')
    return shown.replaceAll(LONG_WORD, (word) => breakable(word))
  }
  return { clean, substitutions: () => substitutionsFromCounts(counts) }
}

/** Lists what was replaced, by code point, from how many times each was. */
export function substitutionsFromCounts(
  counts: ReadonlyMap<number, number>,
): readonly Substitution[] {
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([codePoint, count]) => ({
      codePoint: nameFromCodePoint(codePoint),
      shown: isLeftOut(codePoint) ? '' : `[${nameFromCodePoint(codePoint)}]`,
      count,
    }))
}

const TAB = 0x09
const LINE_FEED = 0x0a
const LONG_WORD = /[^\s\u{200b}]{61,}/gu
const BREAK_EVERY = 30

function printedCharacter(
  character: string,
  codePoint: number,
  covers: (codePoint: number) => boolean,
): string {
  if (codePoint === TAB) return ' '
  if (isLeftOut(codePoint)) return ''
  if (codePoint === LINE_FEED || isInvisibleFormat(codePoint)) return character
  if (!/[\p{Cc}\p{Cs}\p{Cn}\p{Co}\u{202d}\u{202e}]/u.test(character) && covers(codePoint))
    return character
  return `[${nameFromCodePoint(codePoint)}]`
}

/** Joiners, direction marks, embeddings and isolates steer the layout and draw nothing. */
const isInvisibleFormat = (c: number): boolean =>
  c === 0xad ||
  c === 0x06_1c ||
  (c >= 0x20_0b && c <= 0x20_0f) ||
  (c >= 0x20_2a && c <= 0x20_2c) ||
  c === 0x20_60 ||
  (c >= 0x20_66 && c <= 0x20_69)

/** Zero-width spaces (UAX 14) let a word without any break opportunity go on to the next line. */
function breakable(word: string): string {
  const characters = Array.from(word)
  return characters
    .map((c, i) => (i > 0 && i % BREAK_EVERY === 0 && !/\p{M}/u.test(c) ? `\u{200b}${c}` : c))
    .join('')
}

/** Byte order marks and variation selectors say how to read or draw, and are not text. */
const isLeftOut = (c: number): boolean => c === 0xfe_ff || (c >= 0xfe_00 && c <= 0xfe_0f)

const nameFromCodePoint = (codePoint: number): string =>
  `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
