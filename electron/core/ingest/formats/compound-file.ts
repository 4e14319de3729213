/** Sectors a header lists its allocation table in; a table of more sectors goes on elsewhere. */
const LISTED = 109
const FREE = 0xff_ff_ff_ff
const LIST_AT = 76

/**
 * True when a compound file (MS-CFB) lacks bytes that its allocation table says it has: a sector
 * of the table, or the beginning of a sector in use. Of tables of more than 109 sectors (7 MB and
 * more) the first 109 are looked at. False for what is no compound file.
 */
export function isCutShort(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.byteLength < LIST_AT + LISTED * 4) return true
  const shift = view.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return false
  const size = 2 ** shift
  const startOf = (sector: number): number => (sector + 1) * size
  const tables = Math.min(view.getUint32(44, true), LISTED)
  for (let table = 0; table < tables; table += 1) {
    const at = startOf(view.getUint32(LIST_AT + table * 4, true))
    if (at + size > bytes.byteLength) return true
    const first = table * (size / 4)
    for (let entry = size / 4 - 1; entry >= 0; entry -= 1) {
      if (view.getUint32(at + entry * 4, true) === FREE) continue
      // The last sector need not be filled up.
      if (startOf(first + entry) >= bytes.byteLength) return true
      break
    }
  }
  return false
}
