/**
 * The process that owns an archive: an Electron utility process or a Node worker thread. It
 * reads no database itself; it starts the lanes and carries frames between them and clients.
 */
import { parentPort, workerData, type MessagePort } from 'node:worker_threads'
import { wireFromPort, type AnyPort } from '../../../shared/channels/wire.ts'
import { openLog } from '../system/log.ts'
import { openReaderBroker } from './broker-readers.ts'
import { openLanes } from './lanes.ts'
import { wireFromNodePort } from './node-wire.ts'
import { relayClient } from './relay.ts'
import { hostSettingsSchema } from './settings.ts'

/** Electron's end of a utility process, present only there (see its `ParentPort`). */
interface UtilityParent {
  on(type: 'message', listener: (event: FromAbove) => void): void
  postMessage(message: unknown): void
}

interface FromAbove {
  readonly data: unknown
  readonly ports: readonly AnyPort[]
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Electron adds this to `process`, and this file must not import Electron
const utility = (process as { readonly parentPort?: UtilityParent }).parentPort
const settings = hostSettingsSchema.parse(
  utility ? JSON.parse(process.argv.at(-1) ?? '') : workerData,
)
const laneFile = import.meta.url.endsWith('.ts') ? './archive-lane.ts' : './archive-lane.js'
const log = openLog(settings.policy?.logLevel)
const readers = utility && openReaderBroker((order) => utility.postMessage(order))
const lanes = openLanes({ settings, entry: new URL(laneFile, import.meta.url), log, readers })

if (utility) {
  utility.on('message', ({ data, ports }) => {
    if (readers?.hear(data, ports)) return
    if (data === 'stop') void lanes.close().then(() => process.exit(0))
    else for (const port of ports) relayClient(wireFromPort(port), lanes)
  })
} else {
  parentPort?.on('message', (message: { readonly port?: MessagePort; readonly close?: true }) => {
    if (message.port) relayClient(wireFromNodePort(message.port), lanes)
    if (message.close) void lanes.close().then(() => parentPort?.close())
  })
}
