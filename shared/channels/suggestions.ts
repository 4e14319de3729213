import { z } from 'zod'
import {
  bulkDecisionSchema,
  suggestionCountSchema,
  suggestionKindSchema,
  suggestionSchema,
} from '../model/suggestion.ts'
import { defineCall } from './channel.ts'

/** Channels about what the rules propose and nobody has settled. */
export const suggestionChannels = {
  'suggestion.list': defineCall({
    lane: 'read',
    input: z.strictObject({
      /** Empty for every kind. */
      kinds: z.array(suggestionKindSchema).max(5),
      rule: z.string().max(100).nullable(),
      communiqueId: z.string().min(1).max(64).nullable(),
      /** Only of the texts that one batch added. */
      batchId: z.string().min(1).max(64).optional(),
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(500),
    }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      /** Over the whole archive, by rule. */
      counts: z.array(suggestionCountSchema),
      rows: z.array(suggestionSchema),
    }),
  }),
  /**
   * Settles several suggestions of one rule at once, all or none; `unconfirmed` takes it back.
   * Dates that were deduced are not confirmed this way: `input-refused` at `ids`.
   */
  'suggestion.settle-many': defineCall({
    lane: 'write',
    input: bulkDecisionSchema,
    output: z.strictObject({ settled: z.int().nonnegative() }),
    failures: ['not-found'],
  }),
}
