import { z } from 'zod'
import { languageSchema, directionSchema } from './language.ts'
import { digestSchema, instantSchema, sourceFileSchema, evidenceSchema } from './provenance.ts'
import { calendarDateSchema, settlementSchema, statedDateSchema } from './stated-date.ts'
import { communiqueKindSchema } from './communique-kind.ts'
import { authorityReferenceSchema } from './authority-record.ts'

/** A paragraph as offsets (UTF-16 code units) into `Version.text`; its words live only there. */
export const paragraphSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  kind: z.enum(['body', 'heading', 'list-item']),
  language: languageSchema,
  direction: directionSchema,
})
export type Paragraph = z.infer<typeof paragraphSchema>

/**
 * One immutable wording of a communiqué. `text` is NFC with LF line ends and holds the body
 * only: paragraphs are separated by exactly one blank line. `preamble` keeps the lines that
 * stood before the body (header, title, date line) as they were read.
 */
export const versionSchema = z.strictObject({
  id: z.string(),
  communiqueId: z.string(),
  /** 1 for the first wording, counting up. */
  number: z.int().positive(),
  title: z.string(),
  titleEvidence: evidenceSchema.nullable(),
  preamble: z.string(),
  text: z.string(),
  paragraphs: z.array(paragraphSchema),
  language: languageSchema,
  direction: directionSchema,
  /** SHA-256 of `text` in UTF-8. */
  digest: digestSchema,
  source: sourceFileSchema,
  createdAt: instantSchema,
})
export type Version = z.infer<typeof versionSchema>

/** A version without its text, for lists of versions. */
export const versionSummarySchema = versionSchema.omit({
  titleEvidence: true,
  preamble: true,
  text: true,
  paragraphs: true,
})
export type VersionSummary = z.infer<typeof versionSummarySchema>

/** How two communiqués belong together. Proposed by a rule, settled by the officer. */
export const relationSchema = z.strictObject({
  id: z.string(),
  kind: z.enum(['relays', 'amends', 'same-event']),
  communiqueId: z.string(),
  title: z.string(),
  settlement: settlementSchema,
})
export type Relation = z.infer<typeof relationSchema>

/** The item-level description of one communiqué (ISAD(G) level: item). Never its text. */
export const communiqueSchema = z.strictObject({
  id: z.string(),
  /** Reference printed by the issuer, or null. */
  referenceCode: z.string().nullable(),
  kind: communiqueKindSchema,
  /** Who speaks. Null until a rule or an officer names it. */
  issuer: authorityReferenceSchema.nullable(),
  /** Who printed or relayed it. */
  publisher: authorityReferenceSchema.nullable(),
  place: z.string().nullable(),
  dates: z.array(statedDateSchema),
  createdAt: instantSchema,
})
export type Communique = z.infer<typeof communiqueSchema>

/** One row of the list: what an officer needs to choose a text. */
export const communiqueSummarySchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  issuerName: z.string().nullable(),
  language: languageSchema,
  direction: directionSchema,
  /** Event date, confirmed or suggested; null when none is known. */
  eventOn: calendarDateSchema.nullable(),
  /** False while the event date is only a suggestion. */
  eventSettled: z.boolean(),
  publishedOn: calendarDateSchema.nullable(),
  /** The date the list is sorted by: event, else published, else header. */
  sortedOn: calendarDateSchema.nullable(),
  versionCount: z.int().positive(),
  annotationCount: z.int().nonnegative(),
})
export type CommuniqueSummary = z.infer<typeof communiqueSummarySchema>

/** Everything the reading view needs of one communiqué. */
export const communiqueRecordSchema = z.strictObject({
  communique: communiqueSchema,
  version: versionSchema,
  versions: z.array(versionSummarySchema),
  relations: z.array(relationSchema),
})
export type CommuniqueRecord = z.infer<typeof communiqueRecordSchema>
