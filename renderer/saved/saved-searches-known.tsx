import { createContext, use, type ReactNode } from 'react'
import type { SavedSearch } from '../../shared/model/saved-search.ts'
import { useAnswer } from '../client/use-answer.ts'

const KnownContext = createContext<readonly SavedSearch[] | null>(null)

/** Asks once for the searches that are kept, for all that tells of them. */
export function SavedSearchesProvider({ children }: { readonly children: ReactNode }) {
  const { value } = useAnswer('saved-search.list', {})
  return <KnownContext value={value?.searches ?? null}>{children}</KnownContext>
}

/** The searches that are kept; null until they are known. */
export function useSavedSearches(): readonly SavedSearch[] | null {
  return use(KnownContext)
}
