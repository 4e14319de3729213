import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { Worker, type MessagePort } from 'node:worker_threads'
import type { RunningHost } from '../core/host/keep-host.ts'
import type { HostSettings } from '../core/host/settings.ts'

/** How long a host may take to finish what it is writing. */
const PATIENCE_MS = 5000

/** Starts the archive host as a worker thread. */
export function startHostThread(entry: string, settings: HostSettings): RunningHost<MessagePort> {
  const worker = new Worker(entry, { workerData: settings })
  worker.on('error', (error) => process.stderr.write(`archive host: ${error.name}\n`))
  return {
    adopt: (port) => worker.postMessage({ port }, [port]),
    onExit: (listener) => worker.once('exit', listener),
    lock: () => worker.postMessage({ lock: true }),
    stop: async () => {
      const ended = once(worker, 'exit')
      worker.postMessage({ close: true }, [])
      if (await Promise.race([ended, wait(PATIENCE_MS, null, { ref: false })])) return
      await worker.terminate()
    },
  }
}
