import { z } from 'zod'
import { savedSearchSchema } from '../model/saved-search.ts'
import { filterSchema } from '../model/search.ts'
import { defineCall } from './channel.ts'

const idSchema = z.string().min(1).max(64)
const nameSchema = z.string().trim().min(1).max(200)

/** Channels about the searches that an officer keeps. */
export const savedSearchChannels = {
  'saved-search.list': defineCall({
    lane: 'read',
    input: z.strictObject({}),
    output: z.strictObject({ searches: z.array(savedSearchSchema) }),
  }),
  /** How much each finds of what answers a query under a filter. */
  'saved-search.count-within': defineCall({
    lane: 'read',
    input: z.strictObject({ query: z.string().max(2000), filter: filterSchema }),
    output: z.strictObject({
      counts: z.array(z.strictObject({ id: z.string(), count: z.int().nonnegative() })),
    }),
    failures: ['query-invalid'],
  }),
  'saved-search.create': defineCall({
    lane: 'write',
    input: z.strictObject({
      name: nameSchema,
      query: z.string().max(2000),
      filter: filterSchema,
    }),
    output: savedSearchSchema,
    failures: ['query-invalid'],
  }),
  'saved-search.rename': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema, name: nameSchema }),
    output: savedSearchSchema,
    failures: ['not-found'],
  }),
  'saved-search.delete': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema }),
    output: z.strictObject({ id: z.string() }),
    failures: ['not-found'],
  }),
  /** Puts a deleted search back as it was, with what it had counted as seen. */
  'saved-search.restore': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema }),
    output: savedSearchSchema,
    failures: ['not-found'],
  }),
  /** Counts all that the search finds now as seen. */
  'saved-search.mark-seen': defineCall({
    lane: 'write',
    input: z.strictObject({ id: idSchema }),
    output: savedSearchSchema,
    failures: ['not-found'],
  }),
}
