import type { DecodingWarning } from './decode-warning.ts'

export type DecodedUnicode = {
  readonly text: string
  readonly encoding: string
  readonly warnings: readonly DecodingWarning[]
  /** True when a byte order mark or the UTF-16 pattern says so: the bytes may hold zeros. */
  readonly certain: boolean
}

/** Decodes UTF-8, UTF-16 or UTF-32 with or without a mark; null when the bytes are none of them. */
export function decodeUtf(bytes: Uint8Array): DecodedUnicode | null {
  const wide = markedEncoding(bytes) ?? wideEncodingFromPattern(bytes)
  if (wide === 'utf-32le') return certain(decodeUtf32(bytes), wide)
  if (wide !== null) return certain(new TextDecoder(wide).decode(bytes), wide)
  const strict = decodeStrictly(bytes)
  return strict === null ? decodeDamaged(bytes) : repairDoubleEncoding(strict)
}

const certain = (text: string, encoding: string): DecodedUnicode => ({
  text: text.replace(/^\uFEFF/u, ''),
  encoding,
  warnings: text.includes('\uFFFD') ? ['damaged-characters'] : [],
  certain: true,
})

function markedEncoding(bytes: Uint8Array): string | null {
  const [first, second, third, fourth] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe)
    return third === 0 && fourth === 0 ? 'utf-32le' : 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/**
 * Unmarked UTF-16 of French or Arabic text: nearly every other byte is 00 or 06, always on the
 * same side, and the other side is hardly ever 00.
 */
function wideEncodingFromPattern(bytes: Uint8Array): string | null {
  if (bytes.length < 8) return null
  if (bytes.length % 4 === 0 && [1, 2, 3, 5, 6, 7].every((at) => bytes[at] === 0)) return 'utf-32le'
  if (bytes.length % 2 !== 0) return null
  const sample = bytes.subarray(0, 4096)
  const pairs = sample.length / 2
  const count = (side: 0 | 1, values: readonly number[]): number =>
    sample.reduce((n, byte, at) => (at % 2 === side && values.includes(byte) ? n + 1 : n), 0)
  if (count(1, [0, 6]) > pairs * 0.8 && count(0, [0]) < pairs * 0.1) return 'utf-16le'
  if (count(0, [0, 6]) > pairs * 0.8 && count(1, [0]) < pairs * 0.1) return 'utf-16be'
  return null
}

function decodeUtf32(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const units: string[] = []
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, true)
    units.push(String.fromCodePoint(point > 0x10_ff_ff ? 0xff_fd : point))
  }
  return units.join('')
}

function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-8 with broken characters is still UTF-8 while sound ones outnumber them: no other encoding forms them by chance. */
function decodeDamaged(bytes: Uint8Array): DecodedUnicode | null {
  const text = new TextDecoder('utf-8').decode(bytes)
  const broken = (text.match(/\uFFFD/gu) ?? []).length
  const sound = (text.match(/[\u0080-\uFFFC]/gu) ?? []).length
  const last = bytes.at(-1) ?? 0
  const cutAtEnd = broken === 1 && text.endsWith('\uFFFD') && last >= 0xc2 && last <= 0xdf
  if (!cutAtEnd && (sound === 0 || sound < broken)) return null
  return { text, encoding: 'utf-8', warnings: ['damaged-characters'], certain: false }
}

/**
 * Text that was UTF-8, was read as windows-1252 and written as UTF-8 again. Each run of
 * characters that windows-1252 gives to the bytes of one sound UTF-8 sequence is put back.
 */
function repairDoubleEncoding(text: string): DecodedUnicode {
  const plain = { text, encoding: 'utf-8', warnings: [], certain: false } as const
  const twice = (text.match(/[ÂÃØÙ][\u0080-\u00BF€-™ŒœŠšŸŽžƒˆ˜]|â€/gu) ?? []).length
  const once = (text.match(/[àçèéêîôùœ’\u0621-\u064A]/gu) ?? []).length
  if (twice <= 3 || twice <= once) return plain
  const byteByCharacter = latinBytes()
  const repaired = text.replace(/[^\p{ASCII}]+/gu, (run) => {
    const bytes = Array.from(run, (character) => byteByCharacter.get(character) ?? 0)
    return decodeStrictly(Uint8Array.from(bytes.includes(0) ? [0xff] : bytes)) ?? run
  })
  if (repaired === text) return plain
  return { ...plain, text: repaired, warnings: ['double-encoding-repaired'] }
}

function latinBytes(): ReadonlyMap<string, number> {
  const decoder = new TextDecoder('windows-1252')
  const upper = Array.from({ length: 128 }, (_, at) => at + 128)
  return new Map(upper.map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
}
