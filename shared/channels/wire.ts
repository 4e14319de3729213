import type { Failure } from '../model/failure.ts'

/** What crosses a boundary. One shape for structured clone (ports) and for bytes (sockets). */
export type Frame =
  | { readonly k: 'call'; readonly id: number; readonly channel: string; readonly v: unknown }
  | { readonly k: 'item'; readonly id: number; readonly v: unknown }
  | { readonly k: 'done'; readonly id: number; readonly v: unknown }
  | { readonly k: 'fail'; readonly id: number; readonly failure: Failure }
  | { readonly k: 'more'; readonly id: number; readonly n: number }
  | { readonly k: 'stop'; readonly id: number }

/** How many items may be under way before the receiver has asked for more. */
export const STREAM_WINDOW = 16

/** One end of a connection that carries frames. Frames that arrive are unknown until checked. */
export interface Wire {
  post(frame: Frame): void
  listen(onFrame: (frame: unknown) => void, onClose: () => void): void
  close(): void
}

/** The three kinds of MessagePort differ only in how they listen: DOM and Node, Electron main. */
export interface AnyPort {
  postMessage(value: unknown): void
  start?(): void
  close?(): void
  addEventListener?(type: string, listener: (event: { data: unknown }) => void): void
  on?(type: string, listener: (event: { data: unknown }) => void): unknown
}

/** A wire over a MessagePort. Nothing is transferred: Electron's ports lose moved buffers. */
export function wireFromPort(port: AnyPort): Wire {
  return {
    post: (frame) => port.postMessage(frame),
    listen: (onFrame, onClose) => {
      const add = port.addEventListener?.bind(port) ?? port.on?.bind(port)
      if (!add) throw new TypeError('a port listens by addEventListener or by on')
      add('message', (event) => onFrame(event.data))
      add('close', () => onClose())
      port.start?.()
    },
    close: () => port.close?.(),
  }
}

/** Two linked ends in one process. Frames are cloned, so what could not cross a port fails here too. */
export function openLoopback(): readonly [Wire, Wire] {
  interface End {
    frame: ((frame: unknown) => void) | undefined
    close: (() => void) | undefined
  }
  const ends: readonly [End, End] = [
    { frame: undefined, close: undefined },
    { frame: undefined, close: undefined },
  ]
  let open = true
  const wireBetween = (mine: End, other: End): Wire => ({
    post: (frame) => {
      const copy: unknown = structuredClone(frame)
      queueMicrotask(() => open && other.frame?.(copy))
    },
    listen: (frame, close) => {
      mine.frame = frame
      mine.close = close
    },
    close: () => {
      if (!open) return
      open = false
      for (const end of ends) end.close?.()
    },
  })
  return [wireBetween(ends[0], ends[1]), wireBetween(ends[1], ends[0])]
}

/** Tells a frame from anything else that a foreign side may send. */
export function isFrame(value: unknown): value is Frame {
  if (typeof value !== 'object' || value === null) return false
  if (!('id' in value) || !Number.isSafeInteger(value.id) || !('k' in value)) return false
  const fits = typeof value.k === 'string' ? FITS_BY_KIND.get(value.k) : undefined
  return fits?.(value) ?? false
}

const FITS_BY_KIND: ReadonlyMap<string, (value: object) => boolean> = new Map([
  ['call', (value: object) => 'channel' in value && typeof value.channel === 'string'],
  ['more', (value: object) => 'n' in value && typeof value.n === 'number'],
  ['fail', (value: object) => 'failure' in value && typeof value.failure === 'object'],
  ['item', () => true],
  ['done', () => true],
  ['stop', () => true],
])
