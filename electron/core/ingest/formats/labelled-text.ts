import iconv from 'iconv-lite'
import { decodeText } from '../decode.ts'
import type { Decoding } from '../decode.ts'

/**
 * Decodes a source that names its own encoding (`charset=` of HTML or mail, `encoding=` of XML).
 * The label is only believed where the bytes do not say otherwise: a byte order mark and strict
 * UTF-8 come first, and UTF-7 or an unknown label never count. Latin-1 means windows-1252 (WHATWG).
 */
export function decodeLabelled(bytes: Uint8Array, label: string | null): Decoding {
  const plain = decodeText(bytes)
  if (!plain.ok || label == null) return plain
  const encoding = encodingFromLabel(label)
  if (encoding == null || plain.value.encoding.startsWith('utf')) return plain
  const text = iconv.decode(Buffer.from(bytes), encoding)
  return { ok: true, value: { text, encoding, warnings: [] } }
}

/** The label in the first bytes of a source, or null. */
export function labelFromHead(bytes: Uint8Array, expression: RegExp): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return expression.exec(head)?.[1]?.trim().toLowerCase() ?? null
}

const LATIN = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii|l1|cp819)$/u

function encodingFromLabel(label: string): string | null {
  const name = label.trim().toLowerCase()
  if (LATIN.test(name)) return 'windows-1252'
  // These show in the bytes themselves: a label alone proves nothing.
  if (/^(?:utf|ucs|unicode|x-user)/u.test(name)) return null
  return iconv.encodingExists(name) ? name : null
}
