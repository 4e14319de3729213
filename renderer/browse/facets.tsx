import { createContext, use, useDeferredValue, useMemo, useState, type ReactNode } from 'react'
import type { FacetValue, Facets } from '../../shared/model/search.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSettled } from '../settled.tsx'

interface Counted {
  /** Null until they are counted. */
  readonly facets: Facets | null
  /** Among what answers it. */
  readonly query: string
}

const FacetsContext = createContext<Counted>({ facets: null, query: '' })

/** Holds the facets of what is listed: of what a search found, or of the whole list. */
export function FacetsProvider({
  query,
  answered,
  hasFailed,
  children,
}: {
  readonly query: string
  /** The query that the list answers by now, which may be another spelling; null until it does. */
  readonly answered: string | null
  /** Whether the search has no answer: there is nothing to count then. */
  readonly hasFailed: boolean
  readonly children: ReactNode
}) {
  const { words } = useSpeech()
  const { filter } = useDesk()
  const settled = useSettled()
  const isSettled = query === '' || settled.query === query
  const asked = isSettled && answered !== null ? { query: answered, filter } : null
  const { value: facets } = useAnswer('search.count-facets', asked)
  const named = useMemo(() => {
    if (facets === null) return { facets, query }
    const languages = namedBy(words.languages, facets.languages)
    const kinds = namedBy(words.reader.kinds, facets.kinds)
    const review = namedBy({ 'to-review': words.filters.toReview }, facets.review)
    return { facets: { ...facets, languages, kinds, review }, query }
  }, [facets, query, words])
  // The list comes first: boxes with their counts are drawn once it stands, and stay until then.
  const last = useLastCounted(named)
  const shown = useDeferredValue(hasFailed ? named : last)
  return <FacetsContext value={shown}>{children}</FacetsContext>
}

/** The newest that is counted: boxes are not taken away while others are counted. */
function useLastCounted(latest: Counted): Counted {
  const [last, setLast] = useState(latest)
  if (latest.facets === null || latest === last) return last
  setLast(latest)
  return latest
}

function namedBy(
  names: Readonly<Record<string, string>>,
  values: readonly FacetValue[],
): FacetValue[] {
  return values.map((facet) => ({ ...facet, label: names[facet.value] ?? facet.label }))
}

/** The facets of the moment, with the names of their values. */
export function useFacets(): Counted {
  return use(FacetsContext)
}
