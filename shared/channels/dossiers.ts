import { z } from 'zod'
import { dossierSchema, dossierSummarySchema, newDossierItemSchema } from '../model/dossier.ts'
import { defineCall } from './channel.ts'

const idSchema = z.string().min(1).max(64)
const idsSchema = z.array(idSchema).min(1).max(10_000)
const titleSchema = z.string().trim().min(1).max(300)
const descriptionSchema = z.string().max(10_000)
const markingSchema = z.string().trim().max(120)

/** Channels about dossiers. Each change is one step, which `dossier.undo` takes back. */
export const dossierChannels = {
  /** In order of title, without those deleted. */
  'dossier.list': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: z.strictObject({ dossiers: z.array(dossierSummarySchema) }),
  }),
  /** A deleted dossier can still be opened, so that its deletion can be undone. */
  'dossier.open': defineCall({
    lane: 'read',
    input: z.strictObject({ id: idSchema }),
    output: dossierSchema,
    failures: ['not-found'],
  }),
  'dossier.create': defineCall({
    lane: 'write',
    input: z.strictObject({
      title: titleSchema,
      description: descriptionSchema.default(''),
      marking: markingSchema.default(''),
      items: z.array(newDossierItemSchema).max(10_000).default([]),
    }),
    output: dossierSchema,
    failures: ['not-found', 'passage-invalid'],
  }),
  /** Absent fields stay as they are. */
  'dossier.describe': defineCall({
    lane: 'write',
    input: z.strictObject({
      id: idSchema,
      title: titleSchema.optional(),
      description: descriptionSchema.optional(),
      marking: markingSchema.optional(),
    }),
    output: dossierSchema,
    failures: ['not-found'],
  }),
  'dossier.delete': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema }),
    output: dossierSchema,
    failures: ['not-found'],
  }),
  /** A communiqué that already stands there whole is not added again. */
  'dossier.add-items': defineCall({
    lane: 'write',
    input: z.strictObject({
      id: idSchema,
      items: z.array(newDossierItemSchema).min(1).max(10_000),
      /** The item they are to stand before; null for the end. */
      beforeId: idSchema.nullable().default(null),
    }),
    output: dossierSchema,
    failures: ['not-found', 'passage-invalid'],
  }),
  /** They keep the order that they had. */
  'dossier.move-items': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema, itemIds: idsSchema, beforeId: idSchema.nullable() }),
    output: dossierSchema,
    failures: ['not-found'],
  }),
  'dossier.remove-items': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema, itemIds: idsSchema }),
    output: dossierSchema,
    failures: ['not-found'],
  }),
  /** Writes a note or a heading anew; `level` is for headings only. */
  'dossier.write-item': defineCall({
    lane: 'write',
    input: z.strictObject({
      id: idSchema,
      itemId: idSchema,
      words: z.string().max(100_000),
      level: z.int().min(1).max(3).optional(),
    }),
    output: dossierSchema,
    failures: ['not-found'],
  }),
  'dossier.undo': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema }),
    output: dossierSchema,
    failures: ['not-found', 'nothing-to-undo'],
  }),
  'dossier.redo': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema }),
    output: dossierSchema,
    failures: ['not-found', 'nothing-to-undo'],
  }),
}
