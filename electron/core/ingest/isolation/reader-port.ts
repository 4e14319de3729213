/** The line from a reader process to its owner. */
export type ReaderPort = {
  readonly send: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/** The line of this process: the port of an Electron utility process, or the one of a Node child. */
export function portFromProcess(): ReaderPort {
  const parentPort: unknown = Reflect.get(process, 'parentPort')
  if (isParentPort(parentPort)) {
    return {
      send: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data)),
    }
  }
  return {
    send: (message) => void process.send?.(message),
    onMessage: (listener) => void process.on('message', listener),
  }
}

type ParentPort = {
  readonly postMessage: (message: unknown) => void
  readonly on: (name: 'message', listener: (received: { readonly data: unknown }) => void) => void
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value != null && 'postMessage' in value && 'on' in value
