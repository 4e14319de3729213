import { decodeFrame, encodeFrame } from './bytes.ts'
import type { Wire } from './wire.ts'

/** The part of a WebSocket that browsers and the `ws` package share. `binaryType` is `arraybuffer`. */
export interface AnySocket {
  send(bytes: Uint8Array<ArrayBuffer>): void
  close(): void
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void
  addEventListener(type: 'close', listener: () => void): void
}

/** A wire over an open WebSocket. A message that is no frame closes it. */
export function wireFromSocket(socket: AnySocket): Wire {
  return {
    post: (frame) => socket.send(encodeFrame(frame)),
    listen: (onFrame, onClose) => {
      socket.addEventListener('message', ({ data }) => {
        const frame = data instanceof ArrayBuffer ? decodeOrNull(new Uint8Array(data)) : null
        if (frame === null) socket.close()
        else onFrame(frame)
      })
      socket.addEventListener('close', onClose)
    },
    close: () => socket.close(),
  }
}

function decodeOrNull(bytes: Uint8Array): unknown {
  try {
    return decodeFrame(bytes)
  } catch {
    return null
  }
}
