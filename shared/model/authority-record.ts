import { z } from 'zod'
import { evidenceSchema } from './provenance.ts'
import { settlementSchema } from './stated-date.ts'

/** What an authority record describes (ISAAR(CPF) entity types, plus place and instrument). */
export const authorityKindSchema = z.enum(['person', 'corporate-body', 'place', 'instrument'])
export type AuthorityKind = z.infer<typeof authorityKindSchema>

/** A communiqué's link to an authority record, with the words that named it. */
export const authorityReferenceSchema = z.strictObject({
  authorityId: z.string(),
  name: z.string(),
  settlement: settlementSchema,
  rule: z.string(),
  evidence: evidenceSchema.nullable(),
})
export type AuthorityReference = z.infer<typeof authorityReferenceSchema>
