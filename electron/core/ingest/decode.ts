import type { UnreadableReason } from '../../../shared/model/ingest.ts'
import { isBinary } from './decode-binary.ts'
import type { DecodingWarning } from './decode-warning.ts'
import { decodeSingleByte } from './decode-single-byte.ts'
import { decodeUtf } from './decode-utf.ts'

/** Largest file taken for text, in bytes. */
export const MAX_TEXT_BYTES = 50 * 1024 * 1024

type DecodedText = {
  readonly text: string
  readonly encoding: string
  readonly warnings: readonly DecodingWarning[]
}

export type Decoding =
  | { readonly ok: true; readonly value: DecodedText }
  | { readonly ok: false; readonly reason: UnreadableReason }

/**
 * Turns the bytes of a plain-text file into characters. The order is: byte order mark, UTF-16
 * pattern, strict UTF-8 (with repair of text encoded twice), slightly damaged UTF-8, then the
 * best scored single-byte encoding of French and Arabic systems. `encoding` is the WHATWG or
 * IANA name. Control characters other than tab and line ends are removed; nothing else changes.
 * Refuses empty files, programs and other binary files, and files over `MAX_TEXT_BYTES`.
 */
export function decodeText(bytes: Uint8Array): Decoding {
  if (bytes.length > MAX_TEXT_BYTES) return { ok: false, reason: 'too-large' }
  const unicode = decodeUtf(bytes)
  const marked = unicode?.certain === true
  if (!marked && isBinary(bytes)) return { ok: false, reason: 'binary' }
  const decoded = unicode ?? decodeSingleByte(bytes)
  if (decoded === null) return { ok: false, reason: 'encoding-unknown' }
  if (!/[^\s\p{Cf}\p{Cc}\p{M}]/u.test(decoded.text)) return { ok: false, reason: 'empty' }
  if (marked && isMostlyControls(decoded.text)) return { ok: false, reason: 'binary' }
  return { ok: true, value: withoutControls(decoded) }
}

function withoutControls(decoded: DecodedText): DecodedText {
  const text = decoded.text.replace(CONTROLS, '')
  const found: readonly (readonly [boolean, DecodingWarning])[] = [
    [text.length !== decoded.text.length, 'control-characters-removed'],
    [/[\u202A-\u202E\u2066-\u2069]/u.test(text), 'direction-controls'],
    [/[\u00AD\u200B-\u200D\u2060\uFEFF]/u.test(text), 'invisible-characters'],
  ]
  const added = found.flatMap(([isFound, warning]) => (isFound ? [warning] : []))
  return { text, encoding: decoded.encoding, warnings: [...decoded.warnings, ...added] }
}

const CONTROLS = /[^\P{Cc}\t\n\r\f\v\u0085]/gu

/** A byte order mark in front of a program: the mark is an accident. */
function isMostlyControls(text: string): boolean {
  const sample = text.slice(0, 4096)
  return sample.length - sample.replace(CONTROLS, '').length > sample.length / 10
}
