/** A thread of the archive host that watches a folder and hands over what comes, as a client would. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { z } from 'zod'
import { connectClient } from '../../../shared/channels/client.ts'
import type { ArchiveContract } from '../../../shared/channels/contract.ts'
import { keepWatching } from '../ingest/keep-watching.ts'
import { takeArrivals } from '../ingest/take-arrivals.ts'
import type { FolderNews } from './folder-orders.ts'
import { wireFromNodePort } from './node-wire.ts'

const { folder } = z.object({ folder: z.string() }).parse(workerData)
const tell = (news: FolderNews): void => parentPort?.postMessage(news)

parentPort?.once('message', ({ port }: { readonly port: MessagePort }) => {
  const archive = connectClient<ArchiveContract>(wireFromNodePort(port))
  keepWatching({
    folder,
    onCondition: (condition) => tell({ folder: 'condition', condition }),
    take: async (paths) => {
      let isTaking = false
      const taken = await takeArrivals(archive, {
        folder,
        paths,
        onBegin: () => {
          if (!isTaking) tell({ folder: 'taking' })
          isTaking = true
        },
      })
      if (isTaking || (taken.ok && taken.value.unread > 0)) {
        tell({ folder: 'taken', ...(taken.ok ? taken.value : { added: 0, unread: 0 }) })
      }
      return taken.ok
    },
  })
})
