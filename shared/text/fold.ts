/** What a UTF-16 code unit does to a word; the values of `classAt`. */
export const SEPARATOR = 0
export const LETTER = 1
/** Belongs to the letter before it and is not compared: accents, vowel marks, tatweel. */
export const MARK = 2
/** Is neither seen nor compared and does not end a word: soft hyphen, bidi and zero-width marks. */
export const INVISIBLE = 3

const TATWEEL = 0x06_40
const FRACTION_SLASH = '\u2044'

/**
 * Letters that Unicode does not decompose and that readers take for one another: Latin ligatures
 * and barred letters, final sigma, Arabic alef maqsura, ta marbuta, and the Persian and Moroccan
 * shapes of Arabic letters.
 */
const SUBSTITUTES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    œ: 'oe',
    æ: 'ae',
    ß: 'ss',
    ø: 'o',
    đ: 'd',
    ð: 'd',
    þ: 'th',
    ł: 'l',
    ı: 'i',
    ς: 'σ',
    ى: 'ي',
    ی: 'ي',
    ې: 'ي',
    ے: 'ي',
    ة: 'ه',
    ە: 'ه',
    ہ: 'ه',
    ھ: 'ه',
    ۃ: 'ه',
    ک: 'ك',
    گ: 'ك',
    ڭ: 'ك',
    ٱ: 'ا',
    ڤ: 'ف',
    ڥ: 'ف',
    پ: 'ب',
    چ: 'ج',
  }),
)

/** Superscript digits call a footnote and modifier apostrophes elide: neither belongs to a word. */
const SEPARATING = /[\u00B2\u00B3\u00B9\u02B9\u02BB\u02BC\u02C8\u2070-\u2079]/u
/** Signs of Arabic transliteration, as in Raʾs or Baʿth, which most writers leave out. */
const TRANSLITERATION = /[\u02BE\u02BF]/u

/**
 * The blocks communiqués are written in are worked out once: Latin to Arabic, then the accented
 * Latin of Vietnamese or transliteration and the punctuation. The rest, when it is met.
 */
const ALPHABETS_END = 0x07_00
const PUNCTUATION_START = 0x1e_00
const PUNCTUATION_END = 0x21_00
const CLASSES = Uint8Array.from({ length: PUNCTUATION_END }, (_, code) =>
  isTabled(code) ? classFromCode(code) : SEPARATOR,
)
const FOLDS: readonly string[] = Array.from(CLASSES, (kind, code) =>
  kind === LETTER ? foldCharacter(String.fromCharCode(code)) : '',
)

/**
 * The class of the code unit at `index` of `text`: `SEPARATOR`, `LETTER`, `MARK` or `INVISIBLE`.
 * Both halves of a surrogate pair have the class of their character; a lone half separates.
 */
export function classAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  if (isTabled(unit)) return CLASSES[unit] ?? SEPARATOR
  if (!isTrailing(unit)) return classFromCode(text.codePointAt(index) ?? 0)
  const before = index > 0 ? (text.codePointAt(index - 1) ?? 0) : 0
  return before > 0xff_ff ? classFromCode(before) : SEPARATOR
}

/**
 * One word as search compares it: lower case, without accents or vowel marks (NFKD), ligatures
 * spelled out, Arabic letter variants and every script's digits unified. Signs that are not
 * letters or digits are dropped. The same words always fold alike, whatever their typography.
 */
export function foldWord(word: string): string {
  let form = ''
  for (let index = 0; index < word.length; index++) {
    const unit = word.charCodeAt(index)
    if (isTabled(unit)) form += FOLDS[unit] ?? ''
    else if (!isTrailing(unit) && classAt(word, index) === LETTER) {
      form += foldCharacter(String.fromCodePoint(word.codePointAt(index) ?? 0))
    }
  }
  return form
}

function isTabled(unit: number): boolean {
  return unit < ALPHABETS_END || (unit >= PUNCTUATION_START && unit < PUNCTUATION_END)
}

function isTrailing(unit: number): boolean {
  return unit >= 0xdc_00 && unit <= 0xdf_ff
}

function classFromCode(code: number): number {
  if (code === TATWEEL) return MARK
  const character = String.fromCodePoint(code)
  if (/\p{M}/u.test(character)) return MARK
  if (/\p{Cf}/u.test(character) || TRANSLITERATION.test(character)) return INVISIBLE
  if (!/[\p{L}\p{N}]/u.test(character) || SEPARATING.test(character)) return SEPARATOR
  if (character.normalize('NFKD').includes(FRACTION_SLASH)) return SEPARATOR
  return foldCharacter(character) === '' ? MARK : LETTER
}

function foldCharacter(character: string): string {
  const plain = character.normalize('NFKD').toLowerCase().normalize('NFKD')
  let folded = ''
  for (const part of plain) {
    if (/\p{Nd}/u.test(part)) folded += digitValue(part)
    else if (isComparable(part)) folded += SUBSTITUTES.get(part) ?? part
  }
  return folded
}

function isComparable(part: string): boolean {
  if (part.codePointAt(0) === TATWEEL || SEPARATING.test(part)) return false
  return /[\p{L}\p{N}]/u.test(part) && !TRANSLITERATION.test(part)
}

/** Decimal digits stand in runs of ten in Unicode; the run's first digit is the value's origin. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0
  if (code < 0x80) return digit
  let value = 0
  while (value < 9 && /\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value++
  return String(value)
}
