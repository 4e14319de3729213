/** Runs the entry file of a utility process in a child of Node that looks like one to it. */
import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { openPortLine, type LineMessage } from './port-line.ts'

const parent = new EventEmitter()
const line = openPortLine((message) => void process.send?.(message))
Object.assign(process, {
  parentPort: Object.assign(parent, {
    postMessage: (data: unknown) => void process.send?.({ kind: 'up', data }),
  }),
})
process.on('message', (message: LineMessage) => {
  if (message.kind !== 'down') return line.hear(message)
  parent.emit('message', { data: message.data, ports: message.ports.map(portSeenFromInside) })
})
// A process that lost the application is of no use to anyone.
process.on('disconnect', () => process.exit())
const [file = ''] = process.argv.splice(2, 1)
await import(pathToFileURL(file).href)

function portSeenFromInside(id: number): EventEmitter {
  const port = new EventEmitter()
  const early: unknown[] = []
  let isStarted = false
  const send = line.open(id, {
    onMessage: (data) => {
      if (isStarted) port.emit('message', { data })
      else early.push(data)
    },
    onClose: () => port.emit('close'),
  })
  return Object.assign(port, {
    postMessage: send.post,
    start: () => {
      isStarted = true
      for (const data of early.splice(0)) port.emit('message', { data })
    },
    close: send.close,
  })
}
