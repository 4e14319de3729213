import { setTimeout as wait } from 'node:timers/promises'
import { utilityProcess, type MessagePortMain, type UtilityProcess } from 'electron'
import { folderNewsSchema, type FolderNews, type FolderOrder } from '../core/host/folder-orders.ts'
import type { RunningHost } from '../core/host/keep-host.ts'
import type { HostSettings } from '../core/host/settings.ts'
import { startReadersFor } from './reader-processes.ts'

/** How long a host may take to finish the text it is writing. */
const PATIENCE_MS = 10_000

/** An archive host that also watches a folder. */
export interface HostProcess extends RunningHost<MessagePortMain> {
  readonly watch: (folder: string | null, isAgain?: boolean) => void
  readonly onFolder: (listener: (news: FolderNews) => void) => void
}

/** Starts the archive host as a process of its own. */
export function startHostProcess(
  entry: string,
  settings: HostSettings,
  onStart: (host: UtilityProcess) => void,
): HostProcess {
  const child = utilityProcess.fork(entry, [JSON.stringify(settings)], {
    serviceName: 'Fonds archive',
  })
  const ended = new Promise<boolean>((resolve) => {
    child.once('exit', () => resolve(true))
  })
  startReadersFor(child)
  onStart(child)
  return {
    adopt: (port) => child.postMessage('client', [port]),
    onExit: (listener) => void child.once('exit', listener),
    lock: () => child.postMessage('lock'),
    watch: (folder, isAgain = false) =>
      child.postMessage({ watch: folder, isAgain } satisfies FolderOrder),
    onFolder: (listener) => {
      child.on('message', (message: unknown) => {
        const { success, data: news } = folderNewsSchema.safeParse(message)
        if (success) listener(news)
      })
    },
    stop: async () => {
      child.postMessage('stop')
      if (await Promise.race([ended, wait(PATIENCE_MS, false, { ref: false })])) return
      child.kill()
      await ended
    },
  }
}
