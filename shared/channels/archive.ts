import { z } from 'zod'
import { calendarDateSchema, dateRoleSchema, settlementSchema } from '../model/stated-date.ts'
import {
  communiqueRecordSchema,
  communiqueSummarySchema,
  relationSchema,
} from '../model/communique.ts'
import { journalRecordSchema, journalRequestSchema } from '../model/journal.ts'
import { digestSchema, instantSchema } from '../model/provenance.ts'
import { filterSchema } from '../model/search.ts'
import { bytesSchema, defineCall, defineStream } from './channel.ts'

const idSchema = z.string().min(1).max(64)

const attributionDecisionSchema = z.strictObject({
  communiqueId: idSchema,
  settlement: settlementSchema,
  /** The record it really is; without it the proposed one stays. */
  authorityId: idSchema.optional(),
})

const progressSchema = z.strictObject({
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
})

/** Channels about the archive as a whole and the communiqués in it. */
export const archiveChannels = {
  'archive.describe': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: z.strictObject({
      archiveId: z.string(),
      /** File name of the archive, without its folder. */
      name: z.string(),
      schemaVersion: z.int(),
      communiqueCount: z.int().nonnegative(),
      annotationCount: z.int().nonnegative(),
      suggestionCount: z.int().nonnegative(),
      readOnly: z.boolean(),
      createdAt: instantSchema,
      actor: z.string(),
      /**
       * The log of a program that was killed was found wanting when the archive was last opened: taken
       * away, cut or damaged, or that of another archive. Null where that was not so of late.
       */
      logLoss: z
        .strictObject({ at: instantSchema, loss: z.enum(['removed', 'cut', 'foreign']) })
        .nullable(),
    }),
  }),
  /** Re-reads every stored digest; each finding names what no longer matches. */
  'archive.verify': defineStream({
    lane: 'read',
    input: z.strictObject({}),
    item: progressSchema,
    output: z.strictObject({
      checked: z.int().nonnegative(),
      findings: z.array(
        z.strictObject({
          what: z.enum([
            'source-file',
            'version',
            'annotation',
            'journal',
            'database',
            'search-index',
          ]),
          id: z.string(),
        }),
      ),
    }),
  }),
  /** A verified copy of the whole archive as bytes of a single file. */
  'archive.back-up': defineCall({
    lane: 'export',
    input: z.strictObject({ path: z.string().min(1).max(4096) }),
    output: z.strictObject({ size: z.int().nonnegative(), digest: digestSchema }),
    failures: ['file-exists'],
  }),
  /**
   * The whole archive in open formats, as the pieces of one ZIP file to be written one after the
   * other; see docs/archive-format.md.
   */
  'archive.export-open': defineStream({
    lane: 'export',
    input: z.strictObject({ includePrivate: z.boolean() }),
    item: progressSchema.extend({ bytes: bytesSchema }),
    output: z.strictObject({
      fileName: z.string(),
      fileCount: z.int().positive(),
      communiqueCount: z.int().nonnegative(),
      originalCount: z.int().nonnegative(),
      annotationCount: z.int().nonnegative(),
    }),
  }),
  /** Who changed what, newest first. */
  'archive.list-journal': defineCall({
    lane: 'read',
    input: journalRequestSchema,
    output: z.strictObject({
      total: z.int().nonnegative(),
      entries: z.array(journalRecordSchema),
    }),
  }),
  'communique.list': defineCall({
    lane: 'read',
    input: z.strictObject({
      filter: filterSchema,
      sort: z.enum(['newest', 'oldest', 'published', 'title', 'added']),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      rows: z.array(communiqueSummarySchema),
    }),
  }),
  /** One communiqué with one of its wordings; the latest unless `versionId` names another. */
  'communique.get': defineCall({
    lane: 'read',
    input: z.strictObject({ id: idSchema, versionId: idSchema.nullable() }),
    output: communiqueRecordSchema,
    failures: ['not-found'],
  }),
  /**
   * Confirms or rejects a suggested date, or corrects its value or its role. Without a value,
   * `unconfirmed` brings back what the rule had proposed.
   */
  'date.settle': defineCall({
    lane: 'write',
    input: z.strictObject({
      id: idSchema,
      settlement: settlementSchema,
      /** A corrected value; null keeps the suggested one. */
      value: calendarDateSchema.nullable(),
      /** A corrected role; without it the date keeps its own. */
      role: dateRoleSchema.optional(),
    }),
    output: z.strictObject({ communiqueId: z.string() }),
    failures: ['not-found'],
  }),
  /** Confirms or rejects who is said to have issued a communiqué. */
  'issuer.settle': defineCall({
    lane: 'write',
    input: attributionDecisionSchema,
    output: z.strictObject({ communiqueId: z.string() }),
    failures: ['not-found'],
  }),
  /** Confirms or rejects who is said to have printed or relayed a communiqué. */
  'publisher.settle': defineCall({
    lane: 'write',
    input: attributionDecisionSchema,
    output: z.strictObject({ communiqueId: z.string() }),
    failures: ['not-found'],
  }),
  /**
   * Confirms or rejects that two communiqués belong together. A confirmed «amends» makes the text
   * the next version of the other communiqué; anything else parts them again as they were.
   */
  'relation.settle': defineCall({
    lane: 'write',
    input: z.strictObject({
      id: idSchema,
      settlement: settlementSchema,
      /** What the link really is; without it the proposed kind stays. */
      kind: relationSchema.shape.kind.optional(),
    }),
    output: z.strictObject({ communiqueId: z.string() }),
    failures: ['not-found'],
  }),
  /** The original bytes of a source file, exactly as they were ingested. */
  'source.read': defineCall({
    lane: 'read',
    input: z.strictObject({ digest: digestSchema }),
    output: z.strictObject({
      name: z.string(),
      mediaType: z.string(),
      bytes: bytesSchema,
    }),
    failures: ['not-found'],
  }),
  /** Which source files the archive does not hold, by the digests of their bytes. */
  'source.list-missing': defineCall({
    lane: 'read',
    input: z.strictObject({ digests: z.array(digestSchema).max(1000) }),
    output: z.strictObject({ missing: z.array(digestSchema) }),
  }),
}
