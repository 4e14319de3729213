import { z } from 'zod'
import { instantSchema } from './provenance.ts'
import { filterSchema } from './search.ts'

/** A search that an officer keeps, with what it finds today and what of that is new. */
export const savedSearchSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  query: z.string(),
  filter: filterSchema,
  createdAt: instantSchema,
  createdBy: z.string(),
  total: z.int().nonnegative(),
  /** Communiqués found whose newest wording came in after the search was last marked as seen. */
  newCount: z.int().nonnegative(),
})
export type SavedSearch = z.infer<typeof savedSearchSchema>
