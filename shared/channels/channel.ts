import { z } from 'zod'
import type { Failure, FailureKind } from '../model/failure.ts'

/**
 * Where a channel is answered. `write` is the archive's single writer, `read` a connection
 * beside it, `export` a reader that may be stopped at any moment, `vault` the keeper of its key.
 */
export type Lane = 'read' | 'write' | 'export' | 'vault'

/**
 * A channel is data: what goes in, what comes out, what each step of a stream carries, which
 * failures it may end in. Its name is its key in the contract, written `noun.verb`.
 */
export interface Channel<
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
  N extends z.ZodType | undefined = z.ZodType | undefined,
  F extends FailureKind = FailureKind,
> {
  readonly lane: Lane
  readonly input: I
  readonly output: O
  /** Present on streams only. */
  readonly item: N
  readonly failures: readonly F[]
}

/** Every channel of one side, by name. */
export type Contract = Readonly<Record<string, Channel>>

/** Binary data, which travels as bytes on every wire. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** Failures that any channel may end in, whatever it declares. */
export const COMMON_FAILURES = [
  'input-refused',
  'unknown-channel',
  'cancelled',
  'connection-lost',
  'unexpected',
  'archive-missing',
  'archive-held',
  'archive-newer',
  'archive-outdated',
  'archive-corrupt',
  'archive-not-ours',
  'archive-locked',
  'archive-read-only',
  'archive-location-refused',
  'policy-refuses',
  'disk-full',
  'disk-fails',
  'no-permission',
  'name-refused',
  'file-in-use',
] as const satisfies readonly FailureKind[]

/** Declares a channel that answers once. */
export function defineCall<
  I extends z.ZodType,
  O extends z.ZodType,
  const F extends FailureKind = never,
>(shape: {
  lane: Lane
  input: I
  output: O
  failures?: readonly F[]
}): Channel<I, O, undefined, F> {
  return { ...shape, item: undefined, failures: shape.failures ?? [] }
}

/** Declares a channel that streams items before it answers. */
export function defineStream<
  I extends z.ZodType,
  O extends z.ZodType,
  N extends z.ZodType,
  const F extends FailureKind = never,
>(shape: {
  lane: Lane
  input: I
  item: N
  output: O
  failures?: readonly F[]
}): Channel<I, O, N, F> {
  return { ...shape, failures: shape.failures ?? [] }
}

/** What a caller sends. */
export type InputOf<C extends Channel> = z.input<C['input']>
/** What a handler receives once it is validated. */
export type ParsedInputOf<C extends Channel> = z.output<C['input']>
/** What a caller gets back. */
export type OutputOf<C extends Channel> = z.output<C['output']>
/** What each step of a stream carries; never for calls. */
export type ItemOf<C extends Channel> = C['item'] extends z.ZodType ? z.output<C['item']> : never
/** Every failure a channel may end in. */
export type FailureOf<C extends Channel> = Extract<
  Failure,
  { kind: C['failures'][number] | (typeof COMMON_FAILURES)[number] }
>
/** Names of the channels that stream. */
export type StreamName<C extends Contract> = {
  [K in keyof C]: C[K]['item'] extends undefined ? never : K
}[keyof C] &
  string
/** Names of the channels that answer once. */
export type CallName<C extends Contract> = Exclude<keyof C & string, StreamName<C>>
