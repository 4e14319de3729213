import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from 'react'
import { openBackend, type Backend } from './backend.ts'

/** What every hook of this folder stands on. */
interface Connection {
  /** Null until the first connection. */
  readonly backend: Backend | null
  /** True from the loss of a connection until there is another. */
  readonly isLost: boolean
  /** True when no shell opened this page: it will never have a connection. */
  readonly isShut: boolean
  /** Counts what was written: answers that are on screen are asked again when it grows. */
  readonly revision: number
  readonly announceChange: () => void
}

const ConnectionContext = createContext<Connection>({
  backend: null,
  isLost: false,
  isShut: false,
  revision: 0,
  announceChange: () => {},
})

/** Connects once and keeps the newest connection. */
export function ConnectionProvider({ children }: { readonly children: ReactNode }) {
  const [backend, setBackend] = useState<Backend | null>(null)
  const [revision, setRevision] = useState(0)
  const [isLost, setLost] = useState(false)
  const [isShut, setShut] = useState(false)
  useEffect(() => {
    const take = (next: Backend): void => {
      setBackend(next)
      setLost(false)
    }
    openBackend(
      take,
      () => setLost(true),
      () => setShut(true),
    )
  }, [])
  const announceChange = useCallback(() => setRevision((count) => count + 1), [])
  const connection = useMemo(
    () => ({ backend, isLost, isShut, revision, announceChange }),
    [backend, isLost, isShut, revision, announceChange],
  )
  return <ConnectionContext value={connection}>{children}</ConnectionContext>
}

/** The connection of the moment. */
export function useConnection(): Connection {
  return use(ConnectionContext)
}
