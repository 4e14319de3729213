import { createSourceReader } from '../formats/read-source.ts'
import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { closeNetwork } from './close-network.ts'
import { watchMemory } from './memory-watch.ts'
import { readerRequestSchema } from './reader-messages.ts'
import type { ReaderReply, ReaderRequest } from './reader-messages.ts'
import { portFromProcess } from './reader-port.ts'

const CRASHED = 70
/** From this share of its memory on, a process cleans up. */
const GARBAGE_SHARE = 0.4
/** It cleans up again once it has grown by this share since. */
const GROWTH_SHARE = 0.05

process.on('uncaughtException', () => process.exit(CRASHED))
process.on('unhandledRejection', () => process.exit(CRASHED))
closeNetwork()
const memoryMb = Number(process.argv[2] ?? 512)
watchMemory(memoryMb)

const readSource = createSourceReader()
/** What the process held after it last cleaned up. */
let cleanedMb = memoryMb * (GARBAGE_SHARE - GROWTH_SHARE)
const port = portFromProcess()
port.onMessage((message) => void answer(readerRequestSchema.parse(message)))
port.send({ kind: 'ready' })

async function answer({ job, ...source }: ReaderRequest): Promise<void> {
  const reading = await readSafely(source)
  // Cleaning up costs less than a new process, which is what a full one gets; after each file it
  // would cost more than reading it, for what was cleaned is not given back to the system.
  if (residentMb() > cleanedMb + memoryMb * GROWTH_SHARE) {
    globalThis.gc?.()
    cleanedMb = Math.max(residentMb(), memoryMb * (GARBAGE_SHARE - GROWTH_SHARE))
  }
  const reply: ReaderReply = { kind: 'done', job, reading, residentMb: residentMb() }
  port.send(reply)
}

const residentMb = (): number => process.memoryUsage.rss() / (1024 * 1024)

async function readSafely(source: Source): Promise<Reading> {
  try {
    return await readSource(source)
  } catch {
    // A parser that trips over hostile bytes has found them damaged.
    return refuse(source.name, 'damaged')
  }
}
