import type { AnyPort } from '../../../shared/channels/wire.ts'
import type { ReaderWish } from './ask-readers.ts'
import {
  readerLineSchema,
  readerNewsSchema,
  type ReaderLine,
  type ReaderOrder,
} from './reader-orders.ts'

/** Readers that the process above the host starts for its lanes. */
export interface ReaderBroker {
  readonly ask: (wish: ReaderWish) => void
  /** Takes a message from above; false when it is about no reader. */
  readonly hear: (message: unknown, ports: readonly AnyPort[]) => boolean
}

interface Brokered {
  readonly lane: ReaderWish['port']
  port: AnyPort | undefined
  /** What the lane said before the reader was there. */
  readonly early: unknown[]
}

/** Carries lanes' wishes up, and what lanes and readers say between them. */
export function openReaderBroker(orderAbove: (order: ReaderOrder) => void): ReaderBroker {
  const brokered = new Map<number, Brokered>()
  let count = 0
  return {
    ask: ({ memoryMb, port: lane }) => {
      count += 1
      const reader = count
      const own: Brokered = { lane, port: undefined, early: [] }
      brokered.set(reader, own)
      lane.on('message', (line: unknown) => {
        const said = readerLineSchema.parse(line)
        if ('kill' in said) orderAbove({ order: 'end', reader })
        else if ('message' in said) pass(own, said.message)
      })
      // A lane that ended by force has no further use for its reader.
      lane.once('close', () => {
        if (brokered.delete(reader)) orderAbove({ order: 'end', reader })
      })
      orderAbove({ order: 'start', reader, memoryMb })
    },
    hear: (message, ports) => {
      const { success, data: news } = readerNewsSchema.safeParse(message)
      if (!success) return false
      const own = brokered.get(news.reader)
      if (!own) return true
      if (news.news === 'started') connect(own, ports)
      else {
        brokered.delete(news.reader)
        const { code, signal } = news
        own.lane.postMessage({ exit: { code, signal } } satisfies ReaderLine)
      }
      return true
    },
  }
}

function pass(own: Brokered, message: unknown): void {
  if (own.port) own.port.postMessage(message)
  else own.early.push(message)
}

function connect(own: Brokered, [port]: readonly AnyPort[]): void {
  if (!port) return
  own.port = port
  port.on?.('message', ({ data }) => {
    own.lane.postMessage({ message: data } satisfies ReaderLine)
  })
  port.start?.()
  for (const message of own.early.splice(0)) port.postMessage(message)
}
