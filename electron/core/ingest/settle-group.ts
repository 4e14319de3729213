import type { IngestLine, IngestWarning } from '../../../shared/model/ingest.ts'
import { appendToJournal, type Authorship } from '../archive/journal.ts'
import { isKept, recordAccession } from '../archive/source-files.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import { createIndexMemory } from '../search/index-words.ts'
import type { Clock } from '../system/clock.ts'
import { digestOf } from '../system/files.ts'
import { settleFile, type WaitingFile } from './batch.ts'
import type { Composed } from './compose.ts'
import { findByBytes } from './duplicates.ts'
import type { ReadingItem, ReadingRefusal } from './reading.ts'
import { settleItem, type Desk } from './settle-item.ts'

/** One text that was read and described, with what there is to say of its bytes. */
export interface PreparedItem {
  readonly item: ReadingItem
  readonly composed: Composed
  readonly warnings: readonly IngestWarning[]
}

/** A file that was read and described, ready to be written. */
export interface PreparedFile {
  readonly file: WaitingFile
  readonly bytes: Uint8Array | null
  readonly digest: string | null
  readonly items: readonly PreparedItem[]
  readonly refusals: readonly ReadingRefusal[]
}

/** Writes a group of files with their report lines, in one transaction. */
export function settleGroup(
  db: WritableArchive,
  { clock, actor }: { readonly clock: Clock; readonly actor: string },
  { group, origin }: { readonly group: readonly PreparedFile[]; readonly origin: string | null },
): readonly IngestLine[] {
  return db.write(() => {
    const authorship = { actor, at: clock.now() }
    const desk = { clock, authorship, memory: createIndexMemory(), origin }
    return group.flatMap((prepared) => {
      const lines = linesOfFile(db, desk, prepared)
      settleFile(db, prepared.file.seq, lines)
      return lines
    })
  })
}

function linesOfFile(db: WritableArchive, desk: Desk, prepared: PreparedFile): IngestLine[] {
  const { file, bytes, digest, items } = prepared
  if (!bytes || digest === null) return prepared.refusals.map((refusal) => refusedLine(refusal))
  // Looked up again: a file may come twice in one group.
  const known = findByBytes(db, digest)
  if (known) return [identicalLine(file.name, digest, known.communiqueId)]
  const refused = prepared.refusals.map((refusal) =>
    refusal.reason === 'no-text'
      ? keptLine(db, desk, refusal, { bytes, digest })
      : refusedLine(refusal, digest),
  )
  const settled = items.map((found) => {
    const own = found.item.bytes
    const original = own ? { bytes: own, digest: digestOf(own) } : { bytes, digest }
    const same = own ? findByBytes(db, original.digest) : undefined
    return same
      ? identicalLine(found.item.name, original.digest, same.communiqueId)
      : settleItem(db, desk, { ...found, ...original })
  })
  return [...refused, ...settled]
}

/** An image has no text to show, but what came in is kept, so that it can be handed out. */
function keptLine(
  db: WritableArchive,
  { authorship, origin }: { readonly authorship: Authorship; readonly origin: string | null },
  refusal: ReadingRefusal,
  { bytes, digest }: { readonly bytes: Uint8Array; readonly digest: string },
): IngestLine {
  if (!isKept(db, digest)) {
    recordAccession(db, {
      digest,
      mediaType: isPdf(bytes) ? 'application/pdf' : 'application/octet-stream',
      bytes,
      name: refusal.name,
      origin,
      encoding: null,
      reader: 'none',
      ingestedAt: authorship.at,
      ingestedBy: authorship.actor,
    })
    appendToJournal(db, authorship, {
      action: 'source-file.keep',
      subject: digest,
      before: null,
      after: { reason: refusal.reason },
    })
  }
  return { ...refusedLine(refusal, digest), warnings: ['original-kept'] }
}

const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')

function refusedLine(
  { name, reason, limit, line }: ReadingRefusal,
  digest: string | null = null,
): IngestLine {
  return {
    name,
    digest,
    title: null,
    suggestionCount: 0,
    warnings: [],
    outcome: {
      kind: 'unreadable',
      reason,
      ...(limit === undefined ? {} : { limit }),
      ...(line === undefined ? {} : { line }),
    },
  }
}

const identicalLine = (name: string, digest: string, communiqueId: string): IngestLine => ({
  name,
  digest,
  title: null,
  suggestionCount: 0,
  warnings: [],
  outcome: { kind: 'identical', communiqueId },
})
