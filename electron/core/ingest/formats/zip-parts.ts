import { buffer as collectStream } from 'node:stream/consumers'
import { Transform } from 'node:stream'
import yauzl from 'yauzl'
import type { ReadingRefusal, Step } from '../reading.ts'

/** How much of a ZIP container is opened before it is refused; sizes in bytes. */
export type ZipLimits = {
  readonly entries: number
  readonly partBytes: number
  readonly totalBytes: number
  /** Highest ratio of a part's size to its compressed size, above one free megabyte. */
  readonly ratio: number
}

/** Measured: every office document of the corpora passes, every bomb stops under 200 MB. */
const ZIP_LIMITS: ZipLimits = {
  entries: 5000,
  partBytes: 30_000_000,
  totalBytes: 60_000_000,
  ratio: 200,
}

/** The opened parts by name, and the entries left closed because their name or lock forbids it. */
export type ZipParts = {
  readonly parts: ReadonlyMap<string, Uint8Array>
  readonly refused: readonly Omit<ReadingRefusal, 'name'>[]
}

/**
 * Opens the wanted parts of a ZIP container in memory, and only those. Entries whose name climbs
 * out of the container or is absolute stay closed and are listed. Refuses the container as
 * `limits-exceeded` before the memory is spent, as `damaged` when sizes or sums are false.
 */
export async function readZipParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<Step<ZipParts>> {
  try {
    const zip = await openZip(bytes)
    if (zip.entryCount > limits.entries) return tooMuch('entries')
    return await openWanted(zip, isWanted, limits)
  } catch {
    return { ok: false, refusal: { reason: 'damaged' } }
  }
}

const NAMES_LOOKED_AT = 200

/** The names of the first 200 entries of a ZIP container, or null when it cannot be opened. */
export async function listZipNames(bytes: Uint8Array): Promise<readonly string[] | null> {
  try {
    const zip = await openZip(bytes)
    const names: string[] = []
    for await (const entry of zip.eachEntry()) {
      if (names.push(nameOfEntry(entry)) >= NAMES_LOOKED_AT) break
    }
    return names
  } catch {
    return null
  }
}

const openZip = (bytes: Uint8Array): Promise<yauzl.ZipFile> =>
  yauzl.fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
    lazyEntries: true,
    validateEntrySizes: true,
    decodeStrings: false,
  })

async function openWanted(
  zip: yauzl.ZipFile,
  isWanted: (name: string) => boolean,
  limits: ZipLimits,
): Promise<Step<ZipParts>> {
  const parts = new Map<string, Uint8Array>()
  const refused: Omit<ReadingRefusal, 'name'>[] = []
  let total = 0
  for await (const entry of zip.eachEntry()) {
    const name = nameOfEntry(entry)
    if (name.endsWith('/') || !isWanted(name)) continue
    const refusal = refusalOfEntry(entry, name)
    if (refusal != null) {
      refused.push(refusal)
      continue
    }
    const limit = limitOfEntry(entry, limits)
    if (limit != null) return tooMuch(limit, name)
    const part = await openPart(zip, entry, Math.min(limits.partBytes, limits.totalBytes - total))
    if (part === 'too-large') return tooMuch('total-size', name)
    if (part === 'damaged') return { ok: false, refusal: { reason: 'damaged', part: name } }
    total += part.byteLength
    parts.set(name, part)
  }
  return { ok: true, value: { parts, refused } }
}

function nameOfEntry(entry: yauzl.Entry): string {
  const name = yauzl.getFileNameLowLevel(
    entry.generalPurposeBitFlag,
    entry.fileNameRaw,
    entry.extraFields,
    false,
  )
  return name.toWellFormed()
}

function refusalOfEntry(entry: yauzl.Entry, name: string): Omit<ReadingRefusal, 'name'> | null {
  if (yauzl.validateFileName(name) != null) return { reason: 'damaged', part: name }
  return entry.isEncrypted() ? { reason: 'password-protected', part: name } : null
}

function limitOfEntry(entry: yauzl.Entry, limits: ZipLimits): 'part-size' | 'ratio' | null {
  if (entry.uncompressedSize > limits.partBytes) return 'part-size'
  const allowed = limits.ratio * Math.max(1, entry.compressedSize) + 1_000_000
  return entry.uncompressedSize > allowed ? 'ratio' : null
}

async function openPart(
  zip: yauzl.ZipFile,
  entry: yauzl.Entry,
  allowed: number,
): Promise<Uint8Array | 'too-large' | 'damaged'> {
  let size = 0
  let isTooLarge = false
  // The size an entry declares may be false: what really comes out is counted as well.
  const counter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      size += chunk.byteLength
      isTooLarge = size > allowed
      done(isTooLarge ? new Error('too large') : null, chunk)
    },
  })
  try {
    const stream = await zip.openReadStreamPromise(entry)
    stream.on('error', (error) => counter.destroy(error))
    counter.on('error', () => stream.destroy())
    return await collectStream(stream.pipe(counter))
  } catch {
    return isTooLarge ? 'too-large' : 'damaged'
  }
}

const tooMuch = (
  limit: 'entries' | 'part-size' | 'ratio' | 'total-size',
  part?: string,
): Step<never> => ({
  ok: false,
  refusal: { reason: 'limits-exceeded', limit, ...(part == null ? {} : { part }) },
})
