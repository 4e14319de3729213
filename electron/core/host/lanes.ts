import { once } from 'node:events'
import { MessageChannel, Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Lane as AnyLane } from '../../../shared/channels/channel.ts'
import type { Wire } from '../../../shared/channels/wire.ts'
import { failureSchema, type Failure } from '../../../shared/model/failure.ts'
import type { Log } from '../system/log.ts'
import type { ReaderWish } from './ask-readers.ts'
import type { ReaderBroker } from './broker-readers.ts'
import { wireFromNodePort } from './node-wire.ts'
import type { HostSettings } from './settings.ts'

type Lane = Exclude<AnyLane, 'vault'>

/** The threads that answer channels, one for each lane, started when first needed. */
export interface Lanes {
  /** A new wire to a lane; it closes when the lane ends. */
  readonly connect: (lane: Lane) => Promise<Wire>
  /** Ends a lane at once, whatever it is doing. The next call starts it anew. */
  readonly stop: (lane: Lane) => Promise<void>
  /** Gives an archive that could not be opened another chance. */
  readonly retry: () => Promise<void>
  /** Does work while no lane has the archive open: lanes are closed first, and come back after. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  /** Whether the archive is open for writing. */
  readonly isWriting: () => Promise<boolean>
  /** Lets every lane finish what it is writing, then ends it. */
  readonly close: () => Promise<void>
}

interface LaneRequest {
  readonly settings: HostSettings
  readonly entry: URL
  readonly log: Log
  /** What opens an encrypted archive; the writer asks while nobody has the file open. */
  readonly key: (lane: Lane) => Uint8Array | null
  /** Ends whatever else in this process has the archive open. */
  readonly beforeWriter: () => Promise<void>
  /** Told whenever the archive was opened for writing. */
  readonly onWriter: () => void
  /** Who starts the processes that read foreign bytes; absent where a lane may itself. */
  readonly readers?: ReaderBroker | undefined
}

interface OpenLane {
  readonly worker: Worker
  /** Why the archive could not be opened, or null. */
  readonly refusal: Failure | null
}

const greetingSchema = z.tuple([z.object({ refusal: failureSchema.nullable() })])

/** Starts the lanes of one archive. The writer comes first: it creates and migrates the file. */
export function openLanes(request: LaneRequest): Lanes {
  const opening = new Map<Lane, Promise<OpenLane>>()
  const forget = (lane: Lane, ended: Promise<OpenLane>): void => {
    // One that was stopped may end after its successor was started.
    if (opening.get(lane) === ended) opening.delete(lane)
  }
  const open = async (lane: Lane, onEnd: () => void): Promise<OpenLane> => {
    // A new writer looks at the file itself, which nobody else may have open then.
    if (lane === 'write') await Promise.all([stop('read'), stop('export'), request.beforeWriter()])
    const refusal = lane === 'write' ? null : (await start('write')).refusal
    const worker = startLane(request, lane, refusal)
    worker.once('exit', onEnd)
    const opened = { worker, refusal: await greetingOf(worker) }
    if (lane === 'write' && opened.refusal === null) request.onWriter()
    return opened
  }
  const start = (lane: Lane): Promise<OpenLane> => {
    const known = opening.get(lane)
    if (known) return known
    const started = open(lane, () => forget(lane, started))
    opening.set(lane, started)
    started.catch(() => forget(lane, started))
    return started
  }
  const lookUp = async (lane: Lane): Promise<OpenLane | null> => {
    const opened = opening.get(lane)
    return opened ? opened.catch(() => null) : null
  }
  const stop = async (lane: Lane): Promise<void> => {
    const stopped = lookUp(lane)
    opening.delete(lane)
    await (await stopped)?.worker.terminate()
  }
  const close = async (): Promise<void> => {
    // The writer last: it takes the log of changes back into the file.
    for (const lane of ['export', 'read', 'write'] as const) {
      const opened = await lookUp(lane)
      if (opened) await closeLane(opened.worker)
    }
  }
  const { turn, alone } = takeTurns(async () => {
    // What only reads is ended at once: a lock waits for no typesetting.
    await Promise.all([stop('read'), stop('export')])
    await close()
  })
  return {
    connect: async (lane) => {
      await turn()
      return wireTo((await start(lane)).worker)
    },
    stop,
    retry: async () => {
      await turn()
      const writer = await lookUp('write')
      if (writer?.refusal) await close()
    },
    alone,
    isWriting: async () => (await lookUp('write'))?.refusal === null,
    close,
  }
}

/** Work that wants everybody away takes turns; whoever comes meanwhile waits for theirs. */
function takeTurns(clear: () => Promise<void>): {
  readonly turn: () => Promise<unknown>
  readonly alone: Lanes['alone']
} {
  let until: Promise<unknown> = Promise.resolve()
  return {
    turn: () => until,
    alone: (work) => {
      const done = until.then(async () => {
        await clear()
        return work()
      })
      until = done.catch(() => {})
      return done
    },
  }
}

function startLane(request: LaneRequest, lane: Lane, refusal: Failure | null): Worker {
  const { settings, entry, log, key, readers } = request
  const asksForReaders = readers !== undefined
  const worker = new Worker(entry, {
    workerData: { ...settings, lane, refusal, asksForReaders, key: key(lane) },
  })
  worker.on('error', (error) => log('lane-error', { lane, name: error.name }))
  worker.on('message', (message: ReaderWish | object) => {
    if ('wish' in message) readers?.ask(message)
  })
  return worker
}

function wireTo(worker: Worker): Wire {
  const { port1, port2 } = new MessageChannel()
  worker.postMessage({ port: port2 }, [port2])
  return wireFromNodePort(port1)
}

/** Why the lane could not open the archive, or null. Rejects when it ends before it says so. */
async function greetingOf(worker: Worker): Promise<Failure | null> {
  const ended = new AbortController()
  worker.once('exit', () => ended.abort())
  const [greeting] = greetingSchema.parse(await once(worker, 'message', { signal: ended.signal }))
  return greeting.refusal
}

async function closeLane(worker: Worker): Promise<void> {
  const ended = once(worker, 'exit')
  worker.postMessage({ close: true })
  await ended
}
