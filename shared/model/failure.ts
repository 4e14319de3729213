import { z } from 'zod'

const plain = <K extends string>(kind: K) => z.strictObject({ kind: z.literal(kind) })

/**
 * Everything that is expected to go wrong, closed: a failure is returned, never thrown, and is
 * translated for the officer in `renderer/i18n` and by the command line. No failure carries
 * document text, SQL, a stack, or a path other than one the officer gave.
 */
export const failureSchema = z.discriminatedUnion('kind', [
  /** The input of a channel does not fit its schema; `at` names the first field that does not. */
  z.strictObject({ kind: z.literal('input-refused'), at: z.string() }),
  plain('unknown-channel'),
  plain('cancelled'),
  plain('connection-lost'),
  plain('unexpected'),
  z.strictObject({ kind: z.literal('not-found'), what: z.string(), id: z.string() }),
  plain('archive-missing'),
  z.strictObject({
    kind: z.literal('archive-held'),
    by: z.string(),
    on: z.string(),
    since: z.string(),
  }),
  z.strictObject({ kind: z.literal('archive-newer'), found: z.int(), supported: z.int() }),
  /** Of an older format, and where nothing can be written: it cannot be brought up to date there. */
  plain('archive-outdated'),
  plain('archive-corrupt'),
  plain('archive-not-ours'),
  /** An encrypted archive; `why` tells a wrong passphrase from keys that are damaged or gone. */
  z.strictObject({
    kind: z.literal('archive-locked'),
    why: z.enum(['locked', 'wrong-passphrase', 'keys-damaged', 'keys-missing', 'unsupported']),
  }),
  /** What was typed back is not the end of the recovery code. */
  plain('code-mismatch'),
  /** The workstation's keychain did not take, or does not give back, what it was to protect. */
  plain('keychain-refused'),
  plain('archive-read-only'),
  plain('archive-location-refused'),
  /** The administrator's policy forbids it; `rule` names the rule. */
  z.strictObject({ kind: z.literal('policy-refuses'), rule: z.string() }),
  plain('disk-full'),
  /** The system could not read or write: a drive that was unplugged, or is breaking. */
  plain('disk-fails'),
  plain('no-permission'),
  /** No file can have the name, or its links lead in a circle. */
  plain('name-refused'),
  /** The file to be written over is open elsewhere, or may not be replaced. */
  plain('file-in-use'),
  z.strictObject({ kind: z.literal('passage-invalid'), start: z.int(), end: z.int() }),
  plain('nothing-to-undo'),
  z.strictObject({ kind: z.literal('query-invalid'), at: z.int().nonnegative(), why: z.string() }),
  plain('batch-unknown'),
  /** A file of annotations that is not used at all; `why` tells what to ask its sender for. */
  z.strictObject({
    kind: z.literal('bundle-refused'),
    why: z.enum([
      'not-a-bundle',
      'damaged',
      'tampered',
      'incomplete',
      'duplicate',
      'unknown-content',
      'too-large',
    ]),
  }),
  z.strictObject({ kind: z.literal('bundle-newer'), found: z.int(), supported: z.int() }),
  plain('export-font-missing'),
  z.strictObject({ kind: z.literal('file-exists'), name: z.string() }),
])
export type Failure = z.infer<typeof failureSchema>
export type FailureKind = Failure['kind']

/** The outcome of anything that may fail in an expected way. */
export type Outcome<T, F extends Failure = Failure> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: F }

/** Wraps a value as a success. */
export const succeed = <T>(value: T): { readonly ok: true; readonly value: T } => ({
  ok: true,
  value,
})

/** Wraps a failure. */
export const fail = <F extends Failure>(
  failure: F,
): { readonly ok: false; readonly failure: F } => ({
  ok: false,
  failure,
})
