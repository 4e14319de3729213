import { z } from 'zod'
import { spanSchema } from './search.ts'
import { calendarDateSchema } from './stated-date.ts'

/** A passage of one wording of a communiqué, with what a quotation of it must name. */
export const passageSchema = z.strictObject({
  communiqueId: z.string(),
  versionId: z.string(),
  versionNumber: z.int().positive(),
  title: z.string(),
  issuerName: z.string().nullable(),
  sortedOn: calendarDateSchema.nullable(),
  field: z.enum(['title', 'text']),
  /** Number of the first paragraph it stands in, from 1; null in a title. */
  paragraph: z.int().positive().nullable(),
  /** UTF-16 code units into the title or the text, half open. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  /** The words of the original, unaltered. */
  text: z.string(),
})
export type Passage = z.infer<typeof passageSchema>

/**
 * Words that two wordings share or do not share (see `compareWordings`). `old` and `fresh` index
 * the two texts compared; a span is null on the side that lacks the words.
 */
export const wordingChangeSchema = z.strictObject({
  kind: z.enum(['equal', 'inserted', 'deleted', 'moved']),
  old: spanSchema.nullable(),
  fresh: spanSchema.nullable(),
  /** False where equal or moved words are spelt differently: case, quotes, dashes, vowel signs. */
  isVerbatim: z.boolean(),
})
export type WordingChange = z.infer<typeof wordingChangeSchema>
