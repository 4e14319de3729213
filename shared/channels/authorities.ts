import { z } from 'zod'
import {
  authorityDraftSchema,
  authorityKindSchema,
  authorityMergePreviewSchema,
  authorityPassageSchema,
  authorityRecordSchema,
  mentionSchema,
} from '../model/authority-record.ts'
import { settlementSchema } from '../model/stated-date.ts'
import { defineCall } from './channel.ts'

const idSchema = z.string().min(1).max(64)

const pairSchema = z.strictObject({ keptId: idSchema, mergedId: idSchema })

/** Channels about who and what the texts name. */
export const authorityChannels = {
  /** The passages of one version that name a person, a body, a place or an instrument. */
  'mention.list': defineCall({
    lane: 'read',
    input: z.strictObject({ versionId: idSchema }),
    output: z.strictObject({ mentions: z.array(mentionSchema) }),
  }),
  /** Confirms or rejects a mention, or says that it names another record. */
  'mention.settle': defineCall({
    lane: 'write',
    input: z.strictObject({
      id: idSchema,
      settlement: settlementSchema,
      /** The record it names; null keeps the proposed one. */
      authorityId: idSchema.nullable(),
    }),
    output: z.strictObject({ versionId: z.string() }),
    failures: ['not-found'],
  }),
  'authority.list': defineCall({
    lane: 'read',
    input: z.strictObject({
      kind: authorityKindSchema.nullable(),
      /** Words that one of the names holds; empty for all. */
      query: z.string().max(200),
      /** Leaves out the records that no text of the archive names. */
      onlyNamed: z.boolean(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      rows: z.array(authorityRecordSchema),
    }),
  }),
  'authority.get': defineCall({
    lane: 'read',
    input: z.strictObject({ id: idSchema }),
    output: authorityRecordSchema,
    failures: ['not-found'],
  }),
  /** The texts that name a record, the newest first; rejected ones are left out. */
  'authority.list-passages': defineCall({
    lane: 'read',
    input: z.strictObject({
      id: idSchema,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      rows: z.array(authorityPassageSchema),
    }),
    failures: ['not-found'],
  }),
  /** Adds a record. Where one of that kind has the name already, that one is given back. */
  'authority.create': defineCall({
    lane: 'write',
    input: authorityDraftSchema.extend({ kind: authorityKindSchema }),
    output: authorityRecordSchema,
  }),
  /**
   * Writes the names of a record anew; the same call with the names before takes it back. A name
   * that another record of its kind is listed under is `input-refused` at `name`.
   */
  'authority.revise': defineCall({
    lane: 'write',
    input: authorityDraftSchema.extend({ id: idSchema }),
    output: authorityRecordSchema,
    failures: ['not-found'],
  }),
  /** What joining two records of one kind would change; changes nothing. */
  'authority.preview-merge': defineCall({
    lane: 'read',
    input: pairSchema,
    output: authorityMergePreviewSchema,
    failures: ['not-found'],
  }),
  'authority.merge': defineCall({
    lane: 'write',
    input: pairSchema,
    output: z.strictObject({ mergeId: z.string() }),
    failures: ['not-found'],
  }),
  'authority.undo-merge': defineCall({
    lane: 'write',
    input: z.strictObject({ mergeId: idSchema }),
    output: z.strictObject({ mergeId: z.string() }),
    failures: ['not-found', 'nothing-to-undo'],
  }),
}
