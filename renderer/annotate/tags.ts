const LONGEST_TAG = 200
const MOST_TAGS = 100

/** The tags of a line that separates them by commas of any script: trimmed, each once, in order. */
export function tagsFromText(text: string): readonly string[] {
  const tags = text
    .normalize('NFC')
    .split(/[,;،؛]/u)
    .map((tag) => tag.trim().replaceAll(/\s+/gu, ' ').slice(0, LONGEST_TAG))
    .filter((tag) => tag !== '')
  return [...new Set(tags)].slice(0, MOST_TAGS)
}
