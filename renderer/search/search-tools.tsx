import {
  createContext,
  use,
  useCallback,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import type { SavedSearch } from '../../shared/model/saved-search.ts'
import type { Hit } from '../../shared/model/search.ts'
import { filterSize, useDesk, useQuery } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReadOnly } from '../safety/read-only.tsx'
import { useNotices } from '../ui/notices.tsx'

/** What opens above the panes to find or to understand. */
export type SearchTool =
  | { readonly name: 'compose' | 'syntax' | 'trend' | 'save' | 'index' }
  | { readonly name: 'rename'; readonly search: SavedSearch }
  | { readonly name: 'verify' | 'trace'; readonly text: string }
  | { readonly name: 'similar'; readonly communiqueId: string; readonly title: string | null }

interface SearchTools {
  readonly opened: SearchTool | null
  readonly close: () => void
  readonly openTool: (tool: SearchTool) => void
  /** Each says why it cannot when there is nothing to work on. */
  readonly openTrend: () => void
  readonly openSave: () => void
  readonly openSimilar: () => void
  /** With the words given, or those of the last time. */
  readonly openVerify: (text?: string) => void
  readonly openTrace: (text?: string) => void
  /** Keeps what is looked at for the next time that the tool opens. */
  readonly remember: (name: 'verify' | 'trace', text: string) => void
  /** Tells the hit that the arrows stand on; null when there is none. */
  readonly setActiveHit: (hit: Hit | null) => void
  /** Tells that another spelling is answered than the one that was typed; null where none is. */
  readonly setRespelt: (respelt: Respelt | null) => void
  readonly whyShown: boolean
  readonly showWhy: (shown: boolean) => void
  /** Whether recent texts weigh more than their words alone would. */
  readonly favoursRecent: boolean
  readonly favourRecent: (favoured: boolean) => void
}

const SearchToolsContext = createContext<SearchTools | null>(null)
/** By itself: it changes with every answer, and the tools do not. */
const ActiveHitContext = createContext<Hit | null>(null)

/** A query that nothing answers, and the spelling of it that is answered instead. */
interface Respelt {
  readonly query: string
  readonly instead: string
}

const RespeltContext = createContext<Respelt | null>(null)

/** Holds what is open among the tools of searching, and the hit they work on. */
export function SearchToolsProvider({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<SearchTool | null>(null)
  const [texts, setTexts] = useState({ verify: '', trace: '' })
  const [activeHit, showActiveHit] = useState<Hit | null>(null)
  const [respelt, setRespelt] = useState<Respelt | null>(null)
  const lastHit = useRef<Hit | null>(null)
  const [whyShown, showWhy] = useState(false)
  const [favoursRecent, favourRecent] = useState(false)
  const guarded = useGuardedTools(setOpened, lastHit)
  const setActiveHit = useCallback((hit: Hit | null) => {
    lastHit.current = hit
    showActiveHit(hit)
  }, [])
  const remember = useCallback(
    (name: 'verify' | 'trace', text: string) => setTexts((before) => ({ ...before, [name]: text })),
    [],
  )
  const tools = useMemo(
    () => ({
      ...guarded,
      opened,
      close: () => setOpened(null),
      openTool: setOpened,
      openVerify: (text = texts.verify) => setOpened({ name: 'verify', text }),
      openTrace: (text = texts.trace) => setOpened({ name: 'trace', text }),
      remember,
      setActiveHit,
      setRespelt,
      whyShown,
      showWhy,
      favoursRecent,
      favourRecent,
    }),
    [guarded, opened, texts, remember, setActiveHit, whyShown, favoursRecent],
  )
  return (
    <SearchToolsContext value={tools}>
      <RespeltContext value={respelt}>
        <ActiveHitContext value={activeHit}>{children}</ActiveHitContext>
      </RespeltContext>
    </SearchToolsContext>
  )
}

/** The hit that the arrows stand on. */
export function useActiveHit(): Hit | null {
  return use(ActiveHitContext)
}

/** What the list answers: the query as it is typed, or the spelling that is answered instead. */
export function useAnsweredQuery(): string {
  const query = useQuery().trim()
  const respelt = use(RespeltContext)
  return respelt?.query === query ? respelt.instead : query
}

/** The tools of searching. */
export function useSearchTools(): SearchTools {
  const tools = use(SearchToolsContext)
  if (tools === null) throw new Error('the search tools are used outside their provider')
  return tools
}

function useGuardedTools(
  setOpened: (tool: SearchTool) => void,
  lastHit: RefObject<Hit | null>,
): Pick<SearchTools, 'openTrend' | 'openSave' | 'openSimilar'> {
  const { words } = useSpeech()
  const { show } = useNotices()
  const query = useQuery()
  const { filter, place } = useDesk()
  const { reason, tell } = useReadOnly()
  const isSearching = query.trim() !== ''
  return useMemo(
    () => ({
      openTrend: () => {
        if (isSearching) setOpened({ name: 'trend' })
        else show(words.trend.needsQuery)
      },
      openSave: () => {
        if (reason !== null) return tell()
        if (isSearching || filterSize(filter) > 0) setOpened({ name: 'save' })
        else show(words.saved.needsQuery)
      },
      openSimilar: () => {
        const hit = isSearching ? lastHit.current : null
        const communiqueId = hit?.id ?? place?.communiqueId
        if (communiqueId === undefined) show(words.similar.needsText)
        else setOpened({ name: 'similar', communiqueId, title: hit?.title ?? null })
      },
    }),
    [setOpened, lastHit, isSearching, filter, place, reason, tell, show, words],
  )
}
