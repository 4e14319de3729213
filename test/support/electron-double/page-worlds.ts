import { createCodec, type Codec } from './codec.ts'

/** Name of the isolated world in which the preload script runs, and of its way out. */
export const PRELOAD_WORLD = 'electron-preload'
export const BINDING = 'doubleUp'

/** The script that stands in the page's own world, where it builds what the preload exposes. */
export function mainWorldScript(): string {
  return `(${mainWorld.toString()})()`
}

/** The script of the preload's world, with the preload's own source inside. */
export function preloadWorldScript(source: string): string {
  const preload = `(require, module, exports) => {\n${source}\n}`
  return `(${preloadWorld.toString()})((${createCodec.toString()})(), ${preload})`
}

/** Worlds share only the DOM; the detail of an event crosses by structured clone. */
function mainWorld(): void {
  addEventListener('double:expose', (event) => {
    if (!(event instanceof CustomEvent)) return
    const { key, shape } = event.detail
    if (Object.hasOwn(window, key)) throw new Error(`window.${key} is already there`)
    const build = (part: { id?: number; parts?: Record<string, object> }): unknown => {
      if (part.parts) {
        const built = Object.entries(part.parts).map(([name, inner]) => [name, build(inner)])
        return Object.freeze(Object.fromEntries(built))
      }
      return (...args: unknown[]) => {
        dispatchEvent(new CustomEvent('double:call', { detail: { id: part.id, args } }))
      }
    }
    Object.defineProperty(window, key, { value: build(shape), enumerable: true })
  })
}

interface Down {
  readonly kind: 'message' | 'port' | 'close'
  readonly channel: string
  readonly ports: readonly number[]
  readonly id: number
  readonly data: unknown
}

type Require = (name: string) => unknown
type Preload = (require: Require, module: object, exports: object) => void

function preloadWorld(codec: Codec, preload: Preload): void {
  // A preload does not run in frames inside the page.
  if (window !== window.top) return
  const send: (text: string) => void = Reflect.get(globalThis, 'doubleUp')
  const up = (message: object): void => send(JSON.stringify(message))
  const listeners = new Map<string, (event: object, data: unknown) => void>()
  const ports = new Map<number, MessagePort>()
  const functions: ((...args: unknown[]) => unknown)[] = []

  const openPort = (id: number): MessagePort => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', ({ data }) => up({ kind: 'port', id, data: codec.tag(data) }))
    port1.start()
    ports.set(id, port1)
    return port2
  }
  const doubleDown = (text: string): void => {
    const down: Down = JSON.parse(text)
    const data = codec.untag(down.data)
    if (down.kind === 'port') ports.get(down.id)?.postMessage(data)
    else if (down.kind === 'close') ports.get(down.id)?.close()
    else listeners.get(down.channel)?.({ ports: down.ports.map(openPort) }, data)
  }
  Object.assign(globalThis, { doubleDown })
  addEventListener('double:call', (event) => {
    if (!(event instanceof CustomEvent)) return
    const { id, args } = event.detail
    const answer = functions[id]?.(...args)
    if (answer !== undefined) up({ kind: 'preload-error', error: 'answers are not carried' })
  })

  const shapeOf = (value: unknown): object => {
    if (typeof value === 'function') {
      functions.push((...args) => Reflect.apply(value, undefined, args))
      return { id: functions.length - 1 }
    }
    if (typeof value !== 'object' || value === null) throw new Error('only functions are carried')
    const parts = Object.entries(value).map(([name, inner]) => [name, shapeOf(inner)])
    return { parts: Object.fromEntries(parts) }
  }
  const electron = {
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) => up({ kind: 'send', channel, args }),
      on: (channel: string, listener: (event: object, data: unknown) => void) => {
        listeners.set(channel, listener)
      },
    },
    contextBridge: {
      exposeInMainWorld: (key: string, api: unknown) => {
        const detail = { key, shape: shapeOf(api) }
        dispatchEvent(new CustomEvent('double:expose', { detail }))
      },
    },
  }
  const require = (name: string): unknown => {
    if (name === 'electron') return electron
    throw new Error(`a sandboxed preload cannot load ${name}`)
  }
  try {
    preload(require, { exports: {} }, {})
  } catch (error) {
    up({ kind: 'preload-error', error: String(error) })
  }
}
