import { MessageChannel, type MessagePort } from 'node:worker_threads'
import type { SpawnReader } from '../ingest/isolation/reader-channel.ts'
import { readerLineSchema, type ReaderLine } from './reader-orders.ts'

/** What a lane says to its host when it wants a reader process; a port comes with it. */
export interface ReaderWish {
  readonly wish: 'reader'
  readonly memoryMb: number
  readonly port: MessagePort
}

/**
 * Starts reader processes by asking the host of this lane: where a program is sealed, only the
 * process above the host can start one. The line to each ends with the lane.
 */
export function askForReaders(host: MessagePort): SpawnReader {
  return (memoryMb) => {
    const { port1, port2 } = new MessageChannel()
    const wish: ReaderWish = { wish: 'reader', memoryMb, port: port2 }
    host.postMessage(wish, [port2])
    const say = (line: ReaderLine): void => port1.postMessage(line)
    const hear = (listener: (line: ReaderLine) => void): void => {
      port1.on('message', (line: unknown) => listener(readerLineSchema.parse(line)))
    }
    return {
      send: (message) => say({ message }),
      onMessage: (listener) => hear((line) => 'message' in line && listener(line.message)),
      onExit: (listener) =>
        hear((line) => {
          if (!('exit' in line)) return
          port1.close()
          listener(line.exit)
        }),
      kill: () => say({ kill: true }),
    }
  }
}
