import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react'
import type { Filter, Span } from '../shared/model/search.ts'

export type Sort = 'newest' | 'oldest' | 'title' | 'added'

/** What is open on the desk, and where to look in it. */
export interface Place {
  readonly communiqueId: string
  /** Null for the latest wording. */
  readonly versionId: string | null
  /** Passages of the text that answered a search; the first is brought into view. */
  readonly matches: readonly Span[]
  readonly annotationId: string | null
}

/** The state of the desk: what is looked for, what is listed, what is open. */
export interface Desk {
  readonly query: string
  readonly filter: Filter
  readonly sort: Sort
  readonly place: Place | null
  readonly setQuery: (query: string) => void
  readonly setFilter: (filter: Filter) => void
  readonly setSort: (sort: Sort) => void
  readonly open: (place: PlaceAsked) => void
  readonly leave: () => void
}

type PlaceAsked = Pick<Place, 'communiqueId'> & Partial<Place>

const NO_FILTER: Filter = { years: [], issuers: [], languages: [] }

const DeskContext = createContext<Desk | null>(null)

/** Holds the state of the desk. */
export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<Filter>(NO_FILTER)
  const [sort, setSort] = useState<Sort>('newest')
  const [place, setPlace] = useState<Place | null>(null)
  const open = useCallback((asked: PlaceAsked) => {
    setPlace({ versionId: null, matches: [], annotationId: null, ...asked })
  }, [])
  const leave = useCallback(() => setPlace(null), [])
  const desk = useMemo(
    () => ({ query, filter, sort, place, setQuery, setFilter, setSort, open, leave }),
    [query, filter, sort, place, open, leave],
  )
  return <DeskContext value={desk}>{children}</DeskContext>
}

/** The desk of this window. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('the desk is used outside its provider')
  return desk
}

/** How many values narrow the list. */
export function filterSize(filter: Filter): number {
  return Object.values(filter).reduce((sum, values) => sum + (values?.length ?? 0), 0)
}

/** A filter that narrows nothing. */
export function emptyFilter(): Filter {
  return NO_FILTER
}
