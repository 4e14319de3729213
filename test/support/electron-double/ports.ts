import { EventEmitter } from 'node:events'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
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

/** A utility process. Here it is a thread, so the loss of a whole process is not covered. */
export class UtilityProcess extends EventEmitter {
  readonly worker: Worker

  constructor(stage: Stage, file: string, args: readonly string[]) {
    super()
    this.worker = new Worker(new URL('utility-entry.ts', import.meta.url), {
      workerData: { file },
      argv: [...args],
      execArgv: [],
    })
    this.worker.on('exit', (code) => this.emit('exit', code))
    this.worker.on('error', (error) => stage.note('utility-error', String(error)))
  }

  postMessage(data: unknown, transfer: readonly MessagePortMain[] = []): void {
    const ports = innerPorts(transfer)
    this.worker.postMessage({ data, ports } satisfies PortMessage, ports)
  }

  kill(): boolean {
    void this.worker.terminate()
    return true
  }
}

/** Electron's `utilityProcess`, with the list of what it started. */
export function createUtilityProcess(stage: Stage): {
  readonly started: UtilityProcess[]
  readonly fork: (file: string, args?: readonly string[]) => UtilityProcess
} {
  const started: UtilityProcess[] = []
  const fork = (file: string, args: readonly string[] = []): UtilityProcess => {
    requireReady(stage, 'utilityProcess.fork')
    const child = new UtilityProcess(stage, file, args)
    started.push(child)
    return child
  }
  return { started, fork }
}

function innerPorts(transfer: readonly MessagePortMain[]): MessagePort[] {
  return transfer.map((port) => {
    if (!(port instanceof MessagePortMain)) throw new TypeError('Invalid value for transfer')
    return port.inner
  })
}
