import { z } from 'zod'

/** SHA-256 in lower-case hexadecimal, 64 digits. */
export const digestSchema = z.string().regex(/^[\da-f]{64}$/u)
export type Digest = z.infer<typeof digestSchema>

/** An instant, ISO 8601 in UTC with milliseconds. */
export const instantSchema = z.iso.datetime({ precision: 3 })
export type Instant = z.infer<typeof instantSchema>

/**
 * The words a described value was read from. `start` and `end` are UTF-16 code units into the
 * part named; a value read from structure or a file name quotes it and has no offsets.
 */
export const evidenceSchema = z.strictObject({
  part: z.enum(['preamble', 'text', 'metadata', 'file-name']),
  start: z.int().nonnegative().nullable(),
  end: z.int().nonnegative().nullable(),
  quote: z.string(),
})
export type Evidence = z.infer<typeof evidenceSchema>

/** The original bytes of an ingested file, content-addressed (OAIS: content data object). */
export const sourceFileSchema = z.strictObject({
  digest: digestSchema,
  /** File name as it came, without its folder. */
  name: z.string(),
  /** Where it was taken from, as the officer gave it; null when pasted. */
  origin: z.string().nullable(),
  mediaType: z.string(),
  /** Character encoding the text was read with, WHATWG or IANA name; null for binary formats. */
  encoding: z.string().nullable(),
  size: z.int().nonnegative(),
  ingestedAt: instantSchema,
  ingestedBy: z.string(),
  /** Reader that turned the bytes into text, with its version, for example `plain-text/1`. */
  reader: z.string(),
})
export type SourceFile = z.infer<typeof sourceFileSchema>
