/** Tools of searching that open by a key or from the menu. */
export type KeyedTool =
  | 'compose'
  | 'syntax'
  | 'trend'
  | 'save'
  | 'similar'
  | 'verify'
  | 'trace'
  | 'why'
  | 'index'

/** The letter that opens each with Alt; null for one that only has its place in the menu. */
export const TOOL_LETTERS: Readonly<Record<KeyedTool, string | null>> = {
  compose: 'B',
  syntax: null,
  trend: 'G',
  save: 'S',
  similar: 'L',
  verify: 'V',
  trace: 'T',
  why: 'W',
  index: null,
}

/** The tool that a chord such as `alt+v` opens. */
export function toolFromChord(chord: string): KeyedTool | null {
  const letter = /^alt\+([a-z])$/u.exec(chord)?.[1]?.toUpperCase()
  if (letter === undefined) return null
  return KEYED.find((tool) => TOOL_LETTERS[tool] === letter) ?? null
}

const KEYED: readonly KeyedTool[] = [
  'compose',
  'trend',
  'save',
  'similar',
  'verify',
  'trace',
  'why',
]
