/** One line of a source, with its offsets (UTF-16) once white space at both ends is left out. */
export type SourceLine = {
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Line ends of every system, and the separators of Unicode, as LF. */
export function normaliseLineEnds(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029\f\v]/gu, '\n')
}

/** The lines of a source from `from` on, blank ones included (their text is empty). */
export function linesFromSource(source: string, from: number): readonly SourceLine[] {
  const lines: SourceLine[] = []
  let start = from
  while (start <= source.length) {
    const found = source.indexOf('\n', start)
    const end = found < 0 ? source.length : found
    const raw = source.slice(start, end)
    const text = raw.trim()
    const lead = raw.length - raw.trimStart().length
    lines.push({ text, start: start + lead, end: start + lead + text.length })
    start = end + 1
  }
  return lines
}
