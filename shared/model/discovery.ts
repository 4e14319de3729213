import { z } from 'zod'
import { directionSchema, languageSchema } from './language.ts'
import { calendarDateSchema } from './stated-date.ts'

/** What may follow what was typed: a word of the archive, or the name of an authority record. */
export const completionSchema = z.strictObject({
  kind: z.enum(['word', 'authority']),
  text: z.string(),
  /** Wordings that hold the word, or communiqués that name or come from the authority. */
  count: z.int().nonnegative(),
})
export type Completion = z.infer<typeof completionSchema>

/** A communiqué that says nearly the same things as another. */
export const similarCommuniqueSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  issuerName: z.string().nullable(),
  language: languageSchema,
  direction: directionSchema,
  sortedOn: calendarDateSchema.nullable(),
  /** The share of what tells the other apart that this one has too, from 0 to 1. */
  likeness: z.number(),
  /** Folded words that both have, the rarest first. */
  sharedWords: z.array(z.string()),
})
export type SimilarCommunique = z.infer<typeof similarCommuniqueSchema>

/** Why one part of a query is answered by a communiqué. */
export const hitReasonSchema = z.strictObject({
  /** The part as it stands in the query. */
  part: z.string(),
  /** How often it was found, and as which words of the original. */
  inTitle: z.int().nonnegative(),
  inText: z.int().nonnegative(),
  inNotes: z.int().nonnegative(),
  spellings: z.array(z.string()),
  /** Wordings of the archive that have it: the fewer, the more it weighs. */
  heldBy: z.int().nonnegative(),
})
export type HitReason = z.infer<typeof hitReasonSchema>

/** The communiqués of one month, or of one year where the month is not known. */
export const trendPointSchema = z.strictObject({
  /** `2025-04`, or `2025`. */
  period: calendarDateSchema,
  count: z.int().nonnegative(),
  /** All the communiqués of the period. */
  outOf: z.int().nonnegative(),
})
export type TrendPoint = z.infer<typeof trendPointSchema>

/** What the search index holds and the room it takes. */
export const indexDescriptionSchema = z.strictObject({
  wordings: z.int().nonnegative(),
  notes: z.int().nonnegative(),
  /** Folded words of all texts, each once. */
  forms: z.int().nonnegative(),
  /** Parts that the words of texts lie in; every search reads all of them. */
  segments: z.int().nonnegative(),
  /** Whole pages of the database. */
  bytes: z.int().nonnegative(),
  /** Titles and texts, in UTF-8. */
  textBytes: z.int().nonnegative(),
})
export type IndexDescription = z.infer<typeof indexDescriptionSchema>
