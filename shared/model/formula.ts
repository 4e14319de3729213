import { z } from 'zod'
import { passageSchema, wordingChangeSchema } from './passage.ts'
import { calendarDateSchema } from './stated-date.ts'

/** One time that a formula was said, compared with the time before. */
export const attestationSchema = z.strictObject({
  passage: passageSchema,
  /** 1 for the very words that were asked about, falling towards 0. */
  likeness: z.number(),
  /**
   * From the attestation before to this one, empty for the first: `old` spans index the text of
   * the passage before, `fresh` spans that of this passage.
   */
  changes: z.array(wordingChangeSchema),
  /** Whether the words are those of the attestation before; false for the first. */
  isSameWording: z.boolean(),
  /** Days since the attestation before; null for the first, and where a day is not known. */
  daysSince: z.int().nonnegative().nullable(),
})
export type Attestation = z.infer<typeof attestationSchema>

/** Everyone who said a formula, with the first and the last time; null for an unknown issuer. */
export const formulaIssuerSchema = z.strictObject({
  issuerName: z.string().nullable(),
  count: z.int().positive(),
  firstOn: calendarDateSchema.nullable(),
  lastOn: calendarDateSchema.nullable(),
})
export type FormulaIssuer = z.infer<typeof formulaIssuerSchema>

/** The history of a formula: its attestations by date, undated ones last, and who said it. */
export const formulaTraceSchema = z.strictObject({
  formula: z.string(),
  attestations: z.array(attestationSchema),
  issuers: z.array(formulaIssuerSchema),
})
export type FormulaTrace = z.infer<typeof formulaTraceSchema>
