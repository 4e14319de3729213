import { createContext, use, useMemo, useRef, type ReactNode } from 'react'

/** Where an officer was in a list. */
interface ListPlace {
  /** What was listed, and in which order. */
  readonly of: string
  readonly active: number
  /** How far it was scrolled, in pixels of the whole list. */
  readonly offset: number
}

interface KeptPlace {
  readonly read: () => ListPlace | null
  readonly keep: (place: ListPlace) => void
}

const KeptPlaceContext = createContext<KeptPlace>({ read: () => null, keep: () => {} })

/** Keeps the place in the list while a search, a dossier or a text stands where the list was. */
export function KeptPlaceProvider({ children }: { readonly children: ReactNode }) {
  const kept = useRef<ListPlace | null>(null)
  const place = useMemo(
    () => ({
      read: () => kept.current,
      keep: (next: ListPlace) => {
        kept.current = next
      },
    }),
    [],
  )
  return <KeptPlaceContext value={place}>{children}</KeptPlaceContext>
}

/** The last place in a list that comes back as it was, to be read and written. */
export function useKeptPlace(): KeptPlace {
  return use(KeptPlaceContext)
}
