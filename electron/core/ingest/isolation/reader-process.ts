import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import type { ReaderChannel, ReaderExit, SpawnReader } from './reader-channel.ts'
import { readerReplySchema } from './reader-messages.ts'
import type { ReaderReply } from './reader-messages.ts'

/** How a reader process is started, and what one file may cost. */
export type ReaderProcessOptions = {
  readonly spawn: SpawnReader
  readonly timeoutMs?: number
  readonly memoryMb?: number
}

/** Reads sources one at a time in a process of its own. */
export type ReaderProcess = {
  /** Starts the process ahead of the first read, so that it gets ready while others work. */
  readonly start: () => void
  /** Always resolves: an aborted job to an empty reading, a killed one to a refusal. */
  readonly read: (source: Source, signal: AbortSignal) => Promise<Reading>
  /** Ends the process; the next read starts another. */
  readonly close: () => void
}

const TIMEOUT_MS = 10_000
const MEMORY_MB = 512
const START_TIMEOUT_MS = 30_000
const NOTHING: Reading = { items: [], refusals: [], warnings: [] }

/**
 * Opens a process in which foreign bytes are read. A source that takes longer than 10 s or more
 * than 512 MB of its own has its process killed and is refused as `limits-exceeded`; one that crashes it is
 * refused as `damaged`; the next source gets a new process. What comes back is validated. A
 * process that cannot start at all is a fault of the program and throws.
 */
export function openReaderProcess(options: ReaderProcessOptions): ReaderProcess {
  const { spawn, timeoutMs = TIMEOUT_MS, memoryMb = MEMORY_MB } = options
  let running: RunningReader | null = null
  let last: Promise<unknown> = Promise.resolve()
  let jobs = 0
  const retire = (): void => {
    running?.channel.kill()
    running = null
  }
  const start = (): RunningReader => {
    // One that was ended from outside while it had nothing to do costs no file.
    if (running?.hasEnded()) running = null
    running ??= startReader(spawn(memoryMb))
    return running
  }
  /** The next one gets ready while what was read is described. */
  const renew = (): void => {
    retire()
    start()
  }
  const run = async (source: Source, signal: AbortSignal): Promise<Reading> => {
    if (signal.aborted) return NOTHING
    jobs += 1
    const job = { source, job: jobs, timeoutMs, signal }
    const reader = start()
    const isWorn = reader.hasRead()
    const ending = await runJob(reader, job)
    if (ending.kind === 'done') {
      if (ending.heldMb > memoryMb / 2 && running === reader) renew()
      return ending.reading
    }
    retire()
    // What others left in memory is not held against a file: it is read again where it has it all.
    const isOverfull = isWorn && ending.kind === 'exit' && isOutOfMemory(ending.exit)
    if (!isOverfull) return readingFromEnding(source.name, ending)
    const again = await runJob(start(), job)
    if (again.kind !== 'done') retire()
    return readingFromEnding(source.name, again)
  }
  return {
    start: () => void start(),
    read: (source, signal) => {
      const reading = last.then(() => run(source, signal))
      last = reading.catch(() => undefined)
      return reading
    },
    close: retire,
  }
}

type Listener = (heard: ReaderReply | ReaderExit | 'unreadable') => void

type RunningReader = {
  readonly channel: ReaderChannel
  readonly ready: Promise<'ready' | ReaderExit | 'slow'>
  /** Sets who hears the next reply or the exit. */
  readonly listen: (listener: Listener) => void
  readonly hasEnded: () => boolean
  readonly hasRead: () => boolean
}

function startReader(channel: ReaderChannel): RunningReader {
  let listener: Listener | null = null
  let exit: ReaderExit | null = null
  const ready = new Promise<'ready' | ReaderExit | 'slow'>((resolve) => {
    const timer = setTimeout(() => resolve('slow'), START_TIMEOUT_MS)
    channel.onMessage((message) => {
      const reply = readerReplySchema.safeParse(message)
      if (reply.success && reply.data.kind === 'ready') {
        clearTimeout(timer)
        resolve('ready')
      } else listener?.(reply.success ? reply.data : 'unreadable')
    })
    channel.onExit((ended) => {
      clearTimeout(timer)
      exit = ended
      resolve(ended)
      listener?.(ended)
    })
  })
  return {
    channel,
    ready,
    hasEnded: () => exit != null,
    hasRead: () => listener != null,
    listen: (next) => {
      listener = next
      if (exit != null) next(exit)
    },
  }
}

type Job = {
  readonly source: Source
  readonly job: number
  readonly timeoutMs: number
  readonly signal: AbortSignal
}

type Ending =
  | { readonly kind: 'done'; readonly reading: Reading; readonly heldMb: number }
  | { readonly kind: 'time' | 'aborted' | 'unreadable' }
  | { readonly kind: 'exit'; readonly exit: ReaderExit }

async function runJob(reader: RunningReader, { source, job, ...limits }: Job): Promise<Ending> {
  const { timeoutMs, signal } = limits
  const started = await reader.ready
  if (started !== 'ready') {
    reader.channel.kill()
    throw new Error(`The reader process did not start (${JSON.stringify(started)})`)
  }
  return new Promise<Ending>((resolve) => {
    const end = (ending: Ending): void => {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      resolve(ending)
    }
    const abort = (): void => end({ kind: 'aborted' })
    const timer = setTimeout(() => end({ kind: 'time' }), timeoutMs)
    signal.addEventListener('abort', abort, { once: true })
    reader.listen((heard) => {
      if (heard === 'unreadable') end({ kind: 'unreadable' })
      else if (!('kind' in heard)) end({ kind: 'exit', exit: heard })
      else if (heard.kind === 'done' && heard.job === job) end(heard)
    })
    reader.channel.send({ job, ...source })
  })
}

function readingFromEnding(name: string, ending: Ending): Reading {
  switch (ending.kind) {
    case 'done':
      return ending.reading
    case 'aborted':
      return NOTHING
    case 'time':
      return refuse(name, 'limits-exceeded', { limit: 'time' })
    case 'unreadable':
      return refuse(name, 'damaged')
    case 'exit':
      return isOutOfMemory(ending.exit)
        ? refuse(name, 'limits-exceeded', { limit: 'memory' })
        : refuse(name, 'damaged')
  }
}

// The watch inside the process kills it (SIGKILL, which Windows shows as 1); V8 aborts (134).
const isOutOfMemory = ({ code, signal }: ReaderExit): boolean =>
  signal === 'SIGKILL' || signal === 'SIGABRT' || code === 1 || code === 134 || code === 137
