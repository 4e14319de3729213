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
  /** Added, and proposed as another version, a relay or another take of a communiqué already held. */
  z.strictObject({
    kind: z.literal('related'),
    communiqueId: z.string(),
    relatedTo: z.string(),
    relation: z.enum(['amends', 'relays', 'same-event']),
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

const columnNameSchema = z.string().min(1).max(200)

/**
 * Which column of a dump is read as what. A field that is absent is not read. A column is named as
 * its header prints it; of JSON, by its path (`details.body`); without a header, by place (`#3`).
 */
export const dumpMappingSchema = z.strictObject({
  title: columnNameSchema.exactOptional(),
  body: columnNameSchema.exactOptional(),
  published: columnNameSchema.exactOptional(),
  modified: columnNameSchema.exactOptional(),
  author: columnNameSchema.exactOptional(),
  issuer: columnNameSchema.exactOptional(),
  publisher: columnNameSchema.exactOptional(),
  place: columnNameSchema.exactOptional(),
  language: columnNameSchema.exactOptional(),
  reference: columnNameSchema.exactOptional(),
  url: columnNameSchema.exactOptional(),
})
export type DumpMapping = z.infer<typeof dumpMappingSchema>

/** What a column of a dump may hold of a communiqué. */
export const mappedFieldSchema = dumpMappingSchema.keyof()
export type MappedField = z.infer<typeof mappedFieldSchema>

/** A dump (CSV, JSON, JSON Lines) of a batch and how its columns would be read. */
export const dumpProposalSchema = z.strictObject({
  /** Name of the file in its batch. */
  name: z.string(),
  columns: z.array(
    z.strictObject({
      name: z.string().max(200),
      /** The first values that are not empty, cut to 120 units. */
      samples: z.array(z.string().max(120)).max(3),
    }),
  ),
  rows: z.int().nonnegative(),
  mapping: dumpMappingSchema,
  /** Fields found by what the values look like, not by the name of the column: used once accepted. */
  fromValues: z.array(mappedFieldSchema),
  /** `remembered` where an officer accepted a mapping for a dump with these columns before. */
  origin: z.enum(['proposed', 'remembered']),
})
export type DumpProposal = z.infer<typeof dumpProposalSchema>
