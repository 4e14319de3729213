import { z } from 'zod'
import { directionSchema, languageSchema } from './language.ts'
import { digestSchema, instantSchema } from './provenance.ts'

/** What the officer means by a mark; each maps to a W3C Web Annotation motivation. */
export const annotationKindSchema = z.enum([
  'highlight',
  'comment',
  'commitment',
  'quotation',
  'question',
])
export type AnnotationKind = z.infer<typeof annotationKindSchema>

/** Private notes never leave the archive unless the officer asks for them. */
export const visibilitySchema = z.enum(['private', 'shareable'])
export type Visibility = z.infer<typeof visibilitySchema>

/**
 * TextQuoteSelector and TextPositionSelector (W3C Web Annotation) on one version. Offsets are
 * UTF-16 code units into `Version.text`; they become code points at the W3C border.
 */
export const selectorSchema = z.strictObject({
  versionId: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  exact: z.string().min(1),
  prefix: z.string(),
  suffix: z.string(),
})
export type Selector = z.infer<typeof selectorSchema>

/** Where an annotation stands on its version. */
export const anchorStatusSchema = z.enum(['attached', 'moved', 'changed', 'to-review', 'orphan'])
export type AnchorStatus = z.infer<typeof anchorStatusSchema>

/** An officer's mark on a passage, with its note. */
export const annotationSchema = z.strictObject({
  id: z.string(),
  communiqueId: z.string(),
  kind: annotationKindSchema,
  /** Plain text with LF line ends; empty for a bare highlight. */
  body: z.string(),
  bodyLanguage: languageSchema,
  bodyDirection: directionSchema,
  tags: z.array(z.string()),
  visibility: visibilitySchema,
  target: selectorSchema,
  status: anchorStatusSchema,
  createdBy: z.string(),
  createdAt: instantSchema,
  modifiedBy: z.string(),
  modifiedAt: instantSchema,
  /** True once withdrawn; a withdrawn annotation is listed only in its history. */
  withdrawn: z.boolean(),
})
export type Annotation = z.infer<typeof annotationSchema>

/** What a revision set; absent fields were left as they were. */
export const annotationChangeSchema = z.strictObject({
  kind: annotationKindSchema.optional(),
  body: z.string().max(100_000).optional(),
  tags: z.array(z.string().min(1).max(200)).max(100).optional(),
  visibility: visibilitySchema.optional(),
  start: z.int().nonnegative().optional(),
  end: z.int().nonnegative().optional(),
  withdrawn: z.boolean().optional(),
})
export type AnnotationChange = z.infer<typeof annotationChangeSchema>

/**
 * One immutable step in an annotation's history, content-addressed: `id` is the SHA-256 of its
 * canonical JSON. Ordered by `sequence`, never by clock.
 */
export const annotationRevisionSchema = z.strictObject({
  id: digestSchema,
  annotationId: z.string(),
  sequence: z.int().positive(),
  parents: z.array(digestSchema),
  change: annotationChangeSchema,
  /** The revision this one undoes, or null. */
  undoes: digestSchema.nullable(),
  by: z.string(),
  at: instantSchema,
})
export type AnnotationRevision = z.infer<typeof annotationRevisionSchema>
