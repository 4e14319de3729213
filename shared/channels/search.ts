import { z } from 'zod'
import { formulaTraceSchema } from '../model/formula.ts'
import { quotationCheckSchema } from '../model/quotation.ts'
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
}
