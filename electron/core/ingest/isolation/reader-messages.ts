import { z } from 'zod'
import { acceptedMappingSchema, readingSchema } from '../reading.ts'

/** What the owner of a reader process asks of it. */
export const readerRequestSchema = z.strictObject({
  job: z.int(),
  name: z.string(),
  bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array),
  mappings: z.array(acceptedMappingSchema).default([]),
})
export type ReaderRequest = z.infer<typeof readerRequestSchema>

/** What a reader process says: that it is ready, or what it made of a job. */
export const readerReplySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({
    kind: z.literal('done'),
    job: z.int(),
    reading: readingSchema,
    /** Memory the process has in use after the job, in megabytes. */
    heldMb: z.number(),
  }),
])
export type ReaderReply = z.infer<typeof readerReplySchema>
