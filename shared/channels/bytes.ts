/**
 * Frames as bytes, for sockets: `[u32 length][JSON]` and then `[u32 length][bytes]` for every
 * Uint8Array, which travels beside the JSON and never as text. Lengths are big-endian. A number that
 * JSON has no word for travels by its name: as null it could pass for what may be left out.
 */
export function encodeFrame(value: unknown): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = []
  const json = JSON.stringify(value, (_key, item: unknown) => {
    if (item instanceof Uint8Array) return { $bytes: parts.push(item) - 1 }
    if (typeof item === 'number' && !Number.isFinite(item)) return { $number: String(item) }
    return item
  })
  const all = [new TextEncoder().encode(json), ...parts]
  const out = new Uint8Array(all.reduce((size, part) => size + 4 + part.byteLength, 0))
  const view = new DataView(out.buffer)
  let at = 0
  for (const part of all) {
    view.setUint32(at, part.byteLength)
    out.set(part, at + 4)
    at += 4 + part.byteLength
  }
  return out
}

/** The value `encodeFrame` was given. Throws a RangeError or SyntaxError on anything else. */
export function decodeFrame(bytes: Uint8Array): unknown {
  const [json, ...parts] = splitParts(bytes)
  if (!json) throw new RangeError('an empty frame')
  const text = new TextDecoder('utf-8', { fatal: true }).decode(json)
  if (parts.length === 0 && !text.includes('"$number"')) return JSON.parse(text)
  return JSON.parse(text, (_key, item: unknown) => {
    if (typeof item !== 'object' || item === null) return item
    if ('$bytes' in item && typeof item.$bytes === 'number') return parts[item.$bytes]
    return '$number' in item ? Number(item.$number) : item
  })
}

function splitParts(bytes: Uint8Array): Uint8Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const parts: Uint8Array[] = []
  for (let at = 0; at < bytes.byteLength;) {
    const size = view.getUint32(at)
    if (at + 4 + size > bytes.byteLength) throw new RangeError('a frame that was cut short')
    parts.push(bytes.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return parts
}
