/** Starts the entry file of a utility process in a thread that looks like one to it. */
import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'

interface Incoming {
  readonly data: unknown
  readonly ports: readonly MessagePort[]
}

const seen = new EventEmitter()
Object.assign(process, { parentPort: seen })
parentPort?.on('message', ({ data, ports }: Incoming) => {
  seen.emit('message', { data, ports: ports.map(portSeenFromInside) })
})
await import(pathToFileURL(workerData.file).href)

function portSeenFromInside(inner: MessagePort): EventEmitter {
  const port = new EventEmitter()
  inner.on('close', () => port.emit('close'))
  return Object.assign(port, {
    postMessage: (data: unknown) => inner.postMessage({ data, ports: [] }, []),
    start: () => void inner.on('message', ({ data }: Incoming) => port.emit('message', { data })),
    close: () => inner.close(),
  })
}
