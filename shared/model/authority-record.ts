import { z } from 'zod'
import { languageSchema } from './language.ts'
import { evidenceSchema } from './provenance.ts'
import { spanSchema } from './search.ts'
import { calendarDateSchema, settlementSchema } from './stated-date.ts'

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

/** One of the names of an authority record; the language is null where nobody said which. */
export const authorityNameSchema = z.strictObject({
  name: z.string(),
  language: languageSchema.nullable(),
})
export type AuthorityName = z.infer<typeof authorityNameSchema>

/** A person, body, place or instrument with every name it goes by. */
export const authorityRecordSchema = z.strictObject({
  id: z.string(),
  kind: authorityKindSchema,
  name: z.string(),
  names: z.array(authorityNameSchema),
  /** ISO 3166-1 alpha-2 of a country, else null. */
  countryCode: z.string().nullable(),
  /** `list` for one that came with the application, `text` for one read from a text. */
  origin: z.enum(['text', 'list']),
  /** Passages and attributions that name it, rejected ones left out. */
  mentionCount: z.int().nonnegative(),
  /** How many of them an officer confirmed. */
  confirmedCount: z.int().nonnegative(),
})
export type AuthorityRecord = z.infer<typeof authorityRecordSchema>

/** A passage of a version that names an authority, with the role printed beside it. */
export const mentionSchema = z.strictObject({
  id: z.string(),
  versionId: z.string(),
  authorityId: z.string(),
  kind: authorityKindSchema,
  name: z.string(),
  /** Where the words stand; offsets are UTF-16 code units into that part of the version. */
  part: z.enum(['preamble', 'text']),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  quote: z.string(),
  role: z.string().nullable(),
  settlement: settlementSchema,
  rule: z.string(),
})
export type Mention = z.infer<typeof mentionSchema>

/** What an officer writes of a record: the name it is listed under, and every form of its name. */
export const authorityDraftSchema = z.strictObject({
  name: z.string().trim().min(1).max(300),
  names: z
    .array(authorityNameSchema.extend({ name: z.string().trim().min(1).max(300) }))
    .min(1)
    .max(200),
})
export type AuthorityDraft = z.infer<typeof authorityDraftSchema>

/** A text that names a record, or was issued or published by it, with the role it had that day. */
export const authorityPassageSchema = z.strictObject({
  /** Unique among the passages of one record. */
  id: z.string(),
  communiqueId: z.string(),
  versionId: z.string().nullable(),
  title: z.string(),
  /** How the text names it: in a passage, or as who issued or published it. */
  capacity: z.enum(['mention', 'issuer', 'publisher']),
  /** The role printed beside the name, or null. */
  role: z.string().nullable(),
  /** The date the text is listed under. */
  on: calendarDateSchema.nullable(),
  quote: z.string().nullable(),
  /** Where the words stand in the text, UTF-16 code units; null outside of it. */
  span: spanSchema.nullable(),
  settlement: settlementSchema,
})
export type AuthorityPassage = z.infer<typeof authorityPassageSchema>

/** What joining two authority records would change. */
export const authorityMergePreviewSchema = z.strictObject({
  kept: authorityRecordSchema,
  merged: authorityRecordSchema,
  /** Communiqués issued or published by the one that goes. */
  attributionCount: z.int().nonnegative(),
  mentionCount: z.int().nonnegative(),
  /** Names that the one that stays would gain. */
  addedNames: z.array(authorityNameSchema),
})
export type AuthorityMergePreview = z.infer<typeof authorityMergePreviewSchema>
