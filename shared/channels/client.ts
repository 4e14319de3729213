import { fail, succeed, type Failure, type Outcome } from '../model/failure.ts'
import type {
  CallName,
  Contract,
  FailureOf,
  InputOf,
  ItemOf,
  OutputOf,
  StreamName,
} from './channel.ts'
import { isFrame, STREAM_WINDOW, type Wire } from './wire.ts'

/** How a caller gives up: abort the signal and the work stops on the other side too. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined
}

/** Typed calls over one wire. Nothing rejects: every failure is a value of the closed union. */
export interface Client<C extends Contract> {
  call<M extends CallName<C>>(
    channel: M,
    input: InputOf<C[M]>,
    options?: CallOptions,
  ): Promise<Outcome<OutputOf<C[M]>, FailureOf<C[M]>>>
  /** Leaving the loop early cancels. The outcome is the generator's return value. */
  stream<M extends StreamName<C>>(
    channel: M,
    input: InputOf<C[M]>,
    options?: CallOptions,
  ): AsyncGenerator<ItemOf<C[M]>, Outcome<OutputOf<C[M]>, FailureOf<C[M]>>, void>
  close(): void
}

interface Pending {
  readonly onItem: (item: unknown) => void
  readonly onEnd: (outcome: Outcome<unknown>) => void
}

interface Line {
  readonly wire: Wire
  readonly pending: Map<number, Pending>
  nextId: number
  closed: boolean
}

/**
 * Speaks a contract over a wire. It holds no schema: the trusted side validates what crosses,
 * so a renderer carries no validation library.
 */
export function connectClient<C extends Contract>(wire: Wire, onClose?: () => void): Client<C> {
  const line: Line = { wire, pending: new Map(), nextId: 1, closed: false }
  const hangUp = (): void => {
    if (line.closed) return
    line.closed = true
    for (const { onEnd } of line.pending.values()) onEnd(fail({ kind: 'connection-lost' }))
    line.pending.clear()
    onClose?.()
  }
  wire.listen((frame) => receive(line, frame), hangUp)
  const client = {
    call: (channel: string, input: unknown, options?: CallOptions) =>
      new Promise((resolve) => {
        start(line, { channel, input, signal: options?.signal, onItem: () => {}, onEnd: resolve })
      }),
    stream: (channel: string, input: unknown, options?: CallOptions) =>
      streamFrom(line, channel, input, options?.signal),
    close: () => {
      wire.close()
      // The end that closes a MessagePort is not told of it.
      hangUp()
    },
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what crosses is checked against the schemas by the serving side
  return client as unknown as Client<C>
}

function receive(line: Line, frame: unknown): void {
  if (!isFrame(frame)) return line.wire.close()
  const call = line.pending.get(frame.id)
  if (!call) return
  if (frame.k === 'item') return call.onItem(frame.v)
  if (frame.k === 'done') call.onEnd(succeed(frame.v))
  else if (frame.k === 'fail') call.onEnd(fail(frame.failure))
}

interface Start extends Pending {
  readonly channel: string
  readonly input: unknown
  readonly signal: AbortSignal | undefined
}

function start(line: Line, call: Start): number {
  const id = line.nextId++
  const early: Failure | undefined = line.closed
    ? { kind: 'connection-lost' }
    : call.signal?.aborted
      ? { kind: 'cancelled' }
      : undefined
  if (early) {
    call.onEnd(fail(early))
    return id
  }
  const stop = (): void => {
    line.wire.post({ k: 'stop', id })
    end(fail({ kind: 'cancelled' }))
  }
  const end = (outcome: Outcome<unknown>): void => {
    call.signal?.removeEventListener('abort', stop)
    line.pending.delete(id)
    call.onEnd(outcome)
  }
  call.signal?.addEventListener('abort', stop, { once: true })
  line.pending.set(id, { onItem: call.onItem, onEnd: end })
  line.wire.post({ k: 'call', id, channel: call.channel, v: call.input })
  return id
}

async function* streamFrom(
  line: Line,
  channel: string,
  input: unknown,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown, Outcome<unknown>, void> {
  const queue: unknown[] = []
  const leaving = new AbortController()
  const state: { outcome: Outcome<unknown> | undefined; wake: (() => void) | undefined } = {
    outcome: undefined,
    wake: undefined,
  }
  const id = start(line, {
    channel,
    input,
    signal: signal ? AbortSignal.any([signal, leaving.signal]) : leaving.signal,
    onItem: (item) => {
      queue.push(item)
      state.wake?.()
    },
    onEnd: (value) => {
      state.outcome = value
      state.wake?.()
    },
  })
  let taken = 0
  // Asks for the next half window before this one is used up.
  const acknowledge = (): void => {
    taken += 1
    if (taken % (STREAM_WINDOW / 2) !== 0 || state.outcome) return
    line.wire.post({ k: 'more', id, n: STREAM_WINDOW / 2 })
  }
  try {
    for (;;) {
      if (queue.length > 0) {
        yield queue.shift()
        acknowledge()
      } else if (state.outcome) {
        return state.outcome
      } else {
        await new Promise<void>((resolve) => {
          state.wake = resolve
        })
      }
    }
  } finally {
    leaving.abort()
  }
}
