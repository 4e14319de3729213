/**
 * The process that owns an archive: an Electron utility process or a Node worker thread. It
 * reads no database itself; it starts the lanes and carries frames between them and clients.
 */
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { parentPort, Worker, workerData, type MessagePort } from 'node:worker_threads'
import { openLoopback, wireFromPort, type AnyPort } from '../../../shared/channels/wire.ts'
import { serve } from '../dispatch.ts'
import { describeError, openLog } from '../system/log.ts'
import { vaultService } from '../vault/vault-handlers.ts'
import { vaultWorkFrom, type VaultJob } from '../vault/vault-work.ts'
import { openKeychainLine } from '../vault/keychain.ts'
import { openVault } from '../vault/vault.ts'
import { openReaderBroker } from './broker-readers.ts'
import { folderOrderSchema } from './folder-orders.ts'
import { openLanes } from './lanes.ts'
import { wireFromNodePort } from './node-wire.ts'
import { relayClient, type Hub } from './relay.ts'
import { hostSettingsSchema } from './settings.ts'
import { openHostWatch } from './watch-host.ts'

/** Electron's end of a utility process, present only there (see its `ParentPort`). */
interface UtilityParent {
  on(type: 'message', listener: (event: FromAbove) => void): void
  postMessage(message: unknown): void
}

interface FromAbove {
  readonly data: unknown
  readonly ports: readonly AnyPort[]
}

interface FromShell {
  readonly port?: MessagePort
  readonly lock?: true
  readonly watch?: string | null
  readonly close?: true
}

/** How often an archive that stays open is looked at for the backup of the day. */
const BACKUP_EVERY_MS = 30 * 60_000

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Electron adds this to `process`, and this file must not import Electron
const utility = (process as { readonly parentPort?: UtilityParent }).parentPort
const settings = hostSettingsSchema.parse(
  utility ? JSON.parse(process.argv.at(-1) ?? '') : workerData,
)
const ending = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const log = openLog(settings.policy?.logLevel)
const readers = utility && openReaderBroker((order) => utility.postMessage(order))
const keychain = utility && openKeychainLine((order) => utility.postMessage(order))
const policy = settings.policy ?? {}
const vault = openVault({
  archivePath: settings.archivePath,
  actor: settings.actor,
  policy,
  work: vaultWorkFrom(runInThread),
  alone: (work) => lanes.alone(work),
  keychain: keychain ?? null,
  wait: (milliseconds) => wait(milliseconds),
  now: Date.now,
})
const keeper = vaultService(vault, policy, (channel, error) =>
  log('bug', { channel, ...describeError(error) }),
)
const lanes = openLanes({
  settings,
  entry: new URL(`./archive-lane.${ending}`, import.meta.url),
  log,
  key: (lane) => (lane === 'write' ? vault.keyForWriter() : vault.key()),
  readers,
  beforeWriter: () => vault.endBackup(),
  onWriter: () => void vault.keepBackups(),
})
setInterval(() => void keepBackups(), BACKUP_EVERY_MS).unref()
const hub: Hub = {
  ...lanes,
  connect: async (lane) => {
    if (lane !== 'vault') return lanes.connect(lane)
    const [ours, theirs] = openLoopback()
    serve(keeper, theirs)
    return ours
  },
}

const folderWatch = openHostWatch({
  entry: new URL(`./watch-thread.${ending}`, import.meta.url),
  adopt: (wire) => relayClient(wire, hub),
  tell: (news) => (utility ?? parentPort)?.postMessage(news),
})

if (utility) {
  utility.on('message', ({ data, ports }) => {
    if (readers?.hear(data, ports)) return
    if (keychain?.hear(data, (news) => void vault.meetWorkstation(news))) return
    const order = folderOrderSchema.safeParse(data)
    if (order.success) void folderWatch.watch(order.data.watch, order.data.isAgain)
    else if (data === 'stop') void closeHost()
    else if (data === 'lock') void vault.lock()
    else for (const port of ports) relayClient(wireFromPort(port), hub)
  })
} else {
  parentPort?.on('message', (message: FromShell) => {
    if (message.port) relayClient(wireFromNodePort(message.port), hub)
    if (message.lock) void vault.lock()
    if (message.watch !== undefined) void folderWatch.watch(message.watch)
    if (message.close) void closeHost()
  })
}

async function closeHost(): Promise<void> {
  await folderWatch.watch(null)
  await lanes.close()
  // Ports of clients keep a thread alive; what had to be written is written.
  process.exit(0)
}

async function keepBackups(): Promise<void> {
  if (await lanes.isWriting()) await vault.keepBackups()
}

/** A piece of work that would keep this thread from carrying frames. */
async function runInThread(job: VaultJob, signal?: AbortSignal): Promise<unknown> {
  const entry = new URL(`./vault-thread.${ending}`, import.meta.url)
  const worker = new Worker(entry, { workerData: job })
  const ended = new AbortController()
  worker.once('exit', () => ended.abort())
  signal?.addEventListener('abort', () => void worker.terminate(), { once: true })
  const said: unknown[] = await once(worker, 'message', { signal: ended.signal })
  return said[0]
}
