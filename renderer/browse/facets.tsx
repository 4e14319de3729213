import { createContext, use, useDeferredValue, useMemo, type ReactNode } from 'react'
import type { Facets } from '../../shared/model/search.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'

const FacetsContext = createContext<Facets | null>(null)

/** Holds the facets of what is listed: those of the search, or those of the whole list. */
export function FacetsProvider({
  query,
  searchFacets,
  children,
}: {
  readonly query: string
  readonly searchFacets: Facets | null
  readonly children: ReactNode
}) {
  const { words } = useSpeech()
  const { filter } = useDesk()
  const listed = useAnswer('communique.count-facets', query === '' ? { filter } : null, 'facets')
  const facets = query === '' ? listed.value : searchFacets
  const named = useMemo(() => {
    if (facets === null) return null
    const names: Readonly<Record<string, string>> = words.languages
    const languages = facets.languages.map((facet) => ({
      ...facet,
      label: names[facet.value] ?? facet.label,
    }))
    return { ...facets, languages }
  }, [facets, words])
  // The list comes first: boxes with their counts are drawn once it stands.
  const shown = useDeferredValue(named)
  return <FacetsContext value={shown}>{children}</FacetsContext>
}

/** The facets of the moment, languages named; null until they are counted. */
export function useFacets(): Facets | null {
  return use(FacetsContext)
}
