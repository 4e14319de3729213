import { createSourceReader } from '../formats/read-source.ts'
import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { closeNetwork } from './close-network.ts'
import { watchMemory } from './memory-watch.ts'
import { readerRequestSchema } from './reader-messages.ts'
import type { ReaderReply, ReaderRequest } from './reader-messages.ts'
import { portFromProcess } from './reader-port.ts'

const CRASHED = 70
const GARBAGE_SHARE = 0.4

process.on('uncaughtException', () => process.exit(CRASHED))
process.on('unhandledRejection', () => process.exit(CRASHED))
closeNetwork()
const memoryMb = Number(process.argv[2] ?? 512)
watchMemory(memoryMb)

const readSource = createSourceReader()
const port = portFromProcess()
port.onMessage((message) => void answer(readerRequestSchema.parse(message)))
port.send({ kind: 'ready' })

async function answer({ job, ...source }: ReaderRequest): Promise<void> {
  const reading = await readSafely(source)
  // Cleaning up costs less than a new process, which is what a full one gets.
  if (residentMb() > memoryMb * GARBAGE_SHARE) globalThis.gc?.()
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
