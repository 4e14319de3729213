/** What crosses between the application and a utility process: messages, and ports by number. */
export type LineMessage =
  | { readonly kind: 'down'; readonly data: unknown; readonly ports: readonly number[] }
  | { readonly kind: 'up'; readonly data: unknown }
  | { readonly kind: 'port'; readonly id: number; readonly data: unknown }
  | { readonly kind: 'close'; readonly id: number }

interface PortEnd {
  readonly onMessage: (data: unknown) => void
  readonly onClose: () => void
}

/** Ports over one line between two processes. */
export interface PortLine {
  readonly hear: (message: LineMessage) => void
  readonly open: (
    id: number,
    end: PortEnd,
  ) => { readonly post: (data: unknown) => void; readonly close: () => void }
  /** Closes this side of every port, as when the other process has ended. */
  readonly drop: () => void
}

export function openPortLine(send: (message: LineMessage) => void): PortLine {
  const ends = new Map<number, PortEnd>()
  return {
    hear: (message) => {
      if (message.kind === 'port') ends.get(message.id)?.onMessage(message.data)
      if (message.kind !== 'close') return
      const end = ends.get(message.id)
      ends.delete(message.id)
      end?.onClose()
    },
    open: (id, end) => {
      ends.set(id, end)
      return {
        post: (data) => {
          if (ends.has(id)) send({ kind: 'port', id, data })
        },
        close: () => {
          if (ends.delete(id)) send({ kind: 'close', id })
        },
      }
    },
    drop: () => {
      const left = [...ends.values()]
      ends.clear()
      for (const { onClose } of left) onClose()
    },
  }
}
