import { EventEmitter } from 'node:events'
import { fork, type ChildProcess } from 'node:child_process'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { openPortLine, type LineMessage, type PortLine } from './port-line.ts'
import { requireReady, type Stage } from './stage.ts'

/** What crosses between two ports of the double. */
export interface PortMessage {
  readonly data: unknown
  readonly ports: readonly MessagePort[]
}

/** Electron's port: no DOM events, and it moves ports only, for moved buffers arrive empty. */
export class MessagePortMain extends EventEmitter {
  readonly inner: MessagePort

  constructor(inner: MessagePort) {
    super()
    this.inner = inner
    inner.on('close', () => this.emit('close'))
  }

  postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = innerPorts(transfer)
    this.inner.postMessage({ data, ports } satisfies PortMessage, ports)
  }

  start(): void {
    this.inner.on('message', ({ data, ports }: PortMessage) => {
      this.emit('message', { data, ports: ports.map((port) => new MessagePortMain(port)) })
    })
  }

  close(): void {
    this.inner.close()
  }
}

/** Two linked ports. */
export class MessageChannelMain {
  readonly port1: MessagePortMain
  readonly port2: MessagePortMain

  constructor() {
    const { port1, port2 } = new MessageChannel()
    this.port1 = new MessagePortMain(port1)
    this.port2 = new MessagePortMain(port2)
  }
}

/** How a utility process is started; the double heeds what decides whether the entry runs. */
export interface ForkOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly serviceName?: string
}

/** A utility process: a real process, to which ports are carried over one line. */
export class UtilityProcess extends EventEmitter {
  readonly file: string
  readonly child: ChildProcess
  nextPort = 1

  constructor(file: string, args: readonly string[], { env }: ForkOptions) {
    super()
    this.file = file
    this.child = fork(
      fileURLToPath(new URL('utility-entry.ts', import.meta.url)),
      [file, ...args],
      {
        serialization: 'advanced',
        execArgv: [],
        ...(env ? { env } : {}),
      },
    )
    const line = openPortLine((message) => void this.child.send(message, () => undefined))
    this.line = line
    this.child.on('message', (message: LineMessage) => {
      if (message.kind === 'up') this.emit('message', message.data)
      else line.hear(message)
    })
    this.child.on('exit', (code, signal) => {
      line.drop()
      this.emit('exit', signal === null ? code : constants.signals[signal])
    })
  }

  readonly line: PortLine

  get pid(): number | undefined {
    return this.child.pid
  }

  postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = innerPorts(transfer).map((inner) => this.carry(inner))
    this.child.send({ kind: 'down', data, ports } satisfies LineMessage, () => undefined)
  }

  /** Gives a port a number in the process, and carries what is said on it. */
  carry(inner: MessagePort): number {
    const id = this.nextPort++
    const far = this.line.open(id, {
      onMessage: (data) => inner.postMessage({ data, ports: [] } satisfies PortMessage),
      onClose: () => inner.close(),
    })
    inner.on('message', ({ data }: PortMessage) => far.post(data))
    inner.on('close', far.close)
    return id
  }

  kill(): boolean {
    return this.child.kill()
  }
}

/** Electron's `utilityProcess`, with the list of what it started. */
export function createUtilityProcess(stage: Stage): {
  readonly started: UtilityProcess[]
  readonly fork: (file: string, args?: readonly string[], options?: ForkOptions) => UtilityProcess
} {
  const started: UtilityProcess[] = []
  return {
    started,
    fork: (file, args = [], options = {}) => {
      requireReady(stage, 'utilityProcess.fork')
      const child = new UtilityProcess(file, args, options)
      started.push(child)
      return child
    },
  }
}

function innerPorts(transfer: readonly MessagePortMain[]): MessagePort[] {
  return transfer.map((port) => {
    if (!(port instanceof MessagePortMain)) throw new TypeError('Invalid value for transfer')
    return port.inner
  })
}
