import { once } from 'node:events'
import { Worker, type MessagePort } from 'node:worker_threads'
import type { RunningHost } from '../core/host/keep-host.ts'
import type { HostSettings } from '../core/host/settings.ts'

/** Starts the archive host as a worker thread. */
export function startHostThread(entry: string, settings: HostSettings): RunningHost<MessagePort> {
  const worker = new Worker(entry, { workerData: settings })
  worker.on('error', (error) => process.stderr.write(`archive host: ${error.name}\n`))
  return {
    adopt: (port) => worker.postMessage({ port }, [port]),
    onExit: (listener) => worker.once('exit', listener),
    stop: async () => {
      const ended = once(worker, 'exit')
      worker.postMessage({ close: true }, [])
      await ended
    },
  }
}
