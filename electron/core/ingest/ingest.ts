import { readFileSync } from 'node:fs'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import {
  unreadableReasonSchema,
  type IngestLine,
  type IngestReport,
  type UnreadableReason,
} from '../../../shared/model/ingest.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import { createIndexMemory } from '../search/index-words.ts'
import type { Clock } from '../system/clock.ts'
import { digestOf } from '../system/files.ts'
import {
  findBatch,
  finishBatch,
  listWaiting,
  readOffered,
  settleFile,
  type WaitingFile,
} from './batch.ts'
import { composeCommunique, type Composed } from './compose.ts'
import { findByBytes } from './duplicates.ts'
import { refusalFromError } from './list-files.ts'
import type { Reading, ReadingItem, Source } from './reading.ts'
import { settleItem } from './settle-item.ts'
import type { LanguageDetector } from './text/language.ts'

/** What ingest works with. */
export interface IngestTools {
  readonly clock: Clock
  readonly actor: string
  readonly detect: LanguageDetector
  /** Turns bytes into text. It may refuse, but it never throws on hostile input. */
  readonly read: (source: Source, signal: AbortSignal) => Promise<Reading>
}

/** How far a batch has come; `line` is what became of the last file, or null. */
export interface IngestProgress {
  readonly done: number
  readonly total: number
  readonly line: IngestLine | null
}

/** A file that was read and described, ready to be written. */
interface Prepared {
  readonly file: WaitingFile
  readonly bytes: Uint8Array | null
  readonly digest: string | null
  readonly items: readonly { readonly item: ReadingItem; readonly composed: Composed }[]
  readonly refusals: readonly { readonly name: string; readonly reason: UnreadableReason }[]
}

const GROUP_SIZE = 24
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
    const lines = writeGroup(db, tools, { group, origin: batch.origin })
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
): Promise<readonly Prepared[]> {
  const group: Prepared[] = []
  let size = 0
  for (const file of files) {
    if (signal.aborted || size > GROUP_BYTES) break
    const prepared = await prepareFile(db, tools, file, signal)
    group.push(prepared)
    size += prepared.bytes?.byteLength ?? 0
    await nextTurn()
  }
  return group
}

async function prepareFile(
  db: WritableArchive,
  tools: IngestTools,
  file: WaitingFile,
  signal: AbortSignal,
): Promise<Prepared> {
  const source = fetchBytes(db, file)
  if (!source.ok) return unreadable(file, null, source.reason)
  const { bytes } = source
  const digest = digestOf(bytes)
  if (findByBytes(db, digest)) return { file, bytes, digest, items: [], refusals: [] }
  const reading = await tools.read({ name: file.name, bytes }, signal)
  const items = reading.items.map((item) => ({
    item,
    composed: composeCommunique(item, tools.detect),
  }))
  return { file, bytes, digest, items, refusals: reading.refusals }
}

type Fetched =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: UnreadableReason }

function fetchBytes(db: WritableArchive, file: WaitingFile): Fetched {
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

function unreadable(file: WaitingFile, digest: string | null, reason: UnreadableReason): Prepared {
  return { file, bytes: null, digest, items: [], refusals: [{ name: file.name, reason }] }
}

function writeGroup(
  db: WritableArchive,
  tools: IngestTools,
  { group, origin }: { readonly group: readonly Prepared[]; readonly origin: string | null },
): readonly IngestLine[] {
  return db.write(() => {
    const authorship = { actor: tools.actor, at: tools.clock.now() }
    const memory = createIndexMemory()
    return group.flatMap((prepared) => {
      const { file, bytes, digest } = prepared
      const lines: IngestLine[] = prepared.refusals.map(({ name, reason }) => ({
        name,
        digest,
        title: null,
        suggestionCount: 0,
        outcome: { kind: 'unreadable', reason },
      }))
      if (bytes && digest !== null) {
        // Looked up again: a file may come twice in one group.
        const known = findByBytes(db, digest)
        if (known) lines.push(identicalLine(file.name, digest, known.communiqueId))
        else {
          for (const { item, composed } of prepared.items) {
            const accession = { name: item.name, origin, bytes: item.bytes ?? bytes }
            lines.push(
              settleItem(
                db,
                { clock: tools.clock, authorship, memory },
                { item, composed, ...accession },
              ),
            )
          }
        }
      }
      settleFile(db, file.seq, lines)
      return lines
    })
  })
}

const identicalLine = (name: string, digest: string, communiqueId: string): IngestLine => ({
  name,
  digest,
  title: null,
  suggestionCount: 0,
  outcome: { kind: 'identical', communiqueId },
})
