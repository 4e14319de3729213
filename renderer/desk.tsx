import { createContext, use, useMemo, useState, type ReactNode } from 'react'
import type { Filter } from '../shared/model/search.ts'
import { ONE_TAB, openAside, placeOf, walk, type Tabs } from './tabs.ts'
import { NOWHERE, stepTo, type Place, type Walked } from './trail.ts'

export type Sort = 'newest' | 'oldest' | 'published' | 'title' | 'added'

/** The state of the desk: what is listed and what is open; what is looked for is told apart. */
export interface Desk {
  readonly filter: Filter
  readonly sort: Sort
  readonly place: Place | null
  readonly setQuery: (query: string) => void
  readonly setFilter: (filter: Filter) => void
  readonly setSort: (sort: Sort) => void
  readonly open: (place: PlaceAsked) => void
  /** Opens a text in a tab behind the one in front. */
  readonly openAside: (place: PlaceAsked) => void
  readonly leave: () => void
  /** Goes back to the text that was open before, or forward again; undefined where there is none. */
  readonly back: (() => void) | undefined
  readonly forward: (() => void) | undefined
  /** How far each place was scrolled when it was left, in pixels. */
  readonly tops: WeakMap<Place, number>
  readonly tabs: Tabs
  readonly changeTabs: (change: (tabs: Tabs) => Tabs) => void
}

/** Where to open a text: its latest wording, unless told otherwise. */
export type PlaceAsked = Pick<Place, 'communiqueId'> & Partial<Place>

const NO_FILTER: Filter = { years: [], issuers: [], languages: [] }

const DeskContext = createContext<Desk | null>(null)
/** By itself: what does not show it is not drawn again with each letter. */
const QueryContext = createContext('')

/** Holds the state of the desk. */
export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const [query, setQuery] = useState('')
  const [filter, setFilter] = useState<Filter>(NO_FILTER)
  const [sort, setSort] = useState<Sort>('newest')
  const trail = useTrail()
  const desk = useMemo(
    () => ({ filter, sort, setQuery, setFilter, setSort, ...trail }),
    [filter, sort, trail],
  )
  return (
    <DeskContext value={desk}>
      <QueryContext value={query}>{children}</QueryContext>
    </DeskContext>
  )
}

type Trail = Pick<
  Desk,
  'place' | 'open' | 'openAside' | 'leave' | 'back' | 'forward' | 'tops' | 'tabs' | 'changeTabs'
>

/** The tabs of the reader, and in the one in front the texts that were open in turn. */
function useTrail(): Trail {
  const [tabs, changeTabs] = useState(ONE_TAB)
  const [tops] = useState(() => new WeakMap<Place, number>())
  return useMemo(() => {
    const inFront = tabs.open[tabs.at]
    const { places, at, isAway } = inFront?.walked ?? NOWHERE
    const change = (to: (walked: Walked) => Walked): void =>
      changeTabs((before) => walk(before, to))
    const goTo = (to: number): (() => void) | undefined =>
      places[to] && (() => change((before) => ({ ...before, at: to, isAway: false })))
    return {
      place: placeOf(inFront),
      open: (asked) => change((before) => stepTo(before, placeFrom(asked))),
      openAside: (asked) => changeTabs((before) => openAside(before, placeFrom(asked))),
      leave: () => change((before) => ({ ...before, isAway: true })),
      back: goTo(isAway ? at : at - 1),
      forward: goTo(at + 1),
      tops,
      tabs,
      changeTabs,
    }
  }, [tabs, tops])
}

const placeFrom = (asked: PlaceAsked): Place => ({
  versionId: null,
  matches: [],
  annotationId: null,
  ...asked,
})

/** The desk of this window. */
export function useDesk(): Desk {
  const desk = use(DeskContext)
  if (desk === null) throw new Error('the desk is used outside its provider')
  return desk
}

/** What is looked for in this window, as it is typed. */
export function useQuery(): string {
  return use(QueryContext)
}

/** How many values narrow the list. */
export function filterSize(filter: Filter): number {
  return Object.values(filter).reduce((sum, values) => sum + (values?.length ?? 0), 0)
}

/** A filter that narrows nothing. */
export function emptyFilter(): Filter {
  return NO_FILTER
}
