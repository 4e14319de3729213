import { z } from 'zod'
import {
  anchorReviewSchema,
  anchorStatusSchema,
  annotationConflictSchema,
  annotationKindSchema,
  annotationMergeSchema,
  annotationPageSchema,
  annotationSearchSchema,
  importReportSchema,
  mergeReportSchema,
  annotationRevisionSchema,
  annotationSchema,
  conflictFieldSchema,
  linkedPlaceSchema,
  visibilitySchema,
} from '../model/annotation.ts'
import { digestSchema } from '../model/provenance.ts'
import { bytesSchema, defineCall } from './channel.ts'

const idSchema = z.string().min(1).max(64)
const bodySchema = z.string().max(100_000)
const tagsSchema = z.array(z.string().min(1).max(200)).max(100)

/** What a link or a mention is to lead to. */
const linkRequestSchema = z.discriminatedUnion('to', [
  z.strictObject({
    to: z.literal('communique'),
    communiqueId: idSchema,
    /** UTF-16 code units into its newest wording; null for the communiqué as a whole. */
    span: z.strictObject({ start: z.int().nonnegative(), end: z.int().nonnegative() }).nullable(),
  }),
  z.strictObject({ to: z.literal('authority'), authorityId: idSchema }),
])

/** What leaves the archive: private annotations only where that is asked for. */
const exportChoiceSchema = z.strictObject({
  /** Null for the whole archive. */
  communiqueIds: z.array(idSchema).max(10_000).nullable(),
  includePrivate: z.boolean(),
})

/** Channels about the officer's marks and notes. */
export const annotationChannels = {
  /** On the newest wording unless `versionId` names another; orphans where they last stood. */
  'annotation.list': defineCall({
    lane: 'read',
    input: z.strictObject({ communiqueId: idSchema, versionId: idSchema.optional() }),
    output: z.strictObject({ annotations: z.array(annotationSchema) }),
  }),
  'annotation.create': defineCall({
    lane: 'write',
    input: z.strictObject({
      versionId: idSchema,
      /** UTF-16 code units into the version's text. */
      start: z.int().nonnegative(),
      end: z.int().nonnegative(),
      kind: annotationKindSchema,
      body: bodySchema,
      tags: tagsSchema,
      visibility: visibilitySchema,
      /** For a `link` or a `mention`, and for nothing else. */
      link: linkRequestSchema.optional(),
    }),
    output: annotationSchema,
    failures: ['not-found', 'passage-invalid'],
  }),
  /** Absent fields stay as they are; `withdrawn: true` puts the annotation in its history. */
  'annotation.revise': defineCall({
    lane: 'write',
    input: z.strictObject({
      id: idSchema,
      kind: annotationKindSchema.optional(),
      body: bodySchema.optional(),
      tags: tagsSchema.optional(),
      visibility: visibilitySchema.optional(),
      link: linkRequestSchema.optional(),
      start: z.int().nonnegative().optional(),
      end: z.int().nonnegative().optional(),
      withdrawn: z.boolean().optional(),
    }),
    output: annotationSchema,
    failures: ['not-found', 'passage-invalid'],
  }),
  /** Where the link or mention of an annotation leads in this archive. */
  'annotation.follow-link': defineCall({
    lane: 'read',
    input: z.strictObject({ id: idSchema }),
    output: linkedPlaceSchema,
    failures: ['not-found'],
  }),
  /** Takes back the newest step of this annotation, by a new revision that undoes it. */
  'annotation.undo': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema }),
    output: annotationSchema,
    failures: ['not-found', 'nothing-to-undo'],
  }),
  /** Puts back what the newest undo took back. */
  'annotation.redo': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema }),
    output: annotationSchema,
    failures: ['not-found', 'nothing-to-undo'],
  }),
  /** What was deleted and can still be put back, last deleted first; `total` counts all of it. */
  'annotation.list-withdrawn': defineCall({
    lane: 'read',
    input: z.strictObject({ limit: z.int().min(1).max(500) }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      rows: annotationPageSchema.shape.rows,
    }),
  }),
  /**
   * Erases deleted annotations for good, with their history; all of them for null. `purged` is false
   * while a reader still holds the pages they stood on: these go when the archive is closed.
   */
  'annotation.erase': defineCall({
    lane: 'write',
    input: z.strictObject({ ids: z.array(idSchema).max(10_000).nullable() }),
    output: z.strictObject({ erased: z.int().nonnegative(), purged: z.boolean() }),
    failures: ['not-found'],
  }),
  'annotation.list-history': defineCall({
    lane: 'read',
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ revisions: z.array(annotationRevisionSchema) }),
    failures: ['not-found'],
  }),
  /** The annotations whose place on the newest wording is to be looked at. */
  'annotation.review': defineCall({
    lane: 'read',
    input: z.strictObject({ communiqueId: idSchema }),
    output: z.strictObject({ reviews: z.array(anchorReviewSchema) }),
  }),
  /** Takes back what was carried over to the newest wording; places chosen there stay. */
  'annotation.undo-reanchor': defineCall({
    lane: 'write',
    input: z.strictObject({ communiqueId: idSchema }),
    output: z.strictObject({ undone: z.int().nonnegative() }),
    failures: ['nothing-to-undo'],
  }),
  /** Carries the annotations over to the newest wording, again where that was taken back. */
  'annotation.reanchor': defineCall({
    lane: 'write',
    input: z.strictObject({ communiqueId: idSchema }),
    output: z.strictObject({ counts: z.record(anchorStatusSchema, z.int().nonnegative()) }),
    failures: ['not-found'],
  }),
  /** Settles where an annotation stands on a wording; a step that undo takes back. */
  'annotation.settle-anchor': defineCall({
    lane: 'write',
    input: z.strictObject({
      id: idSchema,
      versionId: idSchema,
      decision: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('accept') }),
        z.strictObject({
          kind: z.literal('place'),
          start: z.int().nonnegative(),
          end: z.int().nonnegative(),
        }),
        z.strictObject({ kind: z.literal('orphan') }),
      ]),
    }),
    output: annotationSchema,
    failures: ['not-found', 'passage-invalid'],
  }),
  /** What colleagues set differently, with every side; of the whole archive for null. */
  'annotation.list-conflicts': defineCall({
    lane: 'read',
    input: z.strictObject({ communiqueId: idSchema.nullable() }),
    output: z.strictObject({ conflicts: z.array(annotationConflictSchema) }),
  }),
  /** Takes the side of one revision; null keeps an annotation that one side withdrew. */
  'annotation.settle-conflict': defineCall({
    lane: 'write',
    input: z.strictObject({
      id: idSchema,
      field: conflictFieldSchema,
      revisionId: digestSchema.nullable(),
    }),
    output: annotationSchema,
    failures: ['not-found'],
  }),
  /** All annotations of the archive, filtered, sorted and counted. */
  'annotation.search-all': defineCall({
    lane: 'read',
    input: annotationSearchSchema,
    output: annotationPageSchema,
  }),
  /** Annotations with their history and texts, as one file for a colleague. */
  'annotation.export-bundle': defineCall({
    lane: 'export',
    input: exportChoiceSchema,
    output: z.strictObject({
      bytes: bytesSchema,
      annotationCount: z.int().nonnegative(),
      textCount: z.int().nonnegative(),
    }),
  }),
  /** What merging a colleague's file would do. */
  'annotation.preview-bundle': defineCall({
    lane: 'read',
    input: z.strictObject({ bytes: bytesSchema }),
    output: mergeReportSchema,
    failures: ['bundle-refused', 'bundle-newer'],
  }),
  /** Merges a colleague's file, after a copy of the archive was made beside it. */
  'annotation.merge-bundle': defineCall({
    lane: 'write',
    input: z.strictObject({ bytes: bytesSchema }),
    output: z.strictObject({ mergeId: z.string(), report: mergeReportSchema }),
    failures: ['bundle-refused', 'bundle-newer', 'file-exists'],
  }),
  /** Every merge and import, newest first, so that one can be taken back later. */
  'annotation.list-merges': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: z.strictObject({ merges: z.array(annotationMergeSchema) }),
  }),
  /** Takes a whole merge or import back; what later work builds upon is kept, and counted. */
  'annotation.undo-merge': defineCall({
    lane: 'write',
    input: z.strictObject({ mergeId: idSchema }),
    output: z.strictObject({ undone: z.int().nonnegative(), kept: z.int().nonnegative() }),
    failures: ['not-found', 'nothing-to-undo'],
  }),
  /** Annotations as W3C Web Annotations in JSON-LD. */
  'annotation.export-web': defineCall({
    lane: 'export',
    input: exportChoiceSchema,
    output: z.strictObject({ json: z.string(), annotationCount: z.int().nonnegative() }),
  }),
  /** Takes in W3C Web Annotations or an export of Hypothesis, after a copy was made. */
  'annotation.import-web': defineCall({
    lane: 'write',
    input: z.strictObject({
      text: z.string().max(50_000_000),
      /** Who may see annotations of a file that does not say so. */
      visibility: visibilitySchema,
    }),
    output: importReportSchema,
    failures: ['file-exists'],
  }),
}
