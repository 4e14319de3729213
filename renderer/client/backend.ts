import { connectClient, type Client } from '../../shared/channels/client.ts'
import type { HostContract } from '../../shared/channels/contract.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import type { Wire } from '../../shared/channels/wire.ts'
import { dialSockets } from './dial-sockets.ts'
import { receivePorts } from './receive-ports.ts'

/** What the renderer speaks with. Calls made through an older one fail with `connection-lost`. */
export interface Backend {
  /** The archive, and the vault that holds its key. */
  readonly archive: Client<HostContract>
  readonly shell: Client<ShellContract>
}

declare global {
  interface Window {
    /** Present in the desktop shell only: asks for ports. */
    readonly fonds?: { readonly connect: () => void }
  }
}

/**
 * Connects to the archive and to the shell, and calls back with each new connection: the first
 * one, and one more whenever the archive's host was started again; `onLost` tells that there is
 * none until then, `onShut` that there will be none, for no shell opened this page. Nothing else in
 * the renderer knows which shell it runs in.
 */
export function openBackend(
  onBackend: (backend: Backend) => void,
  onLost: () => void,
  onShut: () => void,
): void {
  let current: Backend | undefined
  const replace = (archive: Wire, shell: Wire): void => {
    const before = current
    const lose = (): void => {
      if (current === next) onLost()
    }
    const next: Backend = {
      archive: connectClient(archive, lose),
      shell: connectClient(shell, lose),
    }
    current = next
    before?.archive.close()
    before?.shell.close()
    onBackend(next)
  }
  if (window.fonds) receivePorts(window.fonds, replace)
  else dialSockets(replace, onShut)
}
