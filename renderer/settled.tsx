import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Filter } from '../shared/model/search.ts'
import { useDebounced } from './client/use-debounced.ts'
import { useDesk, useQuery } from './desk.tsx'
import { useAnsweredQuery } from './search/search-tools.tsx'

/** What counts beside a list waits for a pause, so that the archive answers the list before it. */
const PAUSE = 300

/** What is listed, once the officer has stopped changing it. */
interface Settled {
  /** As it is typed. */
  readonly query: string
  /** What the list answers, which may be another spelling. */
  readonly answered: string
  readonly filter: Filter
}

const SettledContext = createContext<Settled | null>(null)

/** Stands above all that comes and goes with the list: what is mounted anew has to wait too. */
export function SettledProvider({ children }: { readonly children: ReactNode }) {
  const query = useQuery().trim()
  const answered = useAnsweredQuery()
  const { filter } = useDesk()
  const settled = useDebounced(JSON.stringify({ query, answered, filter }), PAUSE)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- these very two, written as JSON above
  const value = useMemo(() => JSON.parse(settled) as Settled, [settled])
  return <SettledContext value={value}>{children}</SettledContext>
}

/** What is sought and how it is narrowed, for what is counted beside the list. */
export function useSettled(): Settled {
  const settled = use(SettledContext)
  if (settled === null) throw new Error('useSettled needs a SettledProvider around it')
  return settled
}
