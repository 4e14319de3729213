/** A thread of the archive host that watches a folder and hands over what comes, as a client would. */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { z } from 'zod'
import { connectClient } from '../../../shared/channels/client.ts'
import type { ArchiveContract } from '../../../shared/channels/contract.ts'
import { keepWatching } from '../ingest/keep-watching.ts'
import { takeArrivals } from '../ingest/take-arrivals.ts'
import type { FolderNews } from './folder-orders.ts'
import { wireFromNodePort } from './node-wire.ts'

const { folder, isAgain } = z.object({ folder: z.string(), isAgain: z.boolean() }).parse(workerData)
/** What was asked to be read once more is, once. */
let isToReadAgain = isAgain
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
        isAgain: isToReadAgain,
        onBegin: () => {
          if (!isTaking) tell({ folder: 'taking' })
          isTaking = true
        },
      })
      if (isTaking || (taken.ok && taken.value.unread > 0)) {
        tell({ folder: 'taken', ...(taken.ok ? taken.value : { added: 0, unread: 0 }) })
      }
      if (taken.ok) isToReadAgain = false
      return taken.ok
    },
  })
})
