import { useEffect, useState } from 'react'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import { useConnection } from './connection.tsx'

/** What the administrator settled, as far as a page may know. */
export type ShownPolicy = OutputOf<ShellContract['policy.describe']>

/** The policy in force; null until the shell has told. */
export function usePolicy(): ShownPolicy | null {
  const { backend } = useConnection()
  const [policy, setPolicy] = useState<ShownPolicy | null>(null)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const ask = async (): Promise<void> => {
      const outcome = await backend.shell.call('policy.describe', {}, { signal: leaving.signal })
      if (outcome.ok) setPolicy(outcome.value)
    }
    void ask()
    return () => leaving.abort()
  }, [backend])
  return policy
}
