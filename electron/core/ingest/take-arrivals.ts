import { readFile } from 'node:fs/promises'
import type { InputOf } from '../../../shared/channels/channel.ts'
import type { Client } from '../../../shared/channels/client.ts'
import type { ArchiveContract } from '../../../shared/channels/contract.ts'
import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import { digestOf } from '../system/files.ts'
import type { OfferedFile } from './batch.ts'
import { listChangedFiles, refusalFromError } from './list-files.ts'

type OfferedBytes = InputOf<ArchiveContract['ingest.offer-files']>['files'][number]

/** What of a folder is handed to an archive, and whom to tell. */
interface Arrivals {
  /** Absolute path of the watched folder. */
  readonly folder: string
  /** What came or changed in it: the folder itself for all of it. */
  readonly paths: readonly string[]
  /** Told before the first file is handed over; not at all where nothing is new. */
  readonly onBegin: () => void
  /** True where files that gave no text before are to be read once more. */
  readonly isAgain?: boolean
}

/** What came of it: texts that the archive holds now, and files that gave none. */
export interface Taken {
  readonly added: number
  readonly unread: number
}

const MOST_FILES_AT_ONCE = 50
const MOST_BYTES_AT_ONCE = 8 * 1024 * 1024

/**
 * Hands the files of a folder to an archive, but for those whose bytes it holds, or has read
 * without finding a text in them. An archive that takes nothing in is not handed anything.
 */
export async function takeArrivals(
  archive: Client<ArchiveContract>,
  { folder, paths, onBegin, isAgain = false }: Arrivals,
): Promise<Outcome<Taken>> {
  const described = await archive.call('archive.describe', {})
  if (!described.ok) return described
  if (described.value.readOnly) return { ok: false, failure: { kind: 'archive-read-only' } }
  const dropped = await dropInterrupted(archive, folder)
  if (!dropped.ok) return dropped
  const refused = isAgain
    ? succeed({ digests: [] })
    : await archive.call('ingest.list-refused', { origin: folder })
  if (!refused.ok) return refused
  const passedOver = new Set<string>(refused.value.digests)
  let [added, unread] = [0, 0]
  for await (const portion of portionsOf(paths.flatMap((each) => listChangedFiles(folder, each)))) {
    const fresh = await withoutKept(archive, portion, passedOver)
    if (!fresh.ok) return fresh
    unread += portion.filter(({ content }) => content.kind === 'refused').length
    if (fresh.value.length === 0) continue
    onBegin()
    const taken = await takeIn(archive, folder, fresh.value)
    if (!taken.ok) return taken
    added += taken.value.added
    unread += taken.value.unread
  }
  return succeed({ added, unread })
}

/** What an earlier run left is still in the folder, and is offered anew. */
async function dropInterrupted(
  archive: Client<ArchiveContract>,
  folder: string,
): Promise<Outcome<null>> {
  const listed = await archive.call('ingest.list-unfinished', {})
  if (!listed.ok) return listed
  for (const { batchId, origin } of listed.value.batches) {
    if (origin !== folder) continue
    const dropped = await archive.call('ingest.drop-batch', { batchId })
    if (!dropped.ok) return dropped
  }
  return succeed(null)
}

async function* portionsOf(files: readonly OfferedFile[]): AsyncGenerator<readonly OfferedBytes[]> {
  let portion: OfferedBytes[] = []
  let size = 0
  for (const file of files) {
    const read = await readOffered(file)
    portion.push(read)
    size += read.content.kind === 'bytes' ? read.content.bytes.length : 0
    if (portion.length < MOST_FILES_AT_ONCE && size < MOST_BYTES_AT_ONCE) continue
    yield portion
    portion = []
    size = 0
  }
  if (portion.length > 0) yield portion
}

async function readOffered(file: OfferedFile): Promise<OfferedBytes> {
  const { name } = file
  if (!('path' in file)) return { name, content: { kind: 'refused', reason: 'not-a-regular-file' } }
  try {
    const bytes = await readFile(file.path)
    return { name, content: { kind: 'bytes', bytes: new Uint8Array(bytes) } }
  } catch (error) {
    return { name, content: { kind: 'refused', reason: refusalFromError(error) } }
  }
}

async function withoutKept(
  archive: Client<ArchiveContract>,
  portion: readonly OfferedBytes[],
  passedOver: ReadonlySet<string>,
): Promise<Outcome<readonly OfferedBytes[]>> {
  const fileByDigest = new Map(
    portion.flatMap((file) =>
      file.content.kind === 'bytes' ? [[digestOf(file.content.bytes), file] as const] : [],
    ),
  )
  const asked = await archive.call('source.list-missing', { digests: [...fileByDigest.keys()] })
  if (!asked.ok) return asked
  const missing = asked.value.missing.filter((digest) => !passedOver.has(digest))
  return succeed(missing.flatMap((digest) => fileByDigest.get(digest) ?? []))
}

async function takeIn(
  archive: Client<ArchiveContract>,
  folder: string,
  files: readonly OfferedBytes[],
): Promise<Outcome<Taken>> {
  const opened = await archive.call('ingest.open-batch', { origin: folder })
  if (!opened.ok) return opened
  const { batchId } = opened.value
  const offered = await archive.call('ingest.offer-files', { batchId, files: [...files] })
  if (!offered.ok) return offered
  const steps = archive.stream('ingest.run-batch', { batchId })
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  if (!step.value.ok) return step.value
  const { added, related, unreadable } = step.value.value
  return succeed({ added: added + related, unread: unreadable })
}
