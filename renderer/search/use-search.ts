import { useMemo } from 'react'
import type { Filter, Hit } from '../../shared/model/search.ts'
import { usePages, type PagesView, type SourceFrom } from '../client/use-pages.ts'

/** What a search tells beside its hits. */
export interface SearchExtra {
  readonly suggestions: readonly string[]
  /** The spelling that is answered instead of the one that was typed; usually null. */
  readonly corrected: string | null
}

/** Two windows of hits: the first is shown sooner for the less that is read with it. */
const PAGE_SIZE = 10
const PAGES_KEPT = 200

/** The hits of a query, best first, read as they are looked at. An empty query finds nothing. */
export function useSearch(
  query: string,
  filter: Filter,
  favoursRecent: boolean,
): PagesView<Hit, SearchExtra> {
  const source = useMemo<SourceFrom<Hit, SearchExtra> | null>(() => {
    if (query === '') return null
    return ({ archive }) => ({
      size: PAGE_SIZE,
      kept: PAGES_KEPT,
      read: async (offset, limit, signal) => {
        const outcome = await archive.call(
          'search.run',
          { query, filter, offset, limit, favoursRecent },
          { signal },
        )
        if (!outcome.ok) return outcome
        const { total, hits, ...extra } = outcome.value
        return { ok: true, value: { total, rows: hits, extra } }
      },
    })
  }, [query, filter, favoursRecent])
  return usePages(source)
}
