/** Shares of the words, and of the pairs of neighbouring words, of a source found in a reading. */
export type TextQuality = { readonly words: number; readonly order: number; readonly extra: number }

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFC')
    .replace(/[\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF\u00AD]/gu, '')
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []

const pairsOf = (words: readonly string[]): readonly string[] =>
  words.slice(1).map((word, index) => `${words[index]} ${word}`)

function shareFound(wanted: readonly string[], found: readonly string[]): number {
  const left = new Map<string, number>()
  for (const item of found) left.set(item, (left.get(item) ?? 0) + 1)
  let hits = 0
  for (const item of wanted) {
    const count = left.get(item) ?? 0
    if (count > 0) hits += 1
    left.set(item, count - 1)
  }
  return wanted.length === 0 ? 1 : hits / wanted.length
}

/** Compares a reading with the text its file was made from; every word counts once per place. */
export function compareTexts(source: string, reading: string): TextQuality {
  const wanted = wordsOf(source)
  const found = wordsOf(reading)
  return {
    words: shareFound(wanted, found),
    order: shareFound(pairsOf(wanted), pairsOf(found)),
    extra: 1 - shareFound(found, wanted),
  }
}

/** The words a Markdown source shows: no front matter, image, address, tag or mark. */
export function textFromMarkdown(markdown: string): string {
  return markdown
    .replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/u, '')
    .replace(/!\[[^\]]*\]\([^)]*\)/gu, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/gu, '$1')
    .replace(/<[^>]+>/gu, '')
    .replace(/[*_`#>~]|\\(?=\p{P})/gu, ' ')
}
