import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Lane } from '../../../shared/channels/channel.ts'
import type { Wire } from '../../../shared/channels/wire.ts'
import { failureSchema, type Failure } from '../../../shared/model/failure.ts'
import type { Log } from '../system/log.ts'
import { wireFromNodePort } from './node-wire.ts'
import type { HostSettings } from './settings.ts'

/** The threads that answer channels, one for each lane, started when first needed. */
export interface Lanes {
  /** A new wire to a lane; it closes when the lane ends. */
  readonly connect: (lane: Lane) => Promise<Wire>
  /** Ends a lane at once, whatever it is doing. The next call starts it anew. */
  readonly stop: (lane: Lane) => Promise<void>
  /** Gives an archive that could not be opened another chance. */
  readonly retry: () => Promise<void>
  /** Lets every lane finish what it is writing, then ends it. */
  readonly close: () => Promise<void>
}

interface LaneRequest {
  readonly settings: HostSettings
  readonly entry: URL
  readonly log: Log
}

interface OpenLane {
  readonly worker: Worker
  /** Why the archive could not be opened, or null. */
  readonly refusal: Failure | null
}

const greetingSchema = z.tuple([z.object({ refusal: failureSchema.nullable() })])

/** Starts the lanes of one archive. The writer comes first: it creates and migrates the file. */
export function openLanes({ settings, entry, log }: LaneRequest): Lanes {
  const opening = new Map<Lane, Promise<OpenLane>>()
  const start = (lane: Lane): Promise<OpenLane> => {
    const known = opening.get(lane)
    if (known) return known
    const started = (async () => {
      const refusal = lane === 'write' ? null : (await start('write')).refusal
      const worker = new Worker(entry, { workerData: { ...settings, lane, refusal } })
      worker.on('error', (error) => log('lane-error', { lane, name: error.name }))
      worker.once('exit', () => opening.delete(lane))
      const [greeting] = greetingSchema.parse(await once(worker, 'message'))
      return { worker, refusal: greeting.refusal }
    })()
    opening.set(lane, started)
    return started
  }
  const stop = async (lane: Lane): Promise<void> => {
    const lanes = opening.get(lane)
    opening.delete(lane)
    await (await lanes)?.worker.terminate()
  }
  const close = async (): Promise<void> => {
    // The writer last: it takes the log of changes back into the file.
    for (const lane of ['export', 'read', 'write'] as const) {
      const open = await opening.get(lane)
      if (open) await closeLane(open.worker)
    }
  }
  return {
    connect: async (lane) => {
      const { worker } = await start(lane)
      const { port1, port2 } = new MessageChannel()
      worker.postMessage({ port: port2 }, [port2])
      return wireFromNodePort(port1)
    },
    stop,
    retry: async () => {
      const writer = await opening.get('write')
      if (writer?.refusal) await close()
    },
    close,
  }
}

async function closeLane(worker: Worker): Promise<void> {
  const ended = once(worker, 'exit')
  worker.postMessage({ close: true })
  await ended
}
