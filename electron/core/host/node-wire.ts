import type { MessagePort } from 'node:worker_threads'
import { wireFromPort, type Wire } from '../../../shared/channels/wire.ts'

/** A wire over a Node MessagePort, whose listeners get the value itself instead of an event. */
export function wireFromNodePort(port: MessagePort): Wire {
  return wireFromPort({
    postMessage: (value) => port.postMessage(value),
    close: () => port.close(),
    start: () => port.start(),
    on: (type, listener) => port.on(type, (data: unknown) => listener({ data })),
  })
}
