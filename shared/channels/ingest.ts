import { z } from 'zod'
import { MOST_COLUMNS } from '../model/limits.ts'
import {
  dumpMappingSchema,
  dumpProposalSchema,
  ingestLineSchema,
  ingestReportSchema,
} from '../model/ingest.ts'
import { digestSchema } from '../model/provenance.ts'
import { bytesSchema, defineCall, defineStream } from './channel.ts'

const idSchema = z.string().min(1).max(64)

/** One file handed over as bytes, or the reason why it could not be read where it lies. */
const offeredFileSchema = z.strictObject({
  /** Path relative to what the officer chose; shown in the report, never opened. */
  name: z.string().min(1).max(4096),
  content: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('bytes'), bytes: bytesSchema }),
    z.strictObject({
      kind: z.literal('refused'),
      reason: z.enum(['too-large', 'no-permission', 'vanished', 'not-a-regular-file']),
    }),
  ]),
})

/** Channels that bring files in. */
export const ingestChannels = {
  /** Opens a batch. Its files are kept until it has run, so that an interruption loses none. */
  'ingest.open-batch': defineCall({
    lane: 'write',
    input: z.strictObject({ origin: z.string().max(4096).nullable() }),
    output: z.strictObject({ batchId: z.string() }),
  }),
  'ingest.offer-files': defineCall({
    lane: 'write',
    input: z.strictObject({ batchId: idSchema, files: z.array(offeredFileSchema).max(1000) }),
    output: z.strictObject({ offered: z.int().nonnegative() }),
    failures: ['batch-unknown'],
  }),
  /**
   * The dumps among the files of a batch that wait, with the mapping each would be read with: the
   * one remembered for its columns, else a proposal. Asked before `ingest.run-batch`.
   */
  'ingest.list-dumps': defineCall({
    lane: 'write',
    input: z.strictObject({ batchId: idSchema }),
    output: z.strictObject({ dumps: z.array(dumpProposalSchema) }),
    failures: ['batch-unknown'],
  }),
  /**
   * Remembers how a dump with these columns is read, from the next run on; a mapping without a
   * field forgets it. `input-refused` at `mapping` for one without `body` or with a column that
   * is not there.
   */
  'ingest.accept-mapping': defineCall({
    lane: 'write',
    input: z.strictObject({
      columns: z.array(z.string().max(200)).min(1).max(MOST_COLUMNS),
      mapping: dumpMappingSchema,
    }),
    output: z.strictObject({ remembered: z.boolean() }),
  }),
  /** Reads every file of the batch that is not settled yet; safe to run again. */
  'ingest.run-batch': defineStream({
    lane: 'write',
    input: z.strictObject({ batchId: idSchema }),
    item: z.strictObject({
      done: z.int().nonnegative(),
      total: z.int().nonnegative(),
      line: ingestLineSchema.nullable(),
    }),
    output: ingestReportSchema,
    failures: ['batch-unknown'],
  }),
  /** What a batch did so far, line by line; a finished one can be reported again. */
  'ingest.report': defineCall({
    lane: 'read',
    input: z.strictObject({ batchId: idSchema }),
    output: ingestReportSchema,
    failures: ['batch-unknown'],
  }),
  /** Batches that an interruption left unfinished. */
  'ingest.list-unfinished': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      batches: z.array(
        z.strictObject({
          batchId: z.string(),
          /** What the officer chose, one path a line; null for bytes handed over. */
          origin: z.string().nullable(),
          startedAt: z.string(),
          done: z.int().nonnegative(),
          total: z.int().nonnegative(),
        }),
      ),
    }),
  }),
  /**
   * Digests of the files of an origin that gave no text: a folder that is watched offers them once.
   * The same bytes are read again when somebody adds them.
   */
  'ingest.list-refused': defineCall({
    lane: 'read',
    input: z.strictObject({ origin: z.string().max(4096) }),
    output: z.strictObject({ digests: z.array(digestSchema) }),
  }),
  /** Drops the files of an unfinished batch that were not read yet. What was added stays. */
  'ingest.drop-batch': defineCall({
    lane: 'write',
    input: z.strictObject({ batchId: idSchema }),
    output: z.strictObject({ dropped: z.int().nonnegative() }),
    failures: ['batch-unknown'],
  }),
  /** The invented communiqués that come with the application, as a batch ready to run. */
  'ingest.offer-samples': defineCall({
    lane: 'write',
    input: z.strictObject({}),
    output: z.strictObject({ batchId: z.string(), offered: z.int().nonnegative() }),
  }),
}
