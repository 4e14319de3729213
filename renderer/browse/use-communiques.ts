import { useMemo } from 'react'
import type { CommuniqueSummary } from '../../shared/model/communique.ts'
import type { Filter } from '../../shared/model/search.ts'
import { usePages, type PagesView, type SourceFrom } from '../client/use-pages.ts'
import type { Sort } from '../desk.tsx'

const PAGE_SIZE = 100
const PAGES_KEPT = 60

/** The communiqués under a filter, in one order, read as they are looked at. */
export function useCommuniques(filter: Filter, sort: Sort): PagesView<CommuniqueSummary, null> {
  const source = useMemo<SourceFrom<CommuniqueSummary, null>>(
    () =>
      ({ archive }) => ({
        size: PAGE_SIZE,
        kept: PAGES_KEPT,
        read: async (offset, limit, signal) => {
          const input = { filter, sort, offset, limit }
          const outcome = await archive.call('communique.list', input, { signal })
          return outcome.ok ? { ok: true, value: { ...outcome.value, extra: null } } : outcome
        },
      }),
    [filter, sort],
  )
  return usePages(source)
}
