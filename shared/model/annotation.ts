import { z } from 'zod'
import { authorityKindSchema } from './authority-record.ts'
import { directionSchema, languageSchema } from './language.ts'
import { digestSchema, instantSchema } from './provenance.ts'
import { facetValueSchema } from './search.ts'

/** What the officer means by a mark; each maps to a W3C Web Annotation motivation. */
export const annotationKindSchema = z.enum([
  'highlight',
  'comment',
  'commitment',
  'quotation',
  'question',
  'link',
  'mention',
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

/**
 * What a passage leads to: another communiqué or a passage of it, named by the SHA-256 of the
 * wording it was made on so that it can be followed in another archive, or a person, body, place or
 * instrument of the authority records. Titles and names are as they were when the link was made.
 */
export const annotationLinkSchema = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.literal('communique'),
    communiqueId: z.string(),
    textDigest: digestSchema,
    title: z.string(),
    /** Null for the communiqué as a whole. */
    passage: selectorSchema.omit({ versionId: true }).nullable(),
  }),
  z.strictObject({
    to: z.literal('authority'),
    authorityId: z.string(),
    authorityKind: authorityKindSchema,
    name: z.string().min(1),
  }),
])
export type AnnotationLink = z.infer<typeof annotationLinkSchema>

/** Where a link leads in this archive; `isMoved` where its words now stand elsewhere or differ. */
export const linkedPlaceSchema = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.literal('communique'),
    communiqueId: z.string(),
    /** The newest wording, or the one the link was made on where the newest lost the passage. */
    versionId: z.string(),
    title: z.string(),
    /** UTF-16 code units into that wording; null for the communiqué as a whole. */
    span: z.strictObject({ start: z.int(), end: z.int() }).nullable(),
    isMoved: z.boolean(),
  }),
  z.strictObject({ to: z.literal('authority'), authorityId: z.string(), name: z.string() }),
])
export type LinkedPlace = z.infer<typeof linkedPlaceSchema>

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
  /** Of a `link` or a `mention` what it leads to; null for every other kind. */
  link: annotationLinkSchema.nullable(),
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

/**
 * A passage as it travels between archives: the text is named by the SHA-256 of its UTF-8, for
 * version ids are an archive's own.
 */
const annotationTargetSchema = selectorSchema.omit({ versionId: true }).extend({
  communiqueId: z.string(),
  textDigest: digestSchema,
  /** True where an import found the place and nobody has confirmed it: shown as `to-review`. */
  isProposed: z.boolean().optional(),
})
export type AnnotationTarget = z.infer<typeof annotationTargetSchema>

/**
 * What a revision set; absent fields were left as they were. The first revision of an annotation
 * sets `kind` and `target`. Tags are added and removed one by one so that colleagues' tags add up.
 */
const annotationChangeSchema = z.strictObject({
  kind: annotationKindSchema.optional(),
  body: z.string().max(100_000).optional(),
  /** Set together with `body`. */
  bodyLanguage: languageSchema.optional(),
  addedTags: z.array(z.string().min(1).max(200)).max(100).optional(),
  removedTags: z.array(z.string().min(1).max(200)).max(100).optional(),
  visibility: visibilitySchema.optional(),
  target: annotationTargetSchema.optional(),
  /** Set together with a `kind` of `link` or `mention`. */
  link: annotationLinkSchema.optional(),
  /** The wording in which an officer found no place for the annotation; null takes that back. */
  orphanedIn: digestSchema.nullable().optional(),
  /** The annotation this one answers. */
  inReplyTo: z.string().optional(),
  withdrawn: z.boolean().optional(),
})
export type AnnotationChange = z.infer<typeof annotationChangeSchema>

/** A hybrid logical clock (Kulkarni et al., 2014): never behind a revision its writer had seen. */
const hybridClockSchema = z.strictObject({
  /** Milliseconds since 1970. */
  ms: z.int().nonnegative(),
  counter: z.int().nonnegative(),
})
export type HybridClock = z.infer<typeof hybridClockSchema>

/**
 * One immutable step in an annotation's history, content-addressed: `id` is the SHA-256 of its
 * canonical JSON without `id`. `parents` are the steps its writer had seen and nothing followed;
 * steps are ordered by `clock`, never by `at`, which is the wall clock of one machine.
 */
export const annotationRevisionSchema = z.strictObject({
  id: digestSchema,
  annotationId: z.string(),
  parents: z.array(digestSchema),
  change: annotationChangeSchema,
  /** The revision this one takes back, or null; its own `change` is then empty. */
  undoes: digestSchema.nullable(),
  by: z.string(),
  device: z.string(),
  clock: hybridClockSchema,
  at: instantSchema,
})
export type AnnotationRevision = z.infer<typeof annotationRevisionSchema>

/** What colleagues can set differently; the language of a note is disputed with its words. */
export const conflictFieldSchema = z.enum([
  'kind',
  'body',
  'visibility',
  'target',
  'link',
  'orphanedIn',
  'inReplyTo',
  'withdrawn',
])
export type ConflictField = z.infer<typeof conflictFieldSchema>

/**
 * A field that colleagues set differently without having seen each other: every side, latest last,
 * which is the one shown. For `withdrawn`, the withdrawals that an edit they had not seen outdid.
 */
export const annotationConflictSchema = z.strictObject({
  annotation: annotationSchema,
  field: conflictFieldSchema,
  sides: z.array(annotationRevisionSchema),
})
export type AnnotationConflict = z.infer<typeof annotationConflictSchema>

/** An annotation whose place on the newest version is to be looked at. */
export const anchorReviewSchema = z.strictObject({
  annotation: annotationSchema,
  /** Where it stood before; null for an import. */
  before: selectorSchema.nullable(),
  /** Where it was found; null for an orphan. */
  proposed: selectorSchema.nullable(),
  /** For an orphan, a passage that reads nearly the same. */
  suggestion: selectorSchema.nullable(),
})
export type AnchorReview = z.infer<typeof anchorReviewSchema>

/** What merging somebody's work does, counted in annotations. */
export const mergeReportSchema = z.strictObject({
  newCount: z.int().nonnegative(),
  updatedCount: z.int().nonnegative(),
  knownCount: z.int().nonnegative(),
  /** Annotations that colleagues set differently, to be settled. */
  conflictCount: z.int().nonnegative(),
  /** Texts the archive does not hold: their annotations wait for them. */
  unknownTexts: z.array(z.strictObject({ title: z.string(), annotationCount: z.int().positive() })),
})
export type MergeReport = z.infer<typeof mergeReportSchema>

/** One merge or import, as the list of them tells it. */
export const annotationMergeSchema = z.strictObject({
  id: z.string(),
  source: z.enum(['bundle', 'web', 'hypothesis']),
  mergedBy: z.string(),
  mergedAt: instantSchema,
  undoneAt: instantSchema.nullable(),
  /** Annotations it brought something to. */
  annotationCount: z.int().nonnegative(),
})
export type AnnotationMerge = z.infer<typeof annotationMergeSchema>

/** What an import of another program's annotations did; nothing of the file is left unsaid. */
export const importReportSchema = z.strictObject({
  mergeId: z.string(),
  merge: mergeReportSchema,
  /** Those whose place was only proposed, to be confirmed. */
  toConfirm: z.array(z.strictObject({ id: z.string(), exact: z.string() })),
  unmatched: z.array(
    z.strictObject({
      /** Place in the file, from 0. */
      index: z.int().nonnegative(),
      why: z.enum([
        'unreadable',
        'page-note',
        'text-not-found',
        'passage-not-found',
        'parent-not-found',
        'already-here',
      ]),
      /** The words marked, empty where there are none. */
      exact: z.string(),
    }),
  ),
})
export type ImportReport = z.infer<typeof importReportSchema>

/** Which annotations of the archive are wanted; an empty list does not narrow. */
export const annotationSearchSchema = z.strictObject({
  /** Words that begin words of the note or its tags; empty for all. */
  query: z.string().max(1000),
  filter: z.strictObject({
    kinds: z.array(annotationKindSchema).max(100),
    tags: z.array(z.string().max(200)).max(100),
    authors: z.array(z.string().max(1000)).max(100),
    visibilities: z.array(visibilitySchema).max(100),
    statuses: z.array(anchorStatusSchema).max(100),
  }),
  /** `text` goes by communiqué, newest first, and along its text. */
  sort: z.enum(['newest', 'oldest', 'text']),
  offset: z.int().nonnegative(),
  limit: z.int().min(1).max(500),
})
export type AnnotationSearch = z.infer<typeof annotationSearchSchema>

/** One page of annotations, with the exact total and counts of all that match. */
export const annotationPageSchema = z.strictObject({
  total: z.int().nonnegative(),
  /** Each with the title of its communiqué. */
  rows: z.array(z.strictObject({ annotation: annotationSchema, title: z.string() })),
  facets: z.strictObject({
    kinds: z.array(facetValueSchema),
    tags: z.array(facetValueSchema),
    authors: z.array(facetValueSchema),
    visibilities: z.array(facetValueSchema),
    statuses: z.array(facetValueSchema),
  }),
})
export type AnnotationPage = z.infer<typeof annotationPageSchema>
