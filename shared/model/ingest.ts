import { z } from 'zod'
import { digestSchema } from './provenance.ts'

/** Why a file could not become a communiqué. Each is told to the officer with what to do. */
export const unreadableReasonSchema = z.enum([
  'empty',
  'binary',
  'too-large',
  'no-permission',
  'vanished',
  'no-text',
  'format-unsupported',
  'encoding-unknown',
  'not-a-regular-file',
  'password-protected',
  'damaged',
  'limits-exceeded',
])
export type UnreadableReason = z.infer<typeof unreadableReasonSchema>

/** What became of one file of a batch. */
export const ingestOutcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('added'), communiqueId: z.string() }),
  /** Same bytes, or the same wording in other bytes: nothing was added. */
  z.strictObject({ kind: z.literal('identical'), communiqueId: z.string() }),
  /** Added, and proposed as another version of, or a relay of, a communiqué already held. */
  z.strictObject({
    kind: z.literal('related'),
    communiqueId: z.string(),
    relatedTo: z.string(),
    relation: z.enum(['amends', 'relays']),
  }),
  z.strictObject({ kind: z.literal('unreadable'), reason: unreadableReasonSchema }),
])
export type IngestOutcome = z.infer<typeof ingestOutcomeSchema>

/** One line of an ingest report. `name` is the path relative to what the officer chose. */
export const ingestLineSchema = z.strictObject({
  name: z.string(),
  digest: digestSchema.nullable(),
  title: z.string().nullable(),
  /** Values that need the officer: suggestions and doubts. */
  suggestionCount: z.int().nonnegative(),
  outcome: ingestOutcomeSchema,
})
export type IngestLine = z.infer<typeof ingestLineSchema>

/** What a finished batch did, counted. */
export const ingestReportSchema = z.strictObject({
  batchId: z.string(),
  total: z.int().nonnegative(),
  added: z.int().nonnegative(),
  identical: z.int().nonnegative(),
  related: z.int().nonnegative(),
  unreadable: z.int().nonnegative(),
  lines: z.array(ingestLineSchema),
})
export type IngestReport = z.infer<typeof ingestReportSchema>
