import { createContext, use, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useConnection } from './connection.tsx'
import type { Backend } from './backend.ts'

/** Small choices of the interface. The shell keeps them: a page is forgotten with its window. */
export interface Memory {
  /** What was kept under a name, or null. */
  readonly recall: (name: string) => unknown
  /** Keeps a choice for the windows to come. */
  readonly remember: (name: string, value: unknown) => void
}

const MemoryContext = createContext<Memory>({ recall: () => null, remember: () => {} })

/** A window whose shell is slow to answer opens all the same, as a first one would. */
const PATIENCE = 3000

/** Waits for what was kept, so that a window never changes its looks after its first paint. */
export function MemoryProvider({ children }: { readonly children: ReactNode }) {
  const { backend } = useConnection()
  const kept = useRef<Map<string, string>>(new Map())
  const shell = useRef<Backend['shell'] | null>(null)
  const [isOpen, setOpen] = useState(false)
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
      if (listed.ok)
        kept.current = new Map([...Object.entries(listed.value.preferences), ...kept.current])
      setOpen(true)
    }
    void ask()
  }, [backend])
  const memory = useMemo(
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
  return <MemoryContext value={memory}>{isOpen && children}</MemoryContext>
}

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
