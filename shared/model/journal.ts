import { z } from 'zod'
import { digestSchema, instantSchema } from './provenance.ts'

/** One change as the journal keeps it; `digest` follows from it and from the entry before. */
export const journalRecordSchema = z.strictObject({
  seq: z.int().positive(),
  at: instantSchema,
  actor: z.string(),
  /** `noun.verb` of what was done, for example `annotation.create`. */
  action: z.string(),
  /** Identifier of what was changed. */
  subject: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  digest: digestSchema,
})
export type JournalRecord = z.infer<typeof journalRecordSchema>

/** A page of the journal; `subject` null for all of it. */
export const journalRequestSchema = z.strictObject({
  subject: z.string().min(1).max(64).nullable(),
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(500),
})
export type JournalRequest = z.infer<typeof journalRequestSchema>
