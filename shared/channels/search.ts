import { z } from 'zod'
import {
  completionSchema,
  hitReasonSchema,
  indexDescriptionSchema,
  similarCommuniqueSchema,
  trendPointSchema,
} from '../model/discovery.ts'
import { formulaTraceSchema } from '../model/formula.ts'
import { quotationCheckSchema } from '../model/quotation.ts'
import {
  facetValueSchema,
  facetsSchema,
  filterSchema,
  hitSchema,
  longFacetSchema,
} from '../model/search.ts'
import { calendarDateSchema } from '../model/stated-date.ts'
import { defineCall, defineStream } from './channel.ts'

/** Channels that find communiqués and notes. */
export const searchChannels = {
  'search.run': defineCall({
    lane: 'read',
    input: z.strictObject({
      query: z.string().max(2000),
      filter: filterSchema,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
      /** Whether recent texts weigh more than their words alone would. */
      favoursRecent: z.boolean().optional(),
    }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      hits: z.array(hitSchema),
      /** Other spellings that the archive holds, for words that it does not. */
      suggestions: z.array(z.string()),
      /** The spelling that is answered instead, where nothing answers the one asked. */
      corrected: z.string().nullable(),
    }),
    failures: ['query-invalid'],
  }),
  /** The facets of what answers a query, or of the whole list for an empty one. */
  'search.count-facets': defineCall({
    lane: 'read',
    input: z.strictObject({ query: z.string().max(2000), filter: filterSchema }),
    output: facetsSchema,
    failures: ['query-invalid'],
  }),
  /** The values of a long facet whose names have the words, the commonest first. */
  'search.find-facet-values': defineCall({
    lane: 'read',
    input: z.strictObject({
      query: z.string().max(2000),
      filter: filterSchema,
      facet: longFacetSchema,
      words: z.string().max(200),
      limit: z.int().min(1).max(1000),
    }),
    output: z.strictObject({
      values: z.array(facetValueSchema),
      /** How many there are in all. */
      total: z.int().nonnegative(),
    }),
    failures: ['query-invalid'],
  }),
  /** Whether words are in the archive to the letter, typeset otherwise, altered, or not at all. */
  'search.verify-quotation': defineCall({
    lane: 'read',
    input: z.strictObject({ quotation: z.string().min(1).max(20_000) }),
    output: quotationCheckSchema,
  }),
  /** Every wording of a formula in order of date, each compared with the one before. */
  'search.trace-formula': defineCall({
    lane: 'read',
    input: z.strictObject({ formula: z.string().min(1).max(2000) }),
    output: formulaTraceSchema,
  }),
  /** Communiqués that say nearly the same things, likest first. */
  'search.find-similar': defineCall({
    lane: 'read',
    input: z.strictObject({
      communiqueId: z.string().min(1).max(64),
      limit: z.int().min(1).max(100),
    }),
    output: z.strictObject({ similar: z.array(similarCommuniqueSchema) }),
    failures: ['not-found'],
  }),
  /** What may follow the last word typed: names of authority records and words of the archive. */
  'search.complete': defineCall({
    lane: 'read',
    input: z.strictObject({ start: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.strictObject({ completions: z.array(completionSchema) }),
  }),
  /** Why a communiqué answers a query, part by part. */
  'search.explain': defineCall({
    lane: 'read',
    input: z.strictObject({
      query: z.string().max(2000),
      communiqueId: z.string().min(1).max(64),
    }),
    output: z.strictObject({ reasons: z.array(hitReasonSchema) }),
    failures: ['query-invalid', 'not-found'],
  }),
  /** How often an expression comes, month by month, and where it came first. */
  'search.count-trend': defineCall({
    lane: 'read',
    input: z.strictObject({ query: z.string().max(2000), filter: filterSchema }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      points: z.array(trendPointSchema),
      undated: z.int().nonnegative(),
      first: z
        .strictObject({
          communiqueId: z.string(),
          title: z.string(),
          sortedOn: calendarDateSchema,
        })
        .nullable(),
    }),
    failures: ['query-invalid'],
  }),
  /**
   * How many of what answers a query under a filter came in after a wording (none after null), and
   * the last that came in.
   */
  'search.count-added': defineCall({
    lane: 'read',
    input: z.strictObject({
      query: z.string().max(2000),
      filter: filterSchema,
      after: z.int().nonnegative().nullable(),
    }),
    output: z.strictObject({ count: z.int().nonnegative(), latest: z.int().nonnegative() }),
    failures: ['query-invalid'],
  }),
  /** What the search index holds, and the room it takes beside the texts. */
  'search.describe-index': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: indexDescriptionSchema,
  }),
  /** Joins the parts that imports left in the index; each item tells how many there are still. */
  'search.compact-index': defineStream({
    lane: 'write',
    input: z.strictObject({}),
    item: z.strictObject({ segments: z.int().nonnegative() }),
    output: z.strictObject({ segments: z.int().nonnegative() }),
  }),
  /** Makes the index again from the texts and notes. Until it ends, searches may miss some. */
  'search.rebuild-index': defineStream({
    lane: 'write',
    input: z.strictObject({}),
    item: z.strictObject({ done: z.int().nonnegative(), total: z.int().nonnegative() }),
    output: z.strictObject({ indexed: z.int().nonnegative() }),
  }),
}
