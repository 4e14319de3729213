import { crc32, deflateRawSync } from 'node:zlib'

/** A part of a ZIP container; `name` is its path within, with slashes. */
export interface ZipPart {
  readonly name: string
  readonly content: string | Uint8Array
}

/** A ZIP container that is written piece by piece: only its directory stays in memory. */
export interface ZipWriter {
  /** The bytes that come next for a part. */
  readonly add: (part: ZipPart) => Uint8Array
  /** The bytes that end the container. */
  readonly end: () => Uint8Array
}

/** Mode 0644 of a regular file, in the upper half of its attributes. */
const READABLE_FILE = 0o100644 * 2 ** 16

const MAX_16 = 0xff_ff
const MAX_32 = 0xff_ff_ff_ff

/**
 * A ZIP container (PKWARE APPNOTE 6.3.10) of the parts in their order, deflated, names in UTF-8,
 * every date 1 January 1980: the same parts always give the same bytes.
 */
export function zipFromParts(parts: readonly ZipPart[]): Uint8Array {
  const zip = createZip()
  return Uint8Array.from(Buffer.concat([...parts.map((part) => zip.add(part)), zip.end()]))
}

/**
 * Opens such a container for writing. Beyond 65,535 parts or 4 GiB its directory takes the ZIP64
 * form (4.3.14); a single part stays below 4 GiB.
 */
export function createZip(): ZipWriter {
  const directory: Buffer[] = []
  let offset = 0
  return {
    add: ({ name, content }) => {
      const data = Buffer.from(content)
      const packed = deflateRawSync(data)
      const path = Buffer.from(name)
      const fields = fieldsOf(data, packed, path)
      directory.push(directoryEntry(fields, path, offset))
      const bytes = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, path, packed])
      offset += bytes.length
      return bytes
    },
    end: () => Buffer.concat([...directory, ...endRecords(directory, offset)]),
  }
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

/** A header of the directory; where the offset needs 64 bits, an extra field holds it (4.5.3). */
function directoryEntry(fields: Buffer, path: Buffer, offset: number): Buffer {
  const own = Buffer.from(fields)
  const end = Buffer.alloc(14)
  // Made on Unix: readers then take the names for UTF-8 whatever their own locale is.
  const signature = Buffer.from('PK\u0001\u0002\u0014\u0003', 'latin1')
  end.writeUInt32LE(READABLE_FILE, 6)
  if (offset < MAX_32) {
    end.writeUInt32LE(offset, 10)
    return Buffer.concat([signature, own, end, path])
  }
  const extra = Buffer.alloc(12)
  extra.writeUInt16LE(1, 0)
  extra.writeUInt16LE(8, 2)
  extra.writeBigUInt64LE(BigInt(offset), 4)
  own.writeUInt16LE(extra.length, 24)
  end.writeUInt32LE(MAX_32, 10)
  return Buffer.concat([signature, own, end, path, extra])
}

function endRecords(directory: readonly Buffer[], offset: number): readonly Buffer[] {
  const size = directory.reduce((sum, entry) => sum + entry.length, 0)
  const count = directory.length
  const tail = Buffer.alloc(22)
  tail.write('PK\u0005\u0006', 'latin1')
  tail.writeUInt16LE(Math.min(count, MAX_16), 8)
  tail.writeUInt16LE(Math.min(count, MAX_16), 10)
  tail.writeUInt32LE(Math.min(size, MAX_32), 12)
  tail.writeUInt32LE(Math.min(offset, MAX_32), 16)
  if (count < MAX_16 && size < MAX_32 && offset < MAX_32) return [tail]
  const end = Buffer.alloc(56)
  end.write('PK\u0006\u0006', 'latin1')
  end.writeBigUInt64LE(44n, 4)
  end.writeUInt16LE(45, 12)
  end.writeUInt16LE(45, 14)
  end.writeBigUInt64LE(BigInt(count), 24)
  end.writeBigUInt64LE(BigInt(count), 32)
  end.writeBigUInt64LE(BigInt(size), 40)
  end.writeBigUInt64LE(BigInt(offset), 48)
  const locator = Buffer.alloc(20)
  locator.write('PK\u0006\u0007', 'latin1')
  locator.writeBigUInt64LE(BigInt(offset + size), 8)
  locator.writeUInt32LE(1, 16)
  return [end, locator, tail]
}
