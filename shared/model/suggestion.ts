import { z } from 'zod'
import { evidenceSchema } from './provenance.ts'
import { calendarDateSchema, settlementSchema } from './stated-date.ts'

/** What a rule may propose of a communiqué. */
export const suggestionKindSchema = z.enum(['date', 'issuer', 'publisher', 'relation', 'mention'])
export type SuggestionKind = z.infer<typeof suggestionKindSchema>

/** One value that waits for an officer, with the rule that proposed it and the words it read. */
export const suggestionSchema = z.strictObject({
  kind: suggestionKindSchema,
  /** What the channel that settles it takes: of an issuer or a publisher, the communiqué's. */
  id: z.string(),
  communiqueId: z.string(),
  title: z.string(),
  /** The wording whose words prove it; offsets of the evidence are into that one. */
  versionId: z.string().nullable(),
  /** Role of a date, kind of a relation, kind of what is mentioned; empty for the others. */
  aspect: z.string(),
  /** The date, the name, or the title of the other communiqué. */
  value: z.string(),
  /** The other communiqué of a relation, or the record that is named; null for a date. */
  otherId: z.string().nullable(),
  rule: z.string(),
  /** True for what the source prints as it is; what was deduced is looked at one by one. */
  isStated: z.boolean(),
  /** The day a relative date was counted from, or null. */
  relativeTo: calendarDateSchema.nullable(),
  evidence: evidenceSchema.nullable(),
})
export type Suggestion = z.infer<typeof suggestionSchema>

/** How many suggestions one rule made. */
export const suggestionCountSchema = z.strictObject({
  kind: suggestionKindSchema,
  rule: z.string(),
  count: z.int().nonnegative(),
})
export type SuggestionCount = z.infer<typeof suggestionCountSchema>

/** One decision on several suggestions of one rule; relations are settled one by one. */
export const bulkDecisionSchema = z.strictObject({
  kind: z.enum(['date', 'issuer', 'publisher', 'mention']),
  rule: z.string().max(100),
  ids: z.array(z.string().min(1).max(64)).min(1).max(500),
  settlement: settlementSchema,
})
export type BulkDecision = z.infer<typeof bulkDecisionSchema>
