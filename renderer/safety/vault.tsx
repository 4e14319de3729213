import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { VaultContract } from '../../shared/channels/vault.ts'
import { useConnection } from '../client/connection.tsx'

export type VaultState = OutputOf<VaultContract['vault.describe']>

const VaultContext = createContext<VaultState | null>(null)

/** Hears whether the archive is encrypted and locked, for as long as the window is open. */
export function VaultProvider({ children }: { readonly children: ReactNode }) {
  const { backend } = useConnection()
  const [state, setState] = useState<VaultState | null>(null)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const listen = async (): Promise<void> => {
      const states = backend.archive.stream('vault.watch', {}, { signal: leaving.signal })
      for await (const told of states) setState(told)
    }
    void listen()
    return () => leaving.abort()
  }, [backend])
  return <VaultContext value={state}>{children}</VaultContext>
}

/** The state of the vault; null until it has told. */
export function useVault(): VaultState | null {
  return use(VaultContext)
}
