/**
 * The few globals that every runtime of the application shares (WinterTC minimum common API).
 * `shared` is compiled without DOM and Node types, so that nothing else slips in.
 */
declare global {
  interface AbortSignal {
    readonly aborted: boolean
    addEventListener(type: 'abort', listener: () => void, options?: { once?: boolean }): void
    removeEventListener(type: 'abort', listener: () => void): void
  }
  const AbortSignal: { any(signals: readonly AbortSignal[]): AbortSignal }
  class AbortController {
    readonly signal: AbortSignal
    abort(): void
  }
  class TextEncoder {
    encode(text: string): Uint8Array<ArrayBuffer>
  }
  class TextDecoder {
    constructor(encoding: 'utf-8', options: { fatal: boolean })
    decode(bytes: Uint8Array): string
  }
  function structuredClone<T>(value: T): T
  function queueMicrotask(work: () => void): void
}

// oxlint-disable-next-line unicorn/require-module-specifiers -- makes this file a module, which `declare global` needs
export {}
