import { wireFromSocket } from '../../shared/channels/socket-wire.ts'
import type { Wire } from '../../shared/channels/wire.ts'
import { saveByDownload } from './save-by-download.ts'

const FIRST_WAIT = 250
const LONGEST_WAIT = 4000
const KEY_NAME = 'fonds-key'

/**
 * Opens a pair of sockets to the browser shell, and dials again whenever one of them is lost. A page
 * that the shell did not open, from a bookmark for example, has no key: that is told, and nothing dialled.
 */
export function dialSockets(
  onWires: (archive: Wire, shell: Wire) => void,
  onNoKey: () => void,
): void {
  const key = takeKey()
  if (key === '') {
    onNoKey()
    return
  }
  const dial = async (wait: number): Promise<void> => {
    const pair = await Promise.all([openSocket('archive', key), openSocket('shell', key)])
    const [archive, shell] = pair
    if (!archive || !shell) {
      for (const socket of pair) socket?.close()
      setTimeout(() => void dial(Math.min(wait * 2, LONGEST_WAIT)), wait)
      return
    }
    const lost = new AbortController()
    for (const socket of [archive, shell]) {
      socket.addEventListener('close', () => lost.abort(), { once: true })
    }
    lost.signal.addEventListener('abort', () => void dial(FIRST_WAIT), { once: true })
    onWires(wireFromSocket(archive), saveByDownload(wireFromSocket(shell)))
  }
  void dial(FIRST_WAIT)
}

/** Keeps the key out of the address, where it would be copied or read over a shoulder. */
function takeKey(): string {
  const given = new URLSearchParams(window.location.hash.slice(1)).get('k')
  if (given !== null) {
    window.sessionStorage.setItem(KEY_NAME, given)
    window.history.replaceState(null, '', window.location.pathname)
  }
  return window.sessionStorage.getItem(KEY_NAME) ?? ''
}

function openSocket(name: 'archive' | 'shell', key: string): Promise<WebSocket | null> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://${window.location.host}/${name}`, ['fonds.v1', key])
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => resolve(socket), { once: true })
    socket.addEventListener('close', () => resolve(null), { once: true })
  })
}
