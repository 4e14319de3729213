import { z } from 'zod'
import { communiqueKindSchema } from './communique-kind.ts'
import { languageSchema, directionSchema } from './language.ts'
import { calendarDateSchema } from './stated-date.ts'

/** An EDTF interval of years or months, such as `2024/2025` or `2024-11/2025-02`. */
export const periodSchema = z.string().regex(/^(?:\d{4}\/\d{4}|\d{4}-\d{2}\/\d{4}-\d{2})$/u)
export type Period = z.infer<typeof periodSchema>

/** What narrows a list or a search. Values within one field are alternatives. */
export const filterSchema = z.strictObject({
  years: z.array(z.string().regex(/^\d{4}$/u)).max(200),
  issuers: z.array(z.string()).max(500),
  languages: z.array(languageSchema).max(4),
  kinds: z.array(communiqueKindSchema).max(10).optional(),
  /** Where the communiqué says that it was written, folded as for search: `rabat` for RABAT. */
  places: z.array(z.string()).max(500).optional(),
  /** Records of people that any of its wordings names, unless that was rejected. */
  people: z.array(z.string()).max(500).optional(),
  /** Tags of its annotations that are not deleted. */
  tags: z.array(z.string()).max(500).optional(),
  /** Whether suggestions about it wait for an officer; the names in its text do not count. */
  review: z
    .array(z.enum(['to-review']))
    .max(1)
    .optional(),
  /** Dossiers that the communiqué stands in, whole or by a passage. */
  dossiers: z.array(z.string()).max(200).optional(),
  /** Saved searches that find it. */
  searches: z.array(z.string()).max(50).optional(),
  /** Months or years, from the first to the last, both included; a month leaves out what is dated by its year only. */
  periods: z.array(periodSchema).max(50).optional(),
  /** Rows of versions: those whose newest wording came in after it. */
  addedAfter: z.array(z.int().nonnegative()).max(1).optional(),
})
export type Filter = z.infer<typeof filterSchema>

/** One value of a facet and how many communiqués carry it under the other filters. */
export const facetValueSchema = z.strictObject({
  value: z.string(),
  label: z.string(),
  count: z.int().nonnegative(),
})
export type FacetValue = z.infer<typeof facetValueSchema>

/** The facets that may have so many values that only the commonest are told unasked. */
export const longFacetSchema = z.enum(['places', 'people', 'tags'])
export type LongFacet = z.infer<typeof longFacetSchema>

/** Exact counts for every facet; of a long one, the commonest values and those chosen. */
export const facetsSchema = z.strictObject({
  years: z.array(facetValueSchema),
  issuers: z.array(facetValueSchema),
  languages: z.array(facetValueSchema),
  kinds: z.array(facetValueSchema),
  places: z.array(facetValueSchema),
  people: z.array(facetValueSchema),
  tags: z.array(facetValueSchema),
  review: z.array(facetValueSchema),
  dossiers: z.array(facetValueSchema),
  /** How many values each long facet has in all. */
  totals: z.record(longFacetSchema, z.int().nonnegative()),
})
export type Facets = z.infer<typeof facetsSchema>

/** Offsets, UTF-16 code units, half open. */
export const spanSchema = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})
export type Span = z.infer<typeof spanSchema>

/**
 * A passage of the original with the words that matched. `start` is the offset of `text` in
 * the field it was cut from; the spans of `matches` index that whole field, not the snippet.
 */
export const snippetSchema = z.strictObject({
  field: z.enum(['title', 'text', 'note']),
  text: z.string(),
  start: z.int().nonnegative(),
  matches: z.array(spanSchema),
  /** The annotation whose note matched; null for a hit in a communiqué. */
  annotationId: z.string().nullable(),
})
export type Snippet = z.infer<typeof snippetSchema>

/** One communiqué that answers a search. */
export const hitSchema = z.strictObject({
  id: z.string(),
  versionId: z.string(),
  title: z.string(),
  titleMatches: z.array(spanSchema),
  issuerName: z.string().nullable(),
  language: languageSchema,
  direction: directionSchema,
  sortedOn: calendarDateSchema.nullable(),
  eventSettled: z.boolean(),
  /** Higher is better; comparable within one search only. */
  score: z.number(),
  snippets: z.array(snippetSchema),
  /** All the versions of the communiqué; the hit is the latest. */
  versionCount: z.int().positive(),
  /** Numbers of the earlier versions that have the words too. */
  alsoIn: z.array(z.int().positive()),
})
export type Hit = z.infer<typeof hitSchema>
