import { once } from 'node:events'
import { userInfo } from 'node:os'
import path from 'node:path'
import { MessageChannel, Worker } from 'node:worker_threads'
import { WebSocket } from 'ws'
import { wireFromSocket } from '../../shared/channels/socket-wire.ts'
import { openLoopback, type Wire } from '../../shared/channels/wire.ts'
import { startShell } from '../../electron/browser/shell.ts'
import { openPreferences } from '../../electron/core/system/preferences.ts'
import { serve } from '../../electron/core/dispatch.ts'
import { wireFromNodePort } from '../../electron/core/host/node-wire.ts'
import { openArchiveService } from '../../electron/core/service.ts'
import { openSystemClock } from '../../electron/core/system/clock.ts'

/** Another way to the same archive. */
export interface OpenedArchive {
  readonly dial: () => Promise<Wire>
  /** The way to the shell around the archive, where there is one. */
  readonly dialShell?: () => Promise<Wire>
  readonly close: () => Promise<void>
  /** Bugs seen so far, where they can be seen. */
  readonly bugs: readonly unknown[]
}

const projectFolder = path.resolve(import.meta.dirname, '../..')
const resourcesFolder = path.join(projectFolder, 'resources')

/** Every way to an archive, by its name. The last two run what was built. */
export const WAYS: Readonly<Record<string, (archivePath: string) => Promise<OpenedArchive>>> = {
  'in one process': openInProcess,
  'over the port of a host thread': openInThread,
  'over a socket of the browser shell': openOverSocket,
}

/** Answers on this very thread, as the command line does. */
export async function openInProcess(archivePath: string): Promise<OpenedArchive> {
  const bugs: unknown[] = []
  const service = openArchiveService({
    archivePath,
    resourcesFolder,
    actor: userInfo().username,
    lane: 'write',
    refusal: null,
    checked: false,
    clock: openSystemClock(),
    onBug: (_channel, error) => bugs.push(error),
  })
  return {
    bugs,
    dial: async () => {
      const [ours, theirs] = openLoopback()
      serve(service, theirs)
      return ours
    },
    close: async () => service.close(),
  }
}

async function openInThread(archivePath: string): Promise<OpenedArchive> {
  const worker = new Worker(path.join(projectFolder, 'dist/host/archive-host.js'), {
    workerData: { archivePath, actor: userInfo().username, resourcesFolder },
    execArgv: [],
  })
  return {
    bugs: [],
    dial: async () => {
      const { port1, port2 } = new MessageChannel()
      worker.postMessage({ port: port2 }, [port2])
      return wireFromNodePort(port1)
    },
    close: async () => {
      await worker.terminate()
    },
  }
}

async function openOverSocket(archivePath: string): Promise<OpenedArchive> {
  const shell = await startShell({
    archivePath,
    projectFolder,
    port: 0,
    preferences: openPreferences(path.join(path.dirname(archivePath), 'preferences.json')),
    policy: { policy: {}, sourceByRule: {}, faults: [] },
  })
  const dialSide = async (side: string): Promise<Wire> => {
    const address = `${shell.origin.replace('http:', 'ws:')}/${side}`
    const socket = new WebSocket(address, ['fonds.v1', shell.key], { origin: shell.origin })
    socket.binaryType = 'arraybuffer'
    await once(socket, 'open')
    return wireFromSocket(socket)
  }
  return {
    bugs: [],
    dial: () => dialSide('archive'),
    dialShell: () => dialSide('shell'),
    close: shell.close,
  }
}
