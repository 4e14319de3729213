import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { useMemory } from '../client/memory.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { filterSize, useDesk } from '../desk.tsx'
import { useSettled } from '../settled.tsx'
import { seenFrom, type Seen } from './last-visit.ts'

interface Visit {
  /** Up to where the archive was seen; null until that is known. */
  readonly seen: Seen | null
  /** How many of what is listed came in since, or have a newer wording. */
  readonly count: number
  /** All that there is now counts as seen. */
  readonly markSeen: () => void
}

const VisitContext = createContext<Visit>({ seen: null, count: 0, markSeen: () => {} })

const MEMORY = 'visits'

/**
 * Knows what came in since the officer last saw the archive. A first visit has seen all that it
 * finds; later ones keep what is new until they say that it is seen.
 */
export function VisitProvider({
  archiveId,
  children,
}: {
  readonly archiveId: string
  readonly children: ReactNode
}) {
  const { recall, remember } = useMemory()
  const { filter, setFilter } = useDesk()
  const [seen, setSeen] = useState<Seen | null>(() => seenFrom(recall(MEMORY))[archiveId] ?? null)
  const settled = useSettled()
  const others = { ...settled.filter, addedAfter: [] }
  const isNarrowed = settled.query !== '' || filterSize(others) > 0
  const { value } = useAnswer(
    'search.count-added',
    { query: settled.answered, filter: others, after: seen?.upTo ?? null },
    // Nothing new among what was sought does not mean that nothing is new.
    isNarrowed ? 'visit-narrowed' : 'visit',
  )
  const latest = value?.latest ?? null
  const isFirst = seen === null && latest !== null
  const isNothingNew = value?.count === 0 && !isNarrowed
  const keep = useCallback(
    (upTo: number): Seen => {
      const now = { upTo, at: new Date().toISOString() }
      remember(MEMORY, { ...seenFrom(recall(MEMORY)), [archiveId]: now })
      return now
    },
    [archiveId, recall, remember],
  )
  useEffect(() => {
    if (latest !== null && (isFirst || isNothingNew)) keep(latest)
  }, [latest, isFirst, isNothingNew, keep])
  const visit = useMemo(
    () => ({
      seen,
      count: value?.count ?? 0,
      markSeen: () => {
        if (latest === null) return
        setSeen(keep(latest))
        setFilter({ ...filter, addedAfter: [] })
      },
    }),
    [seen, value, latest, keep, filter, setFilter],
  )
  return <VisitContext value={visit}>{children}</VisitContext>
}

/** What came in since the officer last saw the archive. */
export function useVisit(): Visit {
  return use(VisitContext)
}
