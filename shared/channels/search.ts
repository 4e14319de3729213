import { z } from 'zod'
import { filterSchema, facetsSchema, hitSchema } from '../model/search.ts'
import { defineCall } from './channel.ts'

/** Channels that find communiqués and notes. */
export const searchChannels = {
  'search.run': defineCall({
    lane: 'read',
    input: z.strictObject({
      query: z.string().max(2000),
      filter: filterSchema,
      offset: z.int().nonnegative(),
      limit: z.int().min(1).max(200),
    }),
    output: z.strictObject({
      total: z.int().nonnegative(),
      hits: z.array(hitSchema),
      facets: facetsSchema,
      /** Other spellings that the archive holds, for words that it does not. */
      suggestions: z.array(z.string()),
    }),
    failures: ['query-invalid'],
  }),
}
