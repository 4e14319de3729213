import { buffer as collectStream } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'
import yauzl from 'yauzl'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { zipFromParts } from '../system/zip.ts'

/** Parts of a bundle together may hold no more than this, in bytes. */
const MOST_BYTES = 256_000_000

/** Packs named parts as a ZIP file, in their order: equal parts give equal bytes. */
export const packParts = (parts: Readonly<Record<string, string>>): Uint8Array =>
  zipFromParts(Object.entries(parts).map(([name, content]) => ({ name, content })))

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
