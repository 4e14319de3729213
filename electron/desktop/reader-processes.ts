import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { MessageChannelMain, utilityProcess, type UtilityProcess } from 'electron'
import { readerOrderSchema, type ReaderNews } from '../core/host/reader-orders.ts'

const READER_FILE = path.join(import.meta.dirname, '../host/reader-process.js')

/** How long a reader may take to end when asked, before it is ended by the system. */
const PATIENCE_MS = 500

/**
 * Starts and ends the reader processes that an archive host orders. Host and reader speak over a
 * port of their own: no byte of a document passes through here. Readers end with their host.
 */
export function startReadersFor(host: UtilityProcess): void {
  const running = new Map<number, UtilityProcess>()
  host.on('message', (message: unknown) => {
    const { success, data: order } = readerOrderSchema.safeParse(message)
    if (!success) return
    if (order.order === 'end') {
      const child = running.get(order.reader)
      if (child) void endReader(child)
      return
    }
    const { reader, memoryMb } = order
    const child = startReader(memoryMb)
    running.set(reader, child)
    const { port1, port2 } = new MessageChannelMain()
    child.postMessage('owner', [port1])
    host.postMessage({ news: 'started', reader } satisfies ReaderNews, [port2])
    child.once('exit', (code) => {
      if (!running.delete(reader)) return
      host.postMessage({ news: 'ended', reader, ...endingFromStatus(code) } satisfies ReaderNews)
    })
  })
  host.once('exit', () => {
    const left = [...running.values()]
    running.clear()
    for (const child of left) void endReader(child)
  })
}

function startReader(memoryMb: number): UtilityProcess {
  return utilityProcess.fork(READER_FILE, [String(memoryMb)], {
    serviceName: 'Fonds reader',
    // Nothing of the officer's environment; Windows needs to know where its own libraries are.
    env: { SystemRoot: process.env['SystemRoot'] },
    stdio: 'ignore',
  })
}

/** A parser that never gives way does not hear a request to end. */
async function endReader(child: UtilityProcess): Promise<void> {
  const { pid } = child
  const ended = new Promise<boolean>((resolve) => {
    child.once('exit', () => resolve(true))
  })
  child.kill()
  if (await Promise.race([ended, wait(PATIENCE_MS, false, { ref: false })])) return
  try {
    if (pid !== undefined) process.kill(pid, 'SIGKILL')
  } catch {
    // It ended in the meantime.
  }
}

/** What `waitpid` says of a process that was ended by a signal, in the words of Node. */
function endingFromStatus(status: number): {
  readonly code: number | null
  readonly signal: string | null
} {
  const signal = SIGNAL_BY_STATUS.get(status & 0x7f)
  return signal !== undefined && status < 0x100
    ? { code: null, signal }
    : { code: status, signal: null }
}

const SIGNAL_BY_STATUS: ReadonlyMap<number, string> = new Map([
  [6, 'SIGABRT'],
  [9, 'SIGKILL'],
])
