import { readFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import {
  unreadableReasonSchema,
  type IngestLine,
  type IngestReport,
  type UnreadableReason,
} from '../../../shared/model/ingest.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { digestOf } from '../system/files.ts'
import { findBatch, finishBatch, listWaiting, readOffered, type WaitingFile } from './batch.ts'
import { composeCommunique } from './compose.ts'
import { findByBytes } from './duplicates.ts'
import type { NameFinder } from './known-names.ts'
import { refusalFromError } from './list-files.ts'
import type { Reading, Source } from './reading.ts'
import { settleGroup, type PreparedFile } from './settle-group.ts'
import type { LanguageDetector } from './text/language.ts'

/** What ingest works with. */
export interface IngestTools {
  readonly clock: Clock
  readonly actor: string
  readonly detect: LanguageDetector
  /** Finds the names the archive knows in a text. */
  readonly findNames: NameFinder
  /** Turns bytes into text. It may refuse, but it never throws on hostile input. */
  readonly read: (source: Source, signal: AbortSignal) => Promise<Reading>
}

/** How far a batch has come; `line` is what became of the last file, or null. */
export interface IngestProgress {
  readonly done: number
  readonly total: number
  readonly line: IngestLine | null
}

const GROUP_SIZE = 24
/** So many files are handed to the reader before the first of them is described. */
const READ_AHEAD = 4
const GROUP_BYTES = 4 * 1024 * 1024

/**
 * Reads every file of a batch that is not settled yet. Files are written in small groups, each
 * in one transaction with its report lines: whatever interrupts it, every file is either wholly
 * in the archive and in the report, or still waiting. Fails with `batch-unknown`.
 */
export async function* runBatch(
  db: WritableArchive,
  tools: IngestTools,
  batchId: string,
  signal: AbortSignal,
): AsyncGenerator<IngestProgress, Outcome<IngestReport>, void> {
  const batch = findBatch(db, batchId)
  if (!batch) return fail({ kind: 'batch-unknown' })
  const waiting = listWaiting(db, batch.seq)
  let done = 0
  yield { done, total: waiting.length, line: null }
  while (done < waiting.length) {
    const group = await prepareGroup(db, tools, waiting.slice(done, done + GROUP_SIZE), signal)
    if (signal.aborted) return fail({ kind: 'cancelled' })
    const lines = settleGroup(db, tools, { group, origin: batch.origin })
    done += group.length
    for (const line of lines) yield { done, total: waiting.length, line }
    await nextTurn()
  }
  return succeed(finishBatch(db, tools.clock, batchId))
}

async function prepareGroup(
  db: WritableArchive,
  tools: IngestTools,
  files: readonly WaitingFile[],
  signal: AbortSignal,
): Promise<readonly PreparedFile[]> {
  const group: Promise<PreparedFile>[] = []
  let size = 0
  for (const file of files) {
    if (signal.aborted || size > GROUP_BYTES) break
    const source = fetchBytes(db, file)
    size += source.ok ? source.bytes.byteLength : 0
    const prepared = prepareFile(db, tools, { file, source, signal })
    // It is awaited below; a failure of one that comes before must not leave it unheard.
    prepared.catch(() => undefined)
    group.push(prepared)
    await group.at(-READ_AHEAD)
    await nextTurn()
  }
  return Promise.all(group)
}

interface Fetching {
  readonly file: WaitingFile
  readonly source: Fetched
  readonly signal: AbortSignal
}

async function prepareFile(
  db: WritableArchive,
  tools: IngestTools,
  { file, source, signal }: Fetching,
): Promise<PreparedFile> {
  if (!source.ok) {
    const refusals = [{ name: file.name, reason: source.reason }]
    return { file, bytes: null, digest: null, items: [], refusals }
  }
  const { bytes } = source
  const digest = digestOf(bytes)
  if (findByBytes(db, digest)) return { file, bytes, digest, items: [], refusals: [] }
  const reading = await tools.read({ name: file.name, bytes }, signal)
  const items = reading.items.map((item) => ({
    item,
    composed: composeCommunique(item, tools.detect, tools.findNames),
    warnings: reading.warnings.flatMap(({ name, kind }) => (name === item.name ? [kind] : [])),
  }))
  return { file, bytes, digest, items, refusals: reading.refusals }
}

type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: UnreadableReason }

/** The bytes of a file that waits, or why they are not to be had. */
export function fetchBytes(db: ReadableArchive, file: WaitingFile): Fetched {
  if (file.refusal !== null) {
    return { ok: false, reason: unreadableReasonSchema.catch('damaged').parse(file.refusal) }
  }
  if (file.path === null) {
    const bytes = readOffered(db, file.seq)
    return bytes ? { ok: true, bytes } : { ok: false, reason: 'vanished' }
  }
  try {
    return { ok: true, bytes: readFileSync(file.path) }
  } catch (error) {
    return { ok: false, reason: refusalFromError(error) }
  }
}
