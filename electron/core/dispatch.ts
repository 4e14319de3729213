import { setImmediate as nextTurn } from 'node:timers/promises'
import {
  COMMON_FAILURES,
  type Channel,
  type Contract,
  type ItemOf,
  type OutputOf,
  type ParsedInputOf,
} from '../../shared/channels/channel.ts'
import { isFrame, STREAM_WINDOW, type Frame, type Wire } from '../../shared/channels/wire.ts'
import { fail, succeed, type Failure, type Outcome } from '../../shared/model/failure.ts'

/** What a handler knows of the call it answers. */
export interface CallScope {
  readonly signal: AbortSignal
}

/** Answers one channel. Expected failures are returned; a thrown error is a bug. */
export type Handler<C extends Channel, Context> = (
  input: ParsedInputOf<C>,
  context: Context,
  scope: CallScope,
) => C['item'] extends undefined
  ? Outcome<OutputOf<C>> | Promise<Outcome<OutputOf<C>>>
  : AsyncGenerator<ItemOf<C>, Outcome<OutputOf<C>>, void>

/** A handler for every channel of a contract. */
export type Handlers<C extends Contract, Context> = {
  readonly [K in keyof C]: Handler<C[K], Context>
}

/** What one side serves: the contract, the functions behind it, and what they work on. */
export interface Service<C extends Contract, Context> {
  readonly contract: C
  readonly handlers: Handlers<C, Context>
  /** The context, or the failure that every call ends in while there is none. */
  readonly context: () => Outcome<Context>
  /** Why a call with an accepted input is not allowed, or null. Absent where all are. */
  readonly refuse?: (channel: string, input: unknown) => Failure | null
  /** Turns an error of the platform (disk full, damaged file) into a failure; null for a bug. */
  readonly failureFromError: (error: unknown) => Failure | null
  /** Told of every bug. It must not write document text. */
  readonly onBug: (channel: string, error: unknown) => void
}

interface Live {
  readonly abort: AbortController
  credit: number
  wake: () => void
}

const MAX_LIVE_CALLS = 256

/**
 * Serves a contract on one wire: the only place that validates what comes in and what goes
 * out, and the only one that catches. Malformed frames close the wire.
 */
export function serve<C extends Contract, Context>(service: Service<C, Context>, wire: Wire): void {
  const live = new Map<number, Live>()
  wire.listen(
    (frame) => {
      if (!isFrame(frame)) return wire.close()
      if (frame.k === 'call') return accept(service, wire, live, frame)
      const call = live.get(frame.id)
      if (!call) return
      if (frame.k === 'stop') call.abort.abort()
      else if (frame.k === 'more' && frame.n > 0) call.credit += Math.min(1024, frame.n)
      call.wake()
    },
    () => {
      for (const call of live.values()) {
        call.abort.abort()
        call.wake()
      }
      live.clear()
    },
  )
}

type CallFrame = Extract<Frame, { k: 'call' }>
type Steps = AsyncGenerator<unknown, Outcome<unknown>, void>

function accept<C extends Contract, Context>(
  service: Service<C, Context>,
  wire: Wire,
  live: Map<number, Live>,
  frame: CallFrame,
): void {
  if (live.has(frame.id) || live.size >= MAX_LIVE_CALLS) return wire.close()
  const call: Live = { abort: new AbortController(), credit: STREAM_WINDOW, wake: () => {} }
  live.set(frame.id, call)
  const reply = async (): Promise<void> => {
    const outcome = await answer(service, frame, call, (v) =>
      wire.post({ k: 'item', id: frame.id, v }),
    )
    // A closed wire has forgotten its calls: nobody is left to answer.
    if (!live.delete(frame.id)) return
    if (outcome.ok) wire.post({ k: 'done', id: frame.id, v: outcome.value })
    else wire.post({ k: 'fail', id: frame.id, failure: outcome.failure })
  }
  void reply()
}

async function answer<C extends Contract, Context>(
  service: Service<C, Context>,
  frame: CallFrame,
  call: Live,
  post: (item: unknown) => void,
): Promise<Outcome<unknown>> {
  // One turn late, so that a «stop» already queued behind the call is seen before work begins.
  await nextTurn()
  if (call.abort.signal.aborted) return fail({ kind: 'cancelled' })
  const channel = Object.hasOwn(service.contract, frame.channel)
    ? service.contract[frame.channel]
    : undefined
  if (!channel) return fail({ kind: 'unknown-channel' })
  try {
    return await run(service, channel, frame, { call, post })
  } catch (error) {
    if (call.abort.signal.aborted) return fail({ kind: 'cancelled' })
    const failure = service.failureFromError(error)
    if (failure) return fail(failure)
    service.onBug(frame.channel, error)
    return fail({ kind: 'unexpected' })
  }
}

async function run<C extends Contract, Context>(
  service: Service<C, Context>,
  channel: Channel,
  frame: CallFrame,
  { call, post }: { readonly call: Live; readonly post: (item: unknown) => void },
): Promise<Outcome<unknown>> {
  const input = channel.input.safeParse(frame.v)
  if (!input.success) {
    return fail({ kind: 'input-refused', at: input.error.issues[0]?.path.join('.') ?? '' })
  }
  const refused = service.refuse?.(frame.channel, input.data)
  if (refused) return fail(refused)
  const context = service.context()
  if (!context.ok) return context
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `Handlers` ties every handler to the schema that just accepted its input
  const handler = service.handlers[frame.channel] as unknown as (
    input: unknown,
    context: Context,
    scope: CallScope,
  ) => Steps | Outcome<unknown> | Promise<Outcome<unknown>>
  const result = handler(input.data, context.value, { signal: call.abort.signal })
  const outcome =
    Symbol.asyncIterator in result ? await drain(channel, result, call, post) : await result
  return checkOutcome(channel, outcome, call)
}

async function drain(
  channel: Channel,
  steps: Steps,
  call: Live,
  post: (item: unknown) => void,
): Promise<Outcome<unknown>> {
  const { signal } = call.abort
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
    while (call.credit <= 0 && !signal.aborted) {
      await new Promise<void>((resolve) => {
        call.wake = resolve
      })
    }
    if (signal.aborted) {
      await steps.return(fail({ kind: 'cancelled' }))
      return fail({ kind: 'cancelled' })
    }
    call.credit -= 1
    post(channel.item?.parse(step.value))
  }
}

function checkOutcome(channel: Channel, outcome: Outcome<unknown>, call: Live): Outcome<unknown> {
  if (call.abort.signal.aborted) return fail({ kind: 'cancelled' })
  if (outcome.ok) return succeed(channel.output.parse(outcome.value))
  const declared: readonly string[] = [...COMMON_FAILURES, ...channel.failures]
  if (declared.includes(outcome.failure.kind)) return outcome
  throw new Error(`undeclared failure ${outcome.failure.kind}`)
}
