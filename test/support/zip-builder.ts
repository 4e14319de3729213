import { crc32, deflateRawSync } from 'node:zlib'

/** A ZIP container that holds these parts in this order, uncompressed unless asked. */
export function zipFromParts(
  parts: Readonly<Record<string, string | Uint8Array>>,
  { isCompressed = false } = {},
): Uint8Array {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, content] of Object.entries(parts)) {
    const plain = Buffer.from(content)
    const data = isCompressed ? deflateRawSync(plain) : plain
    const path = Buffer.from(name)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(isCompressed ? 8 : 0, 4)
    fields.writeUInt32LE(crc32(plain), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(plain.length, 18)
    fields.writeUInt16LE(path.length, 22)
    const end = Buffer.alloc(14)
    end.writeUInt32LE(offset, 10)
    locals.push(Buffer.from('PK\u0003\u0004'), fields, path, data)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), fields, end, path)
    offset += 4 + fields.length + path.length + data.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const tail = Buffer.alloc(22)
  tail.write('PK\u0005\u0006', 'latin1')
  tail.writeUInt16LE(Object.keys(parts).length, 8)
  tail.writeUInt16LE(Object.keys(parts).length, 10)
  tail.writeUInt32LE(size, 12)
  tail.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, ...directory, tail])
}
