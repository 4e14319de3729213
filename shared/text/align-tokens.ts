/** A word or a mark of a text: its span in UTF-16 code units and the key two wordings share. */
export interface Token {
  readonly start: number
  readonly end: number
  readonly key: string
}

/**
 * Splits a text into words and single marks. Keys ignore what a re-issue changes without touching
 * the wording: case, quotes, dashes, ligatures, presentation forms, Arabic vowel signs and tatweel,
 * soft hyphens and direction marks. Accents, digits and superscripts are kept: they are wording.
 */
export function tokensFromText(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const { 0: word, index } of text.matchAll(TOKEN)) {
    const key = keyFromWord(word)
    if (key !== '') tokens.push({ start: index, end: index + word.length, key })
  }
  return tokens
}

const TOKEN = /[\p{L}\p{M}\p{N}\p{Cf}]+|\.{3}|[^\s\p{L}\p{M}\p{N}\p{Cf}]/gu

const PRESENTATION_FORMS = /[\uFB00-\uFB06\uFB50-\uFDFF\uFE70-\uFEFC]+/gu

const UNWRITTEN = /[\u064B-\u0652\u0670\u0640]|\p{Cf}/gu

const SPELLINGS = /[’‘ʼ“”„«»‹›–—―‑‐−œæ]|\.{3}/gu

const SPELLING: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‹': "'",
  '›': "'",
  '–': '-',
  '—': '-',
  '―': '-',
  '‑': '-',
  '‐': '-',
  '−': '-',
  œ: 'oe',
  æ: 'ae',
  '...': '…',
}

function keyFromWord(word: string): string {
  if (/^[a-z]+$/u.test(word)) return word
  return word
    .replaceAll(PRESENTATION_FORMS, (forms) => forms.normalize('NFKC'))
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(SPELLINGS, (spelling) => SPELLING[spelling] ?? spelling)
    .replaceAll(UNWRITTEN, '')
}
