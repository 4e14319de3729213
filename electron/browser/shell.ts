import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import path from 'node:path'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { z } from 'zod'
import type { ItemOf } from '../../shared/channels/channel.ts'
import { shellContract, type ShellContract } from '../../shared/channels/shell.ts'
import { isFrame, type Wire } from '../../shared/channels/wire.ts'
import { succeed, type Outcome } from '../../shared/model/failure.ts'
import type { PolicyReading } from '../../shared/model/policy.ts'
import { serve, type CallScope, type Service } from '../core/dispatch.ts'
import { keepHost, type KeptHost } from '../core/host/keep-host.ts'
import { readPage } from '../core/page/read-page.ts'
import { readParts } from '../core/page/read-parts.ts'
import { describePolicy } from '../core/policy/describe-policy.ts'
import { describeError, openLog } from '../core/system/log.ts'
import type { Preferences } from '../core/system/preferences.ts'
import { startHostThread } from './host-thread.ts'
import { startServer, type LoopbackServer } from './server.ts'

/** Where the browser shell finds what it serves. */
export interface ShellSettings {
  readonly archivePath: string
  /** The folder with `dist` and `resources`. */
  readonly projectFolder: string
  readonly port: number
  /** What the administrator settled. */
  readonly policy: PolicyReading
  /** How the officer likes the window. */
  readonly preferences: Preferences
}

/** Starts the archive host and the server in front of it; closing it closes the archive too. */
export async function startShell(settings: ShellSettings): Promise<LoopbackServer> {
  const { archivePath, projectFolder, port } = settings
  const page = readPage(projectFolder)
  const host = keepHost(
    () =>
      startHostThread(path.join(projectFolder, 'dist/host/archive-host.js'), {
        archivePath,
        actor: userInfo().username,
        resourcesFolder: path.join(projectFolder, 'resources'),
        policy: settings.policy.policy,
      }),
    // Its ports end with it, the sockets with the ports, and the page dials again.
    () => {},
  )
  const service = shellService(projectFolder, settings)
  const server = await startServer({
    page,
    port,
    takerByPath: new Map([
      ['/archive', (wire: Wire) => connectHost(host, wire)],
      ['/shell', (wire: Wire) => serve(service, wire)],
    ]),
  })
  const close = async (): Promise<void> => {
    await server.close()
    await host.stop()
  }
  return { ...server, close }
}

/** Frames pass through: the host checks them, and closes its end on anything else. */
function connectHost(host: KeptHost<MessagePort>, client: Wire): void {
  const { port1, port2 } = new MessageChannel()
  client.listen(
    (frame) => port1.postMessage(frame),
    () => port1.close(),
  )
  port1.on('message', (frame: unknown) => (isFrame(frame) ? client.post(frame) : client.close()))
  port1.once('close', () => client.close())
  host.adopt(port2)
}

function shellService(
  projectFolder: string,
  { policy: reading, preferences }: ShellSettings,
): Service<ShellContract, null> {
  const log = openLog(reading.policy.logLevel)
  const version = readVersion(projectFolder)
  return {
    contract: shellContract,
    handlers: {
      'shell.describe': () =>
        succeed({
          runtime: 'browser',
          version,
          locale: reading.policy.language ?? Intl.DateTimeFormat().resolvedOptions().locale,
        }),
      'shell.list-parts': () =>
        succeed({
          runtimes: [{ name: 'Node.js', version: process.versions.node }],
          parts: [...readParts(projectFolder)],
        }),
      'policy.describe': () => succeed(describePolicy(reading)),
      'preference.list': () =>
        succeed({
          preferences: preferences.read(),
          setAside: preferences.wasSetAside() ? ['preferences'] : [],
        }),
      'preference.keep': ({ name, text }) => {
        preferences.keep(name, text)
        return succeed({})
      },
      // Several pages may have the archive open, and each is its own.
      'draft.keep': () => succeed({}),
      'draft.list': () => succeed({ drafts: {} }),
      'shell.watch': watchNothing,
      // A browser asks for no folder by its place.
      'watched-folder.follow': watchNoFolder,
      'watched-folder.choose': () => succeed({ chosen: false }),
      'watched-folder.turn': () => succeed({}),
      'watched-folder.read-again': () => succeed({}),
      'caret.show': () => succeed({ isShown: false }),
      // The page drags out what the browser itself can.
      'file.drag': () => succeed({}),
      // The page saves by a download, and does not ask.
      'file.save': () => succeed({ saved: false }),
      'file.save-all': () => succeed({ saved: false }),
    },
    context: () => succeed(null),
    failureFromError: () => null,
    onBug: (channel, error) => log('bug', { channel, ...describeError(error) }),
  }
}

/** A browser closes its pages itself, and no file is opened with it: there is nothing to tell. */
// oxlint-disable-next-line require-yield -- it only waits to be stopped
async function* watchNothing(
  _input: unknown,
  _context: null,
  { signal }: CallScope,
): AsyncGenerator<never, Outcome<Record<string, never>>, void> {
  if (!signal.aborted) await once(signal, 'abort')
  return succeed({})
}

/** The settings say that there is none, and why. */
async function* watchNoFolder(
  input: unknown,
  context: null,
  scope: CallScope,
): AsyncGenerator<
  ItemOf<ShellContract['watched-folder.follow']>,
  Outcome<Record<string, never>>,
  void
> {
  yield { name: null, isOn: false, isManaged: false, condition: 'unavailable' }
  return yield* watchNothing(input, context, scope)
}

function readVersion(projectFolder: string): string {
  const text = readFileSync(path.join(projectFolder, 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
