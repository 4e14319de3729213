/** The line from a reader process to its owner. */
export type ReaderPort = {
  readonly send: (message: unknown) => void
  readonly onMessage: (listener: (message: unknown) => void) => void
}

/**
 * The line of this process: the IPC channel of a Node child, or in a utility process of Electron
 * the port that its owner is handed the other end of.
 */
export function portFromProcess(): ReaderPort {
  const parentPort: unknown = Reflect.get(process, 'parentPort')
  if (!isParentPort(parentPort)) {
    return {
      send: (message) => void process.send?.(message),
      onMessage: (listener) => void process.on('message', listener),
    }
  }
  const handed = new Promise<HandedPort>((resolve) => {
    parentPort.on('message', ({ ports: [port] }) => {
      if (port) resolve(port)
    })
  })
  return {
    send: (message) => void handed.then((port) => port.postMessage(message)),
    onMessage: (listener) => void listenTo(handed, listener),
  }
}

async function listenTo(
  handed: Promise<HandedPort>,
  listener: (message: unknown) => void,
): Promise<void> {
  const port = await handed
  port.on('message', ({ data }) => listener(data))
  port.start()
}

type HandedPort = {
  readonly postMessage: (message: unknown) => void
  readonly on: (name: 'message', listener: (received: { readonly data: unknown }) => void) => void
  readonly start: () => void
}

type ParentPort = {
  readonly on: (
    name: 'message',
    listener: (received: { readonly ports: readonly HandedPort[] }) => void,
  ) => void
}

const isParentPort = (value: unknown): value is ParentPort =>
  typeof value === 'object' && value != null && 'postMessage' in value && 'on' in value
