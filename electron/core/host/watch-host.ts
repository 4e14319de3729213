import { MessageChannel, Worker } from 'node:worker_threads'
import type { Wire } from '../../../shared/channels/wire.ts'
import { folderNewsSchema, type FolderNews } from './folder-orders.ts'
import { wireFromNodePort } from './node-wire.ts'

/** The thread that watches a folder for an archive, while there is one to watch. */
export interface HostWatch {
  /** Watches another folder from now on, or the same one again; null for none. */
  readonly watch: (folder: string | null, isAgain?: boolean) => Promise<void>
}

/** Prepares the watching of a folder; `adopt` makes a client of the archive of a wire. */
export function openHostWatch({
  entry,
  adopt,
  tell,
}: {
  readonly entry: URL
  readonly adopt: (wire: Wire) => void
  readonly tell: (news: FolderNews) => void
}): HostWatch {
  let running: { readonly folder: string; readonly worker: Worker } | null = null
  return {
    watch: async (folder, isAgain = false) => {
      if (folder === (running?.folder ?? null) && !(isAgain && folder !== null)) return
      const before = running
      running =
        folder === null ? null : { folder, worker: startThread(entry, { folder, isAgain }, adopt) }
      running?.worker.on('message', (news: unknown) => tell(folderNewsSchema.parse(news)))
      // What it was handing over stops between two texts, as that of any client that is gone.
      await before?.worker.terminate()
    },
  }
}

function startThread(
  entry: URL,
  workerData: { readonly folder: string; readonly isAgain: boolean },
  adopt: (wire: Wire) => void,
): Worker {
  const worker = new Worker(entry, { workerData })
  const { port1, port2 } = new MessageChannel()
  worker.postMessage({ port: port2 }, [port2])
  adopt(wireFromNodePort(port1))
  return worker
}
