/** A value stated by the structure a text comes in, with its offsets in the source. */
export type WrapperField = {
  readonly name: string
  readonly value: string
  readonly start: number
  readonly end: number
}

/** The structure around a text: its fields and where the text itself begins and ends. */
export type Wrapper = {
  readonly fields: readonly WrapperField[]
  readonly bodyStart: number
  readonly bodyEnd: number
}

/**
 * Reads the structure in front of a text: YAML front matter between `---` lines, or the tags
 * of a TREC-like record (`<DOC> … <TEXT>`). Null when the source begins with neither.
 */
export function readWrapper(source: string): Wrapper | null {
  return readFrontMatter(source) ?? readTaggedRecord(source)
}

function readFrontMatter(source: string): Wrapper | null {
  const block = /^\uFEFF?---[ \t]*\n([\s\S]{0,20000}?)\n---[ \t]*(?:\n|$)/u.exec(source)
  if (block === null) return null
  const bodyStart = block[0].length
  const offset = source.indexOf('\n') + 1
  const fields = [...(block[1] ?? '').matchAll(/^([\w:-]+):[ \t]*(.*(?:\n[ \t]+\S.*)*)/gmu)].map(
    (match): WrapperField => {
      const raw = (match[2] ?? '').trimEnd()
      const quoted = /^(["'])[\s\S]*\1$/u.test(raw)
      const start =
        offset + match.index + match[0].length - (match[2] ?? '').length + (quoted ? 1 : 0)
      const end = start + raw.length - (quoted ? 2 : 0)
      const value = source.slice(start, end).replace(/\s*\n\s*/gu, ' ')
      return { name: (match[1] ?? '').toLowerCase(), value: unescapeScalar(value), start, end }
    },
  )
  return { fields, bodyStart, bodyEnd: source.length }
}

/** The escapes of YAML double-quoted scalars that occur in titles. */
function unescapeScalar(value: string): string {
  return value
    .replaceAll(/\\_/gu, '\u00A0')
    .replaceAll(/\\(["'\\])/gu, '$1')
    .replaceAll("''", "'")
}

function readTaggedRecord(source: string): Wrapper | null {
  const opening = /^\s*<DOC>[\s\S]{0,20000}?<(?:TEXT|BODY)>[ \t]*\n?/iu.exec(source)
  if (opening === null) return null
  const closing = source.search(/<\/(?:TEXT|BODY)>/iu)
  const fields = [...opening[0].matchAll(/<([A-Z]+)>([^<\n]*)<\/\1>/giu)].map(
    (match): WrapperField => {
      const start = match.index + match[0].indexOf('>') + 1
      const value = match[2] ?? ''
      return { name: (match[1] ?? '').toLowerCase(), value, start, end: start + value.length }
    },
  )
  return {
    fields,
    bodyStart: opening[0].length,
    bodyEnd: closing < opening[0].length ? source.length : closing,
  }
}
