/**
 * The values of the first key of an exported registry file: texts, whole numbers and lists of
 * texts, by name. Throws on a text that is no such file. Form: Microsoft, "Registry Editor 5.00".
 */
export function parseRegistryExport(text: string): Readonly<Record<string, unknown>> {
  const lines = text
    .replace(/^\uFEFF/u, '')
    // A long value goes on after a backslash at the end of a line.
    .replaceAll(/\\\r?\n\s*/gu, '')
    .split(/\r?\n/u)
  if (lines[0] !== 'Windows Registry Editor Version 5.00') throw new Error('not a registry file')
  const start = lines.findIndex((line) => line.startsWith('['))
  const next = lines.findIndex((line, index) => index > start && line.startsWith('['))
  const entries = lines.slice(start + 1, next < 0 ? undefined : next).flatMap((line) => {
    const [, name, value] = /^"((?:[^"\\]|\\.)*)"=(.*)$/u.exec(line) ?? []
    return name === undefined || value === undefined
      ? []
      : [[unescaped(name), valueFrom(value)] as const]
  })
  return Object.fromEntries(entries)
}

/** Whether a parsed value is an object with named fields. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const unescaped = (text: string): string => text.replaceAll(/\\(.)/gu, '$1')

/** Types 2 and 7 are a text with variables and a list of texts; anything else fits no rule. */
function valueFrom(written: string): unknown {
  const text = /^"((?:[^"\\]|\\.)*)"$/u.exec(written)?.[1]
  if (text !== undefined) return unescaped(text)
  const [, kind, digits = ''] = /^(dword|hex\([27]\)):([\da-f,]*)$/iu.exec(written) ?? []
  if (kind === undefined) return null
  if (kind === 'dword') return Number.parseInt(digits, 16)
  const bytes = Buffer.from(digits.replaceAll(',', ''), 'hex')
  const texts = bytes
    .toString('utf16le')
    .split('\0')
    .filter((each) => each !== '')
  return kind === 'hex(7)' ? texts : (texts[0] ?? '')
}
