import { utilityProcess, type MessagePortMain } from 'electron'
import type { RunningHost } from '../core/host/keep-host.ts'
import type { HostSettings } from '../core/host/settings.ts'

/** Starts the archive host as a process of its own. */
export function startHostProcess(
  entry: string,
  settings: HostSettings,
): RunningHost<MessagePortMain> {
  const child = utilityProcess.fork(entry, [JSON.stringify(settings)], {
    serviceName: 'Fonds archive',
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  return {
    adopt: (port) => child.postMessage('client', [port]),
    onExit: (listener) => void child.once('exit', listener),
    stop: async () => {
      child.kill()
      await ended
    },
  }
}
