import { z } from 'zod'
import {
  anchorReviewSchema,
  annotationConflictSchema,
  annotationKindSchema,
  annotationRevisionSchema,
  annotationSchema,
  conflictFieldSchema,
  visibilitySchema,
} from '../model/annotation.ts'
import { digestSchema } from '../model/provenance.ts'
import { defineCall } from './channel.ts'

const idSchema = z.string().min(1).max(64)
const bodySchema = z.string().max(100_000)
const tagsSchema = z.array(z.string().min(1).max(200)).max(100)

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
      start: z.int().nonnegative().optional(),
      end: z.int().nonnegative().optional(),
      withdrawn: z.boolean().optional(),
    }),
    output: annotationSchema,
    failures: ['not-found', 'passage-invalid'],
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
}
