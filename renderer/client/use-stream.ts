import { useEffect, useEffectEvent } from 'react'
import type { Backend } from './backend.ts'
import { useConnection } from './connection.tsx'

/** Hears every item of a stream for as long as the component is there; of a new backend, anew. */
export function useStream<Item>(
  open: (backend: Backend, options: { readonly signal: AbortSignal }) => AsyncIterable<Item>,
  hear: (item: Item) => void,
): void {
  const { backend } = useConnection()
  const begin = useEffectEvent(open)
  const told = useEffectEvent(hear)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const listen = async (): Promise<void> => {
      for await (const item of begin(backend, { signal: leaving.signal })) told(item)
    }
    void listen()
    return () => leaving.abort()
  }, [backend])
}
