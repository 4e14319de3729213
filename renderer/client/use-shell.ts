import { useEffect, useState } from 'react'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import { useConnection } from './connection.tsx'

type Shell = OutputOf<ShellContract['shell.describe']>

/** The shell the window runs in; null until it has told. */
export function useShell(): Shell | null {
  const { backend } = useConnection()
  const [shell, setShell] = useState<Shell | null>(null)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const ask = async (): Promise<void> => {
      const outcome = await backend.shell.call('shell.describe', {}, { signal: leaving.signal })
      if (outcome.ok) setShell(outcome.value)
    }
    void ask()
    return () => leaving.abort()
  }, [backend])
  return shell
}
