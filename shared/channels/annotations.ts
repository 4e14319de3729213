import { z } from 'zod'
import {
  annotationKindSchema,
  annotationRevisionSchema,
  annotationSchema,
  visibilitySchema,
} from '../model/annotation.ts'
import { defineCall } from './channel.ts'

const idSchema = z.string().min(1).max(64)
const bodySchema = z.string().max(100_000)
const tagsSchema = z.array(z.string().min(1).max(200)).max(100)

/** Channels about the officer's marks and notes. */
export const annotationChannels = {
  'annotation.list': defineCall({
    lane: 'read',
    input: z.strictObject({ communiqueId: idSchema }),
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
}
