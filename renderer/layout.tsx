import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react'
import { useSettings } from './settings/settings.tsx'

/** How much room the window gives: one pane, list and text, or everything. */
export type Room = 'narrow' | 'medium' | 'wide'

interface Layout {
  readonly room: Room
  readonly filtersShown: boolean
  readonly showFilters: (shown: boolean) => void
}

const NARROW = '(width <= 720px)'
const WIDE = '(width >= 1100px)'

const LayoutContext = createContext<Layout>({
  room: 'wide',
  filtersShown: true,
  showFilters: () => {},
})

/** Watches the width of the window. */
export function LayoutProvider({ children }: { readonly children: ReactNode }) {
  const [room, setRoom] = useState<Room>(roomOfWindow)
  const { settings, change } = useSettings()
  const [overList, setOverList] = useState(false)
  useEffect(() => {
    const queries = [window.matchMedia(NARROW), window.matchMedia(WIDE)]
    const update = (): void => setRoom(roomOfWindow())
    for (const query of queries) query.addEventListener('change', update)
    return () => {
      for (const query of queries) query.removeEventListener('change', update)
    }
  }, [])
  const isWide = room === 'wide'
  const filtersShown = isWide ? (settings.filtersShown ?? true) : overList
  const layout = useMemo(
    () => ({
      room,
      filtersShown,
      showFilters: (shown: boolean) =>
        isWide ? change({ filtersShown: shown }) : setOverList(shown),
    }),
    [room, filtersShown, isWide, change],
  )
  return <LayoutContext value={layout}>{children}</LayoutContext>
}

/** The room of the moment. */
export function useLayout(): Layout {
  return use(LayoutContext)
}

function roomOfWindow(): Room {
  if (window.matchMedia(NARROW).matches) return 'narrow'
  return window.matchMedia(WIDE).matches ? 'wide' : 'medium'
}
