import { createContext, use, useState, type ReactNode } from 'react'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { VaultContract } from '../../shared/channels/vault.ts'
import { useStream } from '../client/use-stream.ts'

export type VaultState = OutputOf<VaultContract['vault.describe']>

const VaultContext = createContext<VaultState | null>(null)

/** Hears whether the archive is encrypted and locked, for as long as the window is open. */
export function VaultProvider({ children }: { readonly children: ReactNode }) {
  const [state, setState] = useState<VaultState | null>(null)
  useStream(({ archive }, options) => archive.stream('vault.watch', {}, options), setState)
  return <VaultContext value={state}>{children}</VaultContext>
}

/** The state of the vault; null until it has told. */
export function useVault(): VaultState | null {
  return use(VaultContext)
}
