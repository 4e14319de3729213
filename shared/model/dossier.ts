import { z } from 'zod'
import { directionSchema, languageSchema } from './language.ts'
import { passageSchema } from './passage.ts'
import { instantSchema } from './provenance.ts'
import { calendarDateSchema } from './stated-date.ts'

const headSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  /** Printed on every page, for example `Diffusion restreinte`; empty for none. */
  marking: z.string(),
  createdAt: instantSchema,
  createdBy: z.string(),
  modifiedAt: instantSchema,
  modifiedBy: z.string(),
})

/** A dossier as the list of dossiers shows it. */
export const dossierSummarySchema = headSchema.extend({
  itemCount: z.int().nonnegative(),
  /** Different communiqués, whether whole or by a passage. */
  communiqueCount: z.int().nonnegative(),
})
export type DossierSummary = z.infer<typeof dossierSummarySchema>

const communiqueItemSchema = z.strictObject({
  id: z.string(),
  kind: z.literal('communique'),
  communiqueId: z.string(),
  title: z.string(),
  issuerName: z.string().nullable(),
  sortedOn: calendarDateSchema.nullable(),
  language: languageSchema,
  direction: directionSchema,
})

const passageItemSchema = z.strictObject({
  id: z.string(),
  kind: z.literal('passage'),
  passage: passageSchema,
  language: languageSchema,
  direction: directionSchema,
  /** False once the communiqué has a newer wording than the one quoted. */
  isNewest: z.boolean(),
})

const noteItemSchema = z.strictObject({
  id: z.string(),
  kind: z.literal('note'),
  words: z.string(),
})

const headingItemSchema = z.strictObject({
  id: z.string(),
  kind: z.literal('heading'),
  words: z.string(),
  level: z.int().min(1).max(3),
})

/**
 * One line of a dossier. A passage quotes the wording it was taken from for ever; a whole
 * communiqué is always its newest wording.
 */
export const dossierItemSchema = z.discriminatedUnion('kind', [
  communiqueItemSchema,
  passageItemSchema,
  noteItemSchema,
  headingItemSchema,
])
export type DossierItem = z.infer<typeof dossierItemSchema>

/** An ordered outline of communiqués, passages, notes and headings, with what its cover says. */
export const dossierSchema = headSchema.extend({
  items: z.array(dossierItemSchema),
  isDeleted: z.boolean(),
  canUndo: z.boolean(),
  canRedo: z.boolean(),
})
export type Dossier = z.infer<typeof dossierSchema>

/** What is to stand in a dossier. */
export const newDossierItemSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('communique'), communiqueId: z.string().min(1).max(64) }),
  z.strictObject({
    kind: z.literal('passage'),
    versionId: z.string().min(1).max(64),
    /** UTF-16 code units into the text of that wording, half open. */
    start: z.int().nonnegative(),
    end: z.int().nonnegative(),
  }),
  z.strictObject({ kind: z.literal('note'), words: z.string().max(100_000) }),
  z.strictObject({
    kind: z.literal('heading'),
    words: z.string().trim().min(1).max(300),
    level: z.int().min(1).max(3),
  }),
])
export type NewDossierItem = z.infer<typeof newDossierItemSchema>
