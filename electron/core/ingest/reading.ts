import { z } from 'zod'
import {
  dumpMappingSchema,
  dumpProposalSchema,
  unreadableReasonSchema,
} from '../../../shared/model/ingest.ts'

/** One paragraph of a source as plain text; a line break inside it is LF. Never markup. */
const readingBlockSchema = z.strictObject({
  kind: z.enum(['body', 'heading', 'list-item']),
  text: z.string(),
})
export type ReadingBlock = z.infer<typeof readingBlockSchema>

/**
 * A value the source states in its structure (a header, a field, a meta tag): never read from
 * its sentences. `rule` names the place it was found in, `quote` is the value as printed there.
 */
const structuredValueSchema = z.strictObject({
  value: z.string(),
  rule: z.string(),
  quote: z.string(),
})
export type StructuredValue = z.infer<typeof structuredValueSchema>

/**
 * What the structure of a source says of it. The values of `published` and `modified` are
 * calendar dates (EDTF level 0) of the place the source writes from; their quotes keep the hour.
 */
const structuredSchema = z.strictObject({
  published: structuredValueSchema.optional(),
  modified: structuredValueSchema.optional(),
  title: structuredValueSchema.optional(),
  author: structuredValueSchema.optional(),
  publisher: structuredValueSchema.optional(),
  issuer: structuredValueSchema.optional(),
  place: structuredValueSchema.optional(),
  language: structuredValueSchema.optional(),
  reference: structuredValueSchema.optional(),
  url: structuredValueSchema.optional(),
  from: structuredValueSchema.optional(),
  to: structuredValueSchema.optional(),
  subject: structuredValueSchema.optional(),
})
export type Structured = z.infer<typeof structuredSchema>

/** One text found in a source: the whole of a file, one message, one row, one attachment. */
const readingItemSchema = z.strictObject({
  /** Name of the source; a part of a container is `container/part`, a row `file#number`. */
  name: z.string(),
  mediaType: z.string(),
  /** Reader that made the blocks, with its version, for example `pdf/1`. */
  reader: z.string(),
  /** Encoding the text was decoded from, or null for binary formats. */
  encoding: z.string().nullable(),
  title: z.string().nullable(),
  /** A plain text is one block: its lines are still to be read. */
  blocks: z.array(readingBlockSchema),
  structured: structuredSchema,
  /** Original bytes of a part that is a file of its own; absent for the file that was read. */
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array).optional(),
})
export type ReadingItem = z.infer<typeof readingItemSchema>

/** The limit that a refused source went over. */
const readingLimitSchema = z.enum([
  'time',
  'memory',
  'elements',
  'depth',
  'entries',
  'part-size',
  'total-size',
  'ratio',
  'nesting',
  'header-size',
  'items',
])
export type ReadingLimit = z.infer<typeof readingLimitSchema>

/** A source, or a part of one, that gave no text, and why. */
const readingRefusalSchema = z.strictObject({
  name: z.string(),
  reason: unreadableReasonSchema,
  limit: readingLimitSchema.optional(),
  /** Part of the container that failed. */
  part: z.string().optional(),
  /** Line of a text source that failed, from 1. */
  line: z.int().positive().optional(),
})
export type ReadingRefusal = z.infer<typeof readingRefusalSchema>

/** Something the officer should know of a source that was read all the same. */
const readingWarningSchema = z.strictObject({
  name: z.string(),
  kind: z.enum([
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
  ]),
})
export type ReadingWarning = z.infer<typeof readingWarningSchema>

/** What a reader makes of one source: texts, refusals and warnings; a refused file has no item. */
export const readingSchema = z.strictObject({
  items: z.array(readingItemSchema),
  refusals: z.array(readingRefusalSchema),
  warnings: z.array(readingWarningSchema),
  /** How the columns of a dump were read, or could be. */
  dumps: z.array(dumpProposalSchema).optional(),
})
export type Reading = z.infer<typeof readingSchema>

/** How dumps with exactly these columns are read. */
export const acceptedMappingSchema = z.strictObject({
  columns: z.array(z.string()),
  mapping: dumpMappingSchema,
})
export type AcceptedMapping = z.infer<typeof acceptedMappingSchema>

/** Bytes to read, the name they came under, and the mappings accepted for dumps. */
export type Source = {
  readonly name: string
  readonly bytes: Uint8Array
  readonly mappings?: readonly AcceptedMapping[]
}

/** The reading of a source that is refused whole. */
export function refuse(
  name: string,
  reason: ReadingRefusal['reason'],
  detail: Partial<Pick<ReadingRefusal, 'limit' | 'part' | 'line'>> = {},
): Reading {
  return { items: [], refusals: [{ name, reason, ...detail }], warnings: [] }
}

/** The outcome of one step of reading; the refusal lacks only the name of the source. */
export type Step<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Omit<ReadingRefusal, 'name'> }
