import type { Facets, Filter, LongFacet } from '../../shared/model/search.ts'

/** The fields whose values are words. */
export type FilterField = Exclude<keyof Filter, 'addedAfter'>

/** The fields whose values are counted as facets, in the order they are shown. */
export const FACET_FIELDS = [
  'years',
  'issuers',
  'languages',
  'places',
  'people',
  'kinds',
  'tags',
  'review',
  'dossiers',
] as const satisfies readonly (FilterField & keyof Facets)[]

/** The values of the fields that have no others. */
const KNOWN = {
  languages: ['fr', 'ar', 'en', 'und'],
  kinds: ['communique', 'joint-communique', 'declaration', 'press-release', 'wire', 'other'],
  review: ['to-review'],
} as const satisfies Pick<Filter, 'languages' | 'kinds' | 'review'>

/** The filter with one value more, or one less when it was there. */
export function toggleValue(filter: Filter, field: FilterField, value: string): Filter {
  if (field === 'languages' || field === 'kinds' || field === 'review') {
    const known: readonly string[] = KNOWN[field]
    if (!known.includes(value)) return filter
  }
  return { ...filter, [field]: toggled(filter[field] ?? [], value) }
}

/** Whether a facet may have more values than are told unasked. */
export function isLong(field: keyof Facets): field is LongFacet {
  return field === 'places' || field === 'people' || field === 'tags'
}

function toggled(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
}
