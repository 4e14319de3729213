import { buffer as collectStream } from 'node:stream/consumers'
import { crc32, deflateRawSync } from 'node:zlib'
import yauzl from 'yauzl'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'

/** Parts of a bundle together may hold no more than this, in bytes. */
const MOST_BYTES = 256_000_000

/** Packs named parts as a ZIP file, in their order, without dates: equal parts give equal bytes. */
export function packParts(parts: Readonly<Record<string, string>>): Uint8Array {
  const entries: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(parts)) {
    const content = Buffer.from(text)
    const packed = deflateRawSync(content)
    const path = Buffer.from(name)
    const header = headerOf({ content, packed, path })
    const entry = Buffer.concat([Buffer.from('PK\u0003\u0004'), header, path, packed])
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    entries.push(entry)
    directory.push(Buffer.from('PK\u0001\u0002\u0014\u0000'), header, place, path)
    offset += entry.length
  }
  const index = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(index.length, 12)
  end.writeUInt32LE(offset, 16)
  // A copy of its own: a Buffer may share its memory with others.
  return Uint8Array.from(Buffer.concat([...entries, index, end]))
}

interface PackedPart {
  readonly content: Buffer
  readonly packed: Buffer
  readonly path: Buffer
}

/** The fields that an entry and the index share (APPNOTE 4.3.7): UTF-8 names, deflated. */
function headerOf({ content, packed, path }: PackedPart): Buffer {
  const header = Buffer.alloc(26)
  header.writeUInt16LE(20, 0)
  header.writeUInt16LE(0x0800, 2)
  header.writeUInt16LE(8, 4)
  header.writeUInt32LE(crc32(content), 10)
  header.writeUInt32LE(packed.length, 14)
  header.writeUInt32LE(content.length, 18)
  header.writeUInt16LE(path.length, 22)
  return header
}

/**
 * The parts of a ZIP file, as text, when they are exactly those wanted. Fails with `bundle-refused`:
 * `not-a-bundle`, `unknown-content` for any other or missing part, `duplicate`, `too-large` before
 * the memory is spent, `damaged` where sizes, sums or UTF-8 are wrong.
 */
export async function unpackParts<N extends string>(
  bytes: Uint8Array,
  wanted: readonly N[],
): Promise<Outcome<Readonly<Record<N, string>>>> {
  if (!startsLikeZip(bytes)) return fail({ kind: 'bundle-refused', why: 'not-a-bundle' })
  try {
    return await readParts(bytes, wanted)
  } catch {
    return fail({ kind: 'bundle-refused', why: 'damaged' })
  }
}

const startsLikeZip = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004'

async function readParts<N extends string>(
  bytes: Uint8Array,
  wanted: readonly N[],
): Promise<Outcome<Readonly<Record<N, string>>>> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(bytes), {
    lazyEntries: true,
    validateEntrySizes: true,
    strictFileNames: true,
  })
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  const parts = new Map<string, string>()
  let room = MOST_BYTES
  for await (const entry of zip.eachEntry()) {
    const { fileName } = entry
    if (!wanted.some((name) => name === fileName)) return refuse('unknown-content')
    if (parts.has(fileName)) return refuse('duplicate')
    room -= entry.uncompressedSize
    if (room < 0) return refuse('too-large')
    const content = await collectStream(await zip.openReadStreamPromise(entry))
    // The sum an entry declares is not checked by the reader.
    if (crc32(content) !== entry.crc32) return refuse('damaged')
    parts.set(fileName, decoder.decode(content))
  }
  if (parts.size < wanted.length) return refuse('unknown-content')
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every wanted name was just found, and no other
  return succeed(Object.fromEntries(parts) as Record<N, string>)
}

const refuse = (why: 'unknown-content' | 'duplicate' | 'too-large' | 'damaged'): Outcome<never> =>
  fail({ kind: 'bundle-refused', why })
