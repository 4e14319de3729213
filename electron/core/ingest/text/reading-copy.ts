/**
 * A working copy of a text for the rules to match on, with the way back: `starts[i]` and
 * `ends[i]` are the UTF-16 offsets, in the text as it stands, of what gave unit `i` of the copy.
 */
export type ReadingCopy = {
  readonly source: string
  readonly text: string
  readonly starts: readonly number[]
  readonly ends: readonly number[]
}

/**
 * Makes a reading copy: NFC, straight apostrophes, plain spaces, European digits, no invisible
 * characters, no Arabic vowels or lengthening, one form of alef and of final ya, no Markdown
 * emphasis, links or tags. The stored text is never changed.
 */
export function readingCopyFromText(source: string): ReadingCopy {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  for (const match of source.matchAll(CLUSTER)) {
    const [cluster] = match
    const read = readCluster(cluster)
    parts.push(read)
    for (let unit = 0; unit < read.length; unit += 1) {
      starts.push(match.index)
      ends.push(match.index + cluster.length)
    }
  }
  return { source, text: parts.join(''), starts, ends }
}

/**
 * One unit of a text, or marks of Markdown and HTML around words: a picture, the brackets and
 * the address of a link, a tag, emphasis.
 */
const CLUSTER =
  /!\[[^[\]\n]{0,300}\]\([^()\n]{0,600}\)|\[(?=[^[\]\n]{0,300}\]\((?:https?:|mailto:|[/#])[^()\n]{0,600}\))|\]\((?:https?:|mailto:|[/#])[^()\n]{0,600}\)|<\/?[a-z][^<>\n]{0,600}>|\*\*|__|\P{M}\p{M}*|\p{M}+/giu

/** The same folding for a word of a rule table. */
export function foldForReading(word: string): string {
  return readingCopyFromText(word).text
}

/** Offsets, in the text as it stands, of a half-open span of the copy. */
export function spanInSource(
  copy: ReadingCopy,
  start: number,
  end: number,
): { readonly start: number; readonly end: number } {
  const first = copy.starts[start]
  const last = copy.ends[end - 1]
  if (first === undefined || last === undefined) throw new Error('span outside the reading copy')
  return { start: first, end: last }
}

const SINGLE: Readonly<Record<string, string>> = {
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '′': "'",
  '`': "'",
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  '**': '',
  __: '',
}

function readCluster(cluster: string): string {
  if (cluster.length === 1 && cluster < '\u0080') return cluster
  const known = SINGLE[cluster]
  if (known !== undefined) return known
  if (/^(?:!?[[\]]|<\/?[a-z])./iu.test(cluster)) return ''
  const bare = cluster.normalize('NFC').replace(/[\u064B-\u0652\u0670\u0640]|\p{Cf}/gu, '')
  if (bare === '') return ''
  const letter = SINGLE[bare] ?? bare
  if (/^[\u0660-\u0669\u06F0-\u06F9]$/u.test(letter)) return String(letter.charCodeAt(0) & 0xf)
  return /^\p{Zs}$/u.test(letter) ? ' ' : letter
}
