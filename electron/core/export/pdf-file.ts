/** A PDF as the compiler lays it out: one classic cross-reference table, nothing packed but streams. */
export interface PdfFile {
  readonly size: number
  readonly root: number
  readonly trailer: string
  readonly crossReferenceAt: number
  /** What stands between `obj` and `endobj`. */
  readonly object: (id: number) => string
  /** The pages in order, by the numbers of their objects. */
  readonly pageIds: readonly number[]
}

/** Opens what the compiler wrote. Bytes are handled as Latin-1 text, which maps each byte to one code unit and back. */
export function openFile(pdf: Uint8Array): PdfFile {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  const crossReferenceAt = numberAfter(text.slice(text.lastIndexOf('startxref')), 'startxref\n')
  const table = text.slice(crossReferenceAt)
  const [head, size] = matchOrThrow(/^xref\n0 (\d+)\n/u, table)
  const [, trailer] = matchOrThrow(/trailer\s*<<([\s\S]*?)>>\s*startxref/u, table)
  const entriesAt = crossReferenceAt + head.length
  const object = (id: number): string => {
    const at = Number(text.slice(entriesAt + 20 * id, entriesAt + 20 * id + 10))
    const start = text.indexOf('obj', at) + 3
    return text.slice(start, text.indexOf('\nendobj', start)).trim()
  }
  const root = numberAfter(trailer, '/Root ')
  const pageIds = pagesUnder(object, numberAfter(object(root), '/Pages '))
  return { size: Number(size), root, trailer, crossReferenceAt, object, pageIds }
}

function pagesUnder(object: PdfFile['object'], id: number): readonly number[] {
  const kids = /\/Type\s*\/Pages\b[\s\S]*\/Kids\s*\[([^\]]*)\]/u.exec(object(id))?.[1]
  if (kids === undefined) return [id]
  return [...kids.matchAll(/(\d+) 0 R/gu)].flatMap(([, kid]) => pagesUnder(object, Number(kid)))
}

/** Appends objects, changed or new, as one incremental update (ISO 32000-1, 7.5.6). */
export function appendUpdate(
  pdf: Uint8Array,
  file: PdfFile,
  changed: ReadonlyMap<number, string>,
): Uint8Array {
  const objects = [...changed].toSorted(([a], [b]) => a - b)
  let body = '\n'
  let table = 'xref\n'
  for (const [id, object] of objects) {
    const at = String(pdf.length + body.length).padStart(10, '0')
    table += `${id} 1\n${at} 00000 n \n`
    body += `${id} 0 obj\n${object}\nendobj\n`
  }
  const size = Math.max(file.size, ...objects.map(([id]) => id + 1))
  const trailer = replaceOnce(file.trailer, `/Size ${file.size}`, `/Size ${size}`)
  const end = `trailer\n<<${trailer}/Prev ${file.crossReferenceAt} >>\nstartxref\n${pdf.length + body.length}\n%%EOF\n`
  return Buffer.concat([pdf, Buffer.from(body + table + end, 'latin1')])
}

/** The bytes of a stream as they stand, packed or not. */
export function streamContent(object: string): string {
  const at = object.indexOf('stream\n') + 7
  return object.slice(at, at + numberAfter(object, '/Length '))
}

/** A stream object. */
export const stream = (entries: string, bytes: Buffer): string =>
  `<< ${entries} /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`

/** A text string in UTF-16 with a byte order mark (ISO 32000-1, 7.9.2.2), in hexadecimal. */
export const textString = (text: string): string => `<FEFF${utf16Hex(text)}>`

/** A text in UTF-16, its higher bytes first, in hexadecimal. */
export const utf16Hex = (text: string): string =>
  Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()

/** The text of bytes in UTF-16, the higher ones first. */
export const textFromUtf16 = (bytes: Uint8Array | readonly number[]): string =>
  Buffer.from(bytes).swap16().toString('utf16le')

/** Replaces the first occurrence, or throws: the compiler's layout is not what was expected. */
export function replaceOnce(text: string, sought: string, replacement: string): string {
  const at = text.indexOf(sought)
  if (at === -1) throw new Error(`Unexpected PDF layout: no ${sought}`)
  return text.slice(0, at) + replacement + text.slice(at + sought.length)
}

/** The number that follows a key, or throws. */
export function numberAfter(text: string, key: string): number {
  const at = text.indexOf(key)
  const found = at === -1 ? null : /^\d+/u.exec(text.slice(at + key.length, at + key.length + 12))
  if (found === null) throw new Error(`Unexpected PDF layout: no number after ${key}`)
  return Number(found[0])
}

function matchOrThrow(pattern: RegExp, text: string): readonly [string, string] {
  const [all, group] = pattern.exec(text) ?? []
  if (all === undefined || group === undefined) throw new Error(`Unexpected PDF layout: ${pattern}`)
  return [all, group]
}
