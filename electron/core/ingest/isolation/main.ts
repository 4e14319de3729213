import { createSourceReader } from '../formats/read-source.ts'
import type { Reading } from '../reading.ts'
import { refuse } from '../reading.ts'
import { closeNetwork } from './close-network.ts'
import { watchMemory } from './memory-watch.ts'
import { readerRequestSchema } from './reader-messages.ts'
import type { ReaderReply, ReaderRequest } from './reader-messages.ts'
import { portFromProcess } from './reader-port.ts'

const CRASHED = 70

process.on('uncaughtException', () => process.exit(CRASHED))
process.on('unhandledRejection', () => process.exit(CRASHED))
closeNetwork()
watchMemory(Number(process.argv[2] ?? 512))

const readSource = createSourceReader()
const port = portFromProcess()
port.onMessage((message) => void answer(readerRequestSchema.parse(message)))
port.send({ kind: 'ready' })

async function answer({ job, name, bytes }: ReaderRequest): Promise<void> {
  const reading = await readSafely(name, bytes)
  const residentMb = process.memoryUsage.rss() / (1024 * 1024)
  const reply: ReaderReply = { kind: 'done', job, reading, residentMb }
  port.send(reply)
}

async function readSafely(name: string, bytes: Uint8Array): Promise<Reading> {
  try {
    return await readSource({ name, bytes })
  } catch {
    // A parser that trips over hostile bytes has found them damaged.
    return refuse(name, 'damaged')
  }
}
