import type { Language } from '../../shared/model/language.ts'
import type { Filter } from '../../shared/model/search.ts'

/** The fields whose values are words. */
export type FilterField = Exclude<keyof Filter, 'addedAfter'>

/** The fields whose values are counted as facets, in the order they are shown. */
export const FACET_FIELDS = ['years', 'issuers', 'languages', 'dossiers'] as const

const LANGUAGES: readonly Language[] = ['fr', 'ar', 'en', 'und']

/** The filter with one value more, or one less when it was there. */
export function toggleValue(filter: Filter, field: FilterField, value: string): Filter {
  if (field !== 'languages') return { ...filter, [field]: toggled(filter[field] ?? [], value) }
  const language = LANGUAGES.find((known) => known === value)
  return language ? { ...filter, languages: toggled(filter.languages, language) } : filter
}

function toggled<V extends string>(values: readonly V[], value: V): V[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
}
