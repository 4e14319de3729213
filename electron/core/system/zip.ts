import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a ZIP container; `name` is its path within, with slashes. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
}

/** Longest container: beyond it sizes would need ZIP64, which no document of ours comes near. */
const MAX_SIZE = 0xff_ff_ff_ff

/**
 * A ZIP container (PKWARE APPNOTE 6.3.10) of the parts in their order, deflated, names in UTF-8,
 * every date 1 January 1980: the same parts always give the same bytes.
 */
export function zipFromParts(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content } of parts) {
    const data = Buffer.from(content)
    const packed = deflateRawSync(data)
    const path = Buffer.from(name)
    const fields = fieldsOf(data, packed, path)
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    locals.push(Buffer.from('PK\u0003\u0004'), fields, path, packed)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'), fields, end, path)
    offset += 4 + fields.length + path.length + packed.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  if (offset + size > MAX_SIZE) throw new Error('a container over 4 GiB')
  const tail = Buffer.alloc(22)
  tail.write('PK\u0005\u0006', 'latin1')
  tail.writeUInt16LE(parts.length, 8)
  tail.writeUInt16LE(parts.length, 10)
  tail.writeUInt32LE(size, 12)
  tail.writeUInt32LE(offset, 16)
  return Uint8Array.from(Buffer.concat([...locals, ...directory, tail]))
}

/** What the two headers of a part have in common (4.3.7 and 4.3.12). */
function fieldsOf(data: Buffer, packed: Buffer, path: Buffer): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(0x08_00, 2)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt16LE(0x00_21, 8)
  fields.writeUInt32LE(crc32(data), 10)
  fields.writeUInt32LE(packed.length, 14)
  fields.writeUInt32LE(data.length, 18)
  fields.writeUInt16LE(path.length, 22)
  return fields
}
