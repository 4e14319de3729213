import { z } from 'zod'
import { instantSchema } from '../model/provenance.ts'
import { defineCall, defineStream } from './channel.ts'

const vaultStateSchema = z.strictObject({
  /** File name of the archive, without its folder. */
  name: z.string(),
  isEncrypted: z.boolean(),
  /** True while nobody has given the passphrase: no other channel tells anything then. */
  isLocked: z.boolean(),
  /** True where the administrator asks for encryption and the archive has none yet. */
  mustEncrypt: z.boolean(),
  /** False where the administrator settled how the archive is kept. */
  mayDecrypt: z.boolean(),
  /** An archive that nobody touches is locked after so many minutes. */
  lockAfterMinutes: z.int().positive(),
  /**
   * Whether this workstation may open the archive instead of a passphrase. `absent` where no keychain
   * is known of (the browser, the command line), `unsafe` where the system's is none, `forbidden` by
   * the administrator; `refused` where what it gave back opens nothing.
   */
  workstation: z.enum(['absent', 'unsafe', 'forbidden', 'offered', 'kept', 'refused']),
  /** The kind of the failure that kept the last due backup from being made; null for none. */
  backupFailure: z.string().nullable(),
})

const backupSchema = z.strictObject({
  /** Its name in the folder of the archive's backups. */
  name: z.string(),
  reason: z.enum(['daily', 'manual', 'migration', 'merge', 'replaced']),
  madeAt: instantSchema,
  /** In bytes. */
  size: z.int().nonnegative(),
  isEncrypted: z.boolean(),
  /** Null where no key at hand opens it. */
  communiqueCount: z.int().nonnegative().nullable(),
  annotationCount: z.int().nonnegative().nullable(),
})

/** A passphrase or a recovery code, as it was typed. */
const secretSchema = z.string().min(1).max(1024)
/** What CNIL asks of a passphrase at the least: twelve characters. */
const newPassphraseSchema = z.string().min(12).max(1024)
/** A note of the longest length, each of its signs escaped in JSON; of texts that are pasted, a long one. */
const LONGEST_DRAFT = 2_000_000
const nothingSchema = z.strictObject({})

/** Channels about the encryption of an archive, answered whether or not it is open. */
export const vaultContract = {
  'vault.describe': defineCall({ lane: 'vault', input: nothingSchema, output: vaultStateSchema }),
  /** Tells the state, and every one after it, for as long as the page listens. */
  'vault.watch': defineStream({
    lane: 'vault',
    input: nothingSchema,
    item: vaultStateSchema,
    output: nothingSchema,
  }),
  /** Opens with the passphrase or the recovery code. Fails with `archive-locked`, which says why. */
  'vault.unlock': defineCall({
    lane: 'vault',
    input: z.strictObject({ secret: secretSchema }),
    output: nothingSchema,
  }),
  /** Forgets the key. What is being written is finished first; all else is stopped. */
  'vault.lock': defineCall({ lane: 'vault', input: nothingSchema, output: nothingSchema }),
  /** Says that the officer is at work, so that the archive is not locked under their hands. */
  'vault.stay-open': defineCall({ lane: 'vault', input: nothingSchema, output: nothingSchema }),
  /** Encrypts a draft, a JSON object, under the archive's key, for the window to hold while it is locked. */
  'vault.seal': defineCall({
    lane: 'vault',
    input: z.strictObject({ text: z.string().startsWith('{').max(LONGEST_DRAFT) }),
    output: z.strictObject({ sealed: z.string() }),
  }),
  /** Gives such a draft back; `not-found` where the archive has other keys by now. */
  'vault.unseal': defineCall({
    lane: 'vault',
    input: z.strictObject({
      sealed: z
        .string()
        .startsWith('draft1.')
        .max(4 * LONGEST_DRAFT + 64),
    }),
    output: z.strictObject({ text: z.string() }),
    failures: ['not-found'],
  }),
  /** Makes the keys of an archive that is to be encrypted. The code is shown now and never again. */
  'vault.prepare-keys': defineCall({
    lane: 'vault',
    input: z.strictObject({ passphrase: newPassphraseSchema }),
    output: z.strictObject({ recoveryCode: z.string() }),
  }),
  /** Encrypts with the keys just made, once the last group of the recovery code is typed back. */
  'vault.encrypt': defineCall({
    lane: 'vault',
    input: z.strictObject({ lastGroup: z.string().max(64) }),
    output: nothingSchema,
    failures: ['code-mismatch'],
  }),
  /** Makes the archive plain again. */
  'vault.decrypt': defineCall({
    lane: 'vault',
    input: z.strictObject({ secret: secretSchema }),
    output: nothingSchema,
  }),
  /** Replaces the passphrase; the old one or the recovery code opens the way. */
  'vault.change-passphrase': defineCall({
    lane: 'vault',
    input: z.strictObject({ secret: secretSchema, passphrase: newPassphraseSchema }),
    output: nothingSchema,
  }),
  /** Has this workstation's keychain open the archive from now on. */
  'vault.trust-workstation': defineCall({
    lane: 'vault',
    input: z.strictObject({ secret: secretSchema }),
    output: nothingSchema,
    failures: ['keychain-refused'],
  }),
  /** Has no workstation open the archive any more without its passphrase. */
  'vault.forget-workstation': defineCall({
    lane: 'vault',
    input: nothingSchema,
    output: nothingSchema,
  }),
  /** The backups of this archive, the newest first. */
  'backup.list': defineCall({
    lane: 'vault',
    input: nothingSchema,
    output: z.strictObject({ backups: z.array(backupSchema) }),
  }),
  /** Makes a backup now, and reads back all of it. */
  'backup.make': defineCall({ lane: 'vault', input: nothingSchema, output: nothingSchema }),
  /**
   * Puts a backup in the place of the archive, and keeps what stood there among the backups.
   * `secret` is the passphrase of a backup that the archive's own does not open.
   */
  'backup.restore': defineCall({
    lane: 'vault',
    input: z.strictObject({ name: z.string().max(80), secret: secretSchema.nullable() }),
    output: nothingSchema,
    failures: ['not-found'],
  }),
}

export type VaultContract = typeof vaultContract
