import {
  createContext,
  use,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ReactNode,
} from 'react'
import { useConnection } from './connection.tsx'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import type { Backend } from './backend.ts'

/** What the shell could not read of what it keeps. */
type SetAside = OutputOf<ShellContract['preference.list']>['setAside'][number]

/** Small choices of the interface. The shell keeps them: a page is forgotten with its window. */
export interface Memory {
  /** What was kept under a name, or null. */
  readonly recall: (name: string) => unknown
  /** Keeps a choice for the windows to come. */
  readonly remember: (name: string, value: unknown) => void
  /** What the shell set aside as it began, until the officer was told. */
  readonly setAside: readonly SetAside[]
  readonly noteSetAsideSeen: () => void
}

const MemoryContext = createContext<Memory>({
  recall: () => null,
  remember: () => {},
  setAside: [],
  noteSetAsideSeen: () => {},
})

/** A window whose shell is slow to answer opens all the same, as a first one would. */
const PATIENCE = 3000

/** Waits for what was kept, so that a window never changes its looks after its first paint. */
export function MemoryProvider({ children }: { readonly children: ReactNode }) {
  const { backend } = useConnection()
  const kept = useRef<Map<string, string>>(new Map())
  const shell = useRef<Backend['shell'] | null>(null)
  const [isOpen, setOpen] = useState(false)
  const { setAside, tellSetAside, noteSetAsideSeen } = useSetAside()
  useEffect(() => {
    const timer = setTimeout(() => setOpen(true), PATIENCE)
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    shell.current = backend?.shell ?? null
    if (backend === null) return
    const ask = async (): Promise<void> => {
      const listed = await backend.shell.call('preference.list', {})
      // What was chosen meanwhile is newer.
      if (listed.ok) {
        kept.current = new Map([...Object.entries(listed.value.preferences), ...kept.current])
        tellSetAside(listed.value.setAside)
      }
      setOpen(true)
    }
    void ask()
  }, [backend, tellSetAside])
  const choices = useMemo(
    () => ({
      recall: (name: string) => valueFromText(kept.current.get(name)),
      remember: (name: string, value: unknown) => {
        const text = JSON.stringify(value)
        if (kept.current.get(name) === text) return
        kept.current.set(name, text)
        void shell.current?.call('preference.keep', { name, text })
      },
    }),
    [],
  )
  const memory = useMemo(
    () => ({ ...choices, setAside, noteSetAsideSeen }),
    [choices, setAside, noteSetAsideSeen],
  )
  return <MemoryContext value={memory}>{isOpen && children}</MemoryContext>
}

/** What was set aside is told once, however often the page dials again. */
function useSetAside(): Pick<Memory, 'setAside' | 'noteSetAsideSeen'> & {
  readonly tellSetAside: (told: Memory['setAside']) => void
} {
  const [told, tellSetAside] = useState<Memory['setAside']>([])
  const [isSeen, setSeen] = useState(false)
  const noteSetAsideSeen = useCallback(() => setSeen(true), [])
  return { setAside: isSeen ? NOTHING : told, tellSetAside, noteSetAsideSeen }
}

const NOTHING: Memory['setAside'] = []

/** What is kept of the interface, and how to keep more. */
export function useMemory(): Memory {
  return use(MemoryContext)
}

function valueFromText(text: string | undefined): unknown {
  try {
    return text === undefined ? null : JSON.parse(text)
  } catch {
    return null
  }
}
