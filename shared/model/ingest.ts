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

/**
 * Something the officer should know of a text that was read all the same: of its bytes, of the
 * dates printed in it, or that the original is kept though no text was found in it.
 */
export const ingestWarningSchema = z.enum([
  'encoding-guessed',
  'double-encoding-repaired',
  'damaged-characters',
  'control-characters-removed',
  'direction-controls',
  'invisible-characters',
  'extension-differs',
  'active-content-dropped',
  'external-reference-dropped',
  'recovered',
  'cut-short',
  'copy-restricted',
  'parts-without-text',
  'publication-dates-disagree',
  'date-impossible',
  'date-ambiguous',
  'year-two-digits',
  'weekday-disagrees',
  'digits-glued',
  'original-kept',
])
export type IngestWarning = z.infer<typeof ingestWarningSchema>

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
  z.strictObject({
    kind: z.literal('unreadable'),
    reason: unreadableReasonSchema,
    /** The limit that was gone over, where the reason is one. */
    limit: z.string().optional(),
    /** The line of a dump that was left out, from 1. */
    line: z.int().positive().optional(),
  }),
])
export type IngestOutcome = z.infer<typeof ingestOutcomeSchema>

/**
 * One line of an ingest report: a file, or one text of a file that holds several. `name` is the
 * path relative to what the officer chose, followed by that of the part.
 */
export const ingestLineSchema = z.strictObject({
  name: z.string(),
  digest: digestSchema.nullable(),
  title: z.string().nullable(),
  /** Values that need the officer: suggestions and doubts. */
  suggestionCount: z.int().nonnegative(),
  warnings: z.array(ingestWarningSchema).default([]),
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
