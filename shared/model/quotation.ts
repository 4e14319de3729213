import { z } from 'zod'
import { passageSchema, wordingChangeSchema } from './passage.ts'

/** In what two spellings of the same words may differ without the wording being altered. */
export const typographyKindSchema = z.enum([
  'invisible',
  'space',
  'apostrophe',
  'quotation-mark',
  'dash',
  'ellipsis',
  'ligature',
  'vowel-sign',
  'letter-shape',
  'case',
  'capital-accent',
  'accent',
  'edge-punctuation',
])
export type TypographyKind = z.infer<typeof typographyKindSchema>

/** One place where a quotation is typeset otherwise than its source. */
export const typographicDifferenceSchema = z.strictObject({
  kinds: z.array(typographyKindSchema).min(1),
  /** As the archive has it, and as it was quoted. */
  archive: z.string(),
  quoted: z.string(),
})
export type TypographicDifference = z.infer<typeof typographicDifferenceSchema>

/**
 * Whether a quotation (`quotation`: as given, in NFC, without the white space around it) is in the archive: to the letter, in another typography only, altered, or not.
 * `places` are all the places (at most 50 of `total`) when they are; the nearest passage when
 * they are altered. `typography` and `changes` compare the quotation with the first place:
 * `old` spans index that passage's own `text`, `fresh` spans the quotation.
 */
export const quotationCheckSchema = z.strictObject({
  quotation: z.string(),
  verdict: z.enum(['verbatim', 'typographic', 'altered', 'absent']),
  total: z.int().nonnegative(),
  places: z.array(passageSchema),
  typography: z.array(typographicDifferenceSchema),
  changes: z.array(wordingChangeSchema),
})
export type QuotationCheck = z.infer<typeof quotationCheckSchema>
