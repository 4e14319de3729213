import type { IngestLine, IngestReport } from '../../../shared/model/ingest.ts'
import { ingestLineSchema } from '../../../shared/model/ingest.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'

/** A file handed over: its bytes, where it lies, or why it could not be read. */
export type OfferedFile =
  | { readonly name: string; readonly bytes: Uint8Array }
  | { readonly name: string; readonly path: string }
  | { readonly name: string; readonly refusal: string }

/** A file of a batch that is not settled yet. */
export interface WaitingFile {
  readonly seq: number
  readonly name: string
  readonly path: string | null
  readonly refusal: string | null
}

/** Opens a batch and returns its identifier. */
export function openBatch(
  db: WritableArchive,
  clock: Clock,
  { actor, origin }: { readonly actor: string; readonly origin: string | null },
): string {
  const id = clock.newId()
  db.prepare(
    `INSERT INTO ingest_batch (id, origin, started_at, started_by)
     VALUES ($id, $origin, $startedAt, $actor)`,
  ).run({ id, origin, startedAt: clock.now(), actor })
  return id
}

/** Adds files to a batch, in one transaction. Fails with `batch-unknown`. */
export function offerFiles(
  db: WritableArchive,
  batchId: string,
  files: readonly OfferedFile[],
): Outcome<{ offered: number }> {
  return db.write(() => {
    const batch = findBatch(db, batchId)
    if (!batch) return fail({ kind: 'batch-unknown' })
    const insert = db.prepare(
      `INSERT INTO ingest_file (batch_seq, name, bytes, path, refusal)
       VALUES ($batchSeq, $name, $bytes, $path, $refusal)`,
    )
    for (const file of files) {
      insert.run({
        batchSeq: batch.seq,
        name: file.name,
        bytes: 'bytes' in file ? file.bytes : null,
        path: 'path' in file ? file.path : null,
        refusal: 'refusal' in file ? file.refusal : null,
      })
    }
    return succeed({ offered: files.length })
  })
}

/** The batch with this identifier, or undefined. */
export function findBatch(
  db: ReadableArchive,
  batchId: string,
): { readonly seq: number; readonly origin: string | null } | undefined {
  return db
    .prepare<{ seq: number; origin: string | null }>(
      'SELECT seq, origin FROM ingest_batch WHERE id = $batchId',
    )
    .get({ batchId })
}

/**
 * Files of a batch that are not settled, by their names, whatever the order they were offered in:
 * browsers and file systems list a folder as they please. The name decides which of two wordings
 * came first where their days do not.
 */
export function listWaiting(db: ReadableArchive, batchSeq: number): readonly WaitingFile[] {
  return db
    .prepare<WaitingFile>(
      `SELECT seq, name, path, refusal FROM ingest_file
       WHERE batch_seq = $batchSeq AND line IS NULL ORDER BY seq`,
    )
    .all({ batchSeq })
    .map((file) => ({ file, stem: file.name.replace(/\.[^./]{1,10}$/u, '') }))
    .toSorted((a, b) => NAME_ORDER.compare(a.stem, b.stem))
    .map(({ file }) => file)
}

/** "note 2" before "note 10", and "note" before "note-corrigée". */
const NAME_ORDER = new Intl.Collator('fr', { numeric: true })

/** The bytes of a file that was handed over, or null when it lies elsewhere. */
export function readOffered(db: ReadableArchive, fileSeq: number): Uint8Array | null {
  const row = db
    .prepare<{ bytes: Buffer | null }>('SELECT bytes FROM ingest_file WHERE seq = $fileSeq')
    .get({ fileSeq })
  return row?.bytes ?? null
}

/** Settles a file: its lines go to the report, its waiting bytes are dropped. */
export function settleFile(
  db: WritableArchive,
  fileSeq: number,
  lines: readonly IngestLine[],
): void {
  db.prepare(
    'UPDATE ingest_file SET bytes = NULL, path = NULL, line = $line WHERE seq = $fileSeq',
  ).run({ fileSeq, line: JSON.stringify(lines) })
}

/** Marks a batch finished and reports it. */
export function finishBatch(db: WritableArchive, clock: Clock, batchId: string): IngestReport {
  db.prepare('UPDATE ingest_batch SET finished_at = $now WHERE id = $batchId').run({
    batchId,
    now: clock.now(),
  })
  return reportBatch(db, batchId)
}

/** What a batch did so far, counted and line by line. */
export function reportBatch(db: ReadableArchive, batchId: string): IngestReport {
  const lines = db
    .prepare<{ line: string }>(
      `SELECT line FROM ingest_file JOIN ingest_batch ON ingest_batch.seq = batch_seq
       WHERE ingest_batch.id = $batchId AND line IS NOT NULL ORDER BY ingest_file.seq`,
    )
    .all({ batchId })
    .flatMap(({ line }) => ingestLineSchema.array().parse(JSON.parse(line)))
  const count = (kind: IngestLine['outcome']['kind']): number =>
    lines.filter(({ outcome }) => outcome.kind === kind).length
  return {
    batchId,
    total: lines.length,
    added: count('added'),
    identical: count('identical'),
    related: count('related'),
    unreadable: count('unreadable'),
    lines,
  }
}

/** A batch that an interruption left unfinished. */
export interface UnfinishedBatch {
  readonly batchId: string
  /** What the officer chose, one path a line; null for bytes handed over. */
  readonly origin: string | null
  readonly startedAt: string
  readonly done: number
  readonly total: number
}

/** Every batch that holds files which were not read yet. */
export function listUnfinished(db: ReadableArchive): UnfinishedBatch[] {
  return db
    .prepare<UnfinishedBatch>(
      `SELECT ingest_batch.id AS batchId, origin, started_at AS startedAt, count(line) AS done,
         count(*) AS total
       FROM ingest_batch JOIN ingest_file ON batch_seq = ingest_batch.seq
       WHERE finished_at IS NULL GROUP BY ingest_batch.seq ORDER BY ingest_batch.seq`,
    )
    .all()
}

/** Digests of the files from one place that gave no text, whatever came of their other parts. */
export function listRefused(db: ReadableArchive, origin: string): readonly string[] {
  const lines = db
    .prepare<{ line: string }>(
      `SELECT line FROM ingest_file JOIN ingest_batch ON ingest_batch.seq = batch_seq
       WHERE origin = $origin AND line LIKE '%"kind":"unreadable"%'`,
    )
    .all({ origin })
    .flatMap(({ line }) => ingestLineSchema.array().parse(JSON.parse(line)))
  return [...new Set(lines.flatMap(({ digest }) => (digest === null ? [] : [digest])))]
}

/** Drops the files of a batch that were not read; fails with `batch-unknown`. */
export function dropBatch(
  db: WritableArchive,
  clock: Clock,
  batchId: string,
): Outcome<{ dropped: number }> {
  return db.write(() => {
    const batch = findBatch(db, batchId)
    if (!batch) return fail({ kind: 'batch-unknown' })
    const { changes } = db
      .prepare('DELETE FROM ingest_file WHERE batch_seq = $batchSeq AND line IS NULL')
      .run({ batchSeq: batch.seq })
    finishBatch(db, clock, batchId)
    return succeed({ dropped: changes })
  })
}
