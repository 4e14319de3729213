interface Fault {
  /** UTF-16 code units into the query. */
  readonly at: number
  readonly why: string
}

/** The query with the one fault that was told mended; null where nothing sensible would mend it. */
export function mendQuery(query: string, { at, why }: Fault): string | null {
  const mended =
    mendedBy(query, at, why)
      ?.replaceAll(/\s{2,}/gu, ' ')
      .trim() ?? ''
  return mended === '' || mended === query.trim() ? null : mended
}

function mendedBy(query: string, at: number, why: string): string | null {
  const end = endOfWord(query, at)
  switch (why) {
    case 'quote-unclosed':
      return query.trimEnd() + (CLOSING.get(query.charAt(at)) ?? '"')
    case 'parenthesis-unclosed':
      return `${query.trimEnd()})`
    case 'parenthesis-unopened':
      return query.slice(0, at) + query.slice(at + 1)
    case 'operand-missing':
      return query.slice(0, at) + query.slice(end)
    case 'date-unreadable':
      return query.slice(0, at).replace(/\S+:\s*$/u, '') + query.slice(at)
    case 'near-needs-two-words':
    case 'near-too-many-words':
      return withoutNear(query, at)
    case 'too-long':
      return query.slice(0, at).replace(/\S*$/u, '')
    default:
      return null
  }
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '”'],
  ['«', '»'],
])

/** An operator is a sign, a word, or a name with its colon. */
function endOfWord(query: string, at: number): number {
  if (/[-\u2212|)]/u.test(query.charAt(at))) return at + 1
  const length = /^[^\s():]+:?/u.exec(query.slice(at))?.[0].length ?? 1
  return at + length
}

/** The words that were to be near one another, without the demand. */
function withoutNear(query: string, at: number): string | null {
  const near = /^[^\s(]+\(([^)]*)\)/u.exec(query.slice(at))
  if (near === null) return null
  const words = (near[1] ?? '').replace(/[,،]\s*\d+\s*$/u, '')
  return query.slice(0, at) + words + query.slice(at + near[0].length)
}
