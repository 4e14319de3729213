import { once } from 'node:events'
import path from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { connectClient, type Client } from '../../shared/channels/client.ts'
import type { HostContract } from '../../shared/channels/contract.ts'
import type { Policy } from '../../shared/model/policy.ts'
import { wireFromNodePort } from '../../electron/core/host/node-wire.ts'

/** An archive host in a thread, run from the sources. */
export interface HostThread {
  readonly dial: () => Client<HostContract>
  readonly post: (message: object) => void
  readonly close: () => Promise<void>
}

const projectFolder = path.resolve(import.meta.dirname, '../..')

export function startHost(archivePath: string, policy: Policy = {}): HostThread {
  const worker = new Worker(path.join(projectFolder, 'electron/core/host/archive-host.ts'), {
    workerData: {
      archivePath,
      actor: 'Officier',
      resourcesFolder: path.join(projectFolder, 'resources'),
      policy,
    },
    execArgv: [],
  })
  return {
    dial: () => {
      const { port1, port2 } = new MessageChannel()
      worker.postMessage({ port: port2 }, [port2])
      return connectClient<HostContract>(wireFromNodePort(port1))
    },
    post: (message) => worker.postMessage(message),
    close: async () => {
      const ended = once(worker, 'exit')
      worker.postMessage({ close: true })
      await ended
    },
  }
}
