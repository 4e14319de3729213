import { z } from 'zod'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { DumpMapping, DumpProposal } from '../../../shared/model/ingest.ts'
import { appendToJournal, type Authorship } from '../archive/journal.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { findBatch, listWaiting } from './batch.ts'
import { foldColumn } from './formats/record-fields.ts'
import { fetchBytes, type IngestTools } from './ingest.ts'
import { acceptedMappingSchema, type AcceptedMapping } from './reading.ts'

const DUMP_NAME = /\.(?:csv|tsv|json|jsonl|ndjson)$/iu

/**
 * The dumps that wait in a batch, by their extension, each read once in the reader process to see
 * its columns. One that cannot be read is left to the report. Fails with `batch-unknown`.
 */
export async function listDumps(
  db: ReadableArchive,
  read: IngestTools['read'],
  batchId: string,
  signal: AbortSignal,
): Promise<Outcome<{ dumps: DumpProposal[] }>> {
  const batch = findBatch(db, batchId)
  if (!batch) return fail({ kind: 'batch-unknown' })
  const mappings = listMappings(db)
  const dumps: DumpProposal[] = []
  for (const file of listWaiting(db, batch.seq)) {
    if (signal.aborted) return fail({ kind: 'cancelled' })
    const source = DUMP_NAME.test(file.name) ? fetchBytes(db, file) : null
    if (source?.ok !== true) continue
    const reading = await read({ name: file.name, bytes: source.bytes, mappings }, signal)
    dumps.push(...(reading.dumps ?? []))
  }
  return succeed({ dumps })
}

/** Every mapping an officer accepted, the last one last. */
export function listMappings(db: ReadableArchive): AcceptedMapping[] {
  return db
    .prepare<{ columns: string; mapping: string }>(
      'SELECT columns, mapping FROM dump_mapping ORDER BY accepted_at, columns',
    )
    .all()
    .map(({ columns, mapping }) =>
      acceptedMappingSchema.parse({ columns: JSON.parse(columns), mapping: JSON.parse(mapping) }),
    )
}

/**
 * Remembers how dumps with exactly these columns, in any order, are read; an empty mapping forgets
 * it. Refuses a mapping without a body, or with a column that is not among them.
 */
export function acceptMapping(
  db: WritableArchive,
  authorship: Authorship,
  { columns, mapping }: { readonly columns: readonly string[]; readonly mapping: DumpMapping },
): Outcome<{ remembered: boolean }> {
  const names = [...new Set(columns.map(foldColumn))].toSorted()
  const mapped = Object.values(mapping)
  const isKnown = mapped.every((column) => names.includes(foldColumn(column)))
  if (!isKnown || (mapped.length > 0 && mapping.body === undefined))
    return fail({ kind: 'input-refused', at: 'mapping' })
  const key = JSON.stringify(names)
  return db.write(() => {
    const before = db
      .prepare<{ mapping: string }>('SELECT mapping FROM dump_mapping WHERE columns = $key')
      .get({ key })
    db.prepare('DELETE FROM dump_mapping WHERE columns = $key').run({ key })
    if (mapped.length > 0) {
      db.prepare(
        `INSERT INTO dump_mapping (columns, mapping, accepted_at, accepted_by)
         VALUES ($key, $mapping, $at, $actor)`,
      ).run({ key, mapping: JSON.stringify(mapping), at: authorship.at, actor: authorship.actor })
    }
    appendToJournal(db, authorship, {
      action: 'dump-mapping.accept',
      subject: key,
      before: before === undefined ? null : z.unknown().parse(JSON.parse(before.mapping)),
      after: mapped.length > 0 ? mapping : null,
    })
    return succeed({ remembered: mapped.length > 0 })
  })
}
