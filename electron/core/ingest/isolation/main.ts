import { getHeapStatistics } from 'node:v8'
import { createSourceReader } from '../formats/read-source.ts'
import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { closeNetwork } from './close-network.ts'
import { watchMemory } from './memory-watch.ts'
import { readerRequestSchema } from './reader-messages.ts'
import type { ReaderReply, ReaderRequest } from './reader-messages.ts'
import { portFromProcess } from './reader-port.ts'

const CRASHED = 70
const MB = 1024 * 1024
/** Above this share of its memory it is worth knowing how much of it is garbage. */
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
  const reply: ReaderReply = { kind: 'done', job, reading, heldMb: heldMb() }
  port.send(reply)
}

/**
 * What the next file cannot have. The heap keeps the room that garbage took and fills it again, so
 * free room in it counts as none; a process with much of it is as good as a new one.
 */
function heldMb(): number {
  const held = (): number => (residentMb() * MB - freeHeapBytes()) / MB
  if (residentMb() < memoryMb * GARBAGE_SHARE || held() < memoryMb * GARBAGE_SHARE) return held()
  globalThis.gc?.()
  return held()
}

const residentMb = (): number => process.memoryUsage.rss() / MB

function freeHeapBytes(): number {
  const { total_heap_size: total, used_heap_size: used } = getHeapStatistics()
  return total - used
}

async function readSafely(source: Source): Promise<Reading> {
  try {
    return await readSource(source)
  } catch {
    // A parser that trips over hostile bytes has found them damaged.
    return refuse(source.name, 'damaged')
  }
}
