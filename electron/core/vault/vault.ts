import path from 'node:path'
import type { OutputOf } from '../../../shared/channels/channel.ts'
import type { VaultContract } from '../../../shared/channels/vault.ts'
import { fail, succeed, type FailureKind, type Outcome } from '../../../shared/model/failure.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { ListedBackup } from '../backups/keep-backups.ts'
import { undoCutOffRestoring } from '../backups/restore-backup.ts'
import { isEncrypted } from '../db/inspect.ts'
import {
  forgetWorkstations,
  isLastGroup,
  keyFileId,
  unwrapByWorkstation,
  wrapForWorkstation,
  tryWriteKeyFile,
  type DataKey,
  type NewKeys,
} from '../db/keys.ts'
import { openSystemClock } from '../system/clock.ts'
import { openIdleTimer, type IdleTimer } from './idle-timer.ts'
import { delayAfter } from './patience.ts'
import type { Keychain, KeychainNews } from './keychain.ts'
import type { VaultWork } from './vault-work.ts'

export type VaultState = OutputOf<VaultContract['vault.describe']>

/** Holds the key of one archive while it is unlocked, and nothing of it otherwise. */
export interface Vault {
  /** The key of the moment; null where there is none to hold. */
  readonly key: () => DataKey | null
  /**
   * The same, after a look at the file: somebody else may have converted it. To be asked only
   * while this process has no connection to the archive.
   */
  readonly keyForWriter: () => DataKey | null
  readonly state: () => VaultState
  /** Calls back at once with every new state until the signal is aborted. */
  readonly onChange: (listener: (state: VaultState) => void, signal: AbortSignal) => void
  readonly unlock: (secret: string) => Promise<Outcome<object>>
  readonly lock: () => Promise<void>
  readonly stayOpen: () => void
  readonly prepareKeys: (passphrase: string) => Promise<{ recoveryCode: string }>
  readonly encrypt: (lastGroup: string) => Promise<Outcome<object>>
  readonly decrypt: (secret: string) => Promise<Outcome<object>>
  readonly changePassphrase: (secret: string, passphrase: string) => Promise<Outcome<object>>
  /** Hears what the workstation's keychain offers, and opens the archive with what it gives back. */
  readonly meetWorkstation: (news: KeychainNews) => Promise<void>
  readonly trustWorkstation: (secret: string) => Promise<Outcome<object>>
  readonly forgetWorkstation: () => Outcome<object>
  /** To be asked whenever the archive was opened for writing, and now and then after that. */
  readonly keepBackups: () => Promise<void>
  /** Ends a backup that is being made by itself; it is made the next time. */
  readonly endBackup: () => Promise<void>
  readonly listBackups: () => Promise<ListedBackup[]>
  readonly makeBackup: () => Promise<Outcome<object>>
  /** `secret` opens a backup that the archive's own key does not; null otherwise. */
  readonly restoreBackup: (name: string, secret: string | null) => Promise<Outcome<object>>
}

interface VaultParts {
  readonly archivePath: string
  readonly actor: string
  readonly policy: Policy
  readonly work: VaultWork
  /** Does work while nobody has the archive open: everybody is sent away first, and comes back after. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>
  /** The keychain of the workstation; null where none is known of. */
  readonly keychain: Keychain | null
  readonly wait: (milliseconds: number) => Promise<unknown>
  /** Milliseconds of the clock on the wall. */
  readonly now: () => number
}

const DEFAULT_LOCK_MINUTES = 15

interface Held {
  readonly parts: VaultParts
  readonly lockAfterMinutes: number
  readonly idle: IdleTimer
  readonly listeners: Set<(state: VaultState) => void>
  isEncrypted: boolean
  key: DataKey | null
  /** Made, shown and not yet used. */
  pending: NewKeys | null
  /** Wrong tries since the last right one. */
  refusals: number
  tries: Promise<unknown>
  backingUp: { readonly abort: AbortController; readonly done: Promise<void> } | null
  /** Why the last backup that was due could not be made. */
  backupFailure: FailureKind | null
  workstation: VaultState['workstation']
}

/** Opens the vault of an archive that nobody in this process has open yet. It begins locked. */
export function openVault(parts: VaultParts): Vault {
  undoCutOffRestoring(parts.archivePath, parts.actor, openSystemClock())
  const lockAfterMinutes = parts.policy.lockDelayMinutes ?? DEFAULT_LOCK_MINUTES
  const held: Held = {
    parts,
    lockAfterMinutes,
    idle: openIdleTimer(lockAfterMinutes * 60_000, parts.now, () => void lock(held)),
    listeners: new Set(),
    isEncrypted: isEncrypted(parts.archivePath),
    key: null,
    pending: null,
    refusals: 0,
    tries: Promise.resolve(),
    backingUp: null,
    backupFailure: null,
    workstation: 'absent',
  }
  return {
    key: () => held.key,
    keyForWriter: () => {
      const before = held.isEncrypted
      held.isEncrypted = isEncrypted(parts.archivePath)
      if (before !== held.isEncrypted) announce(held)
      return held.isEncrypted ? held.key : null
    },
    state: () => stateOf(held),
    onChange: (listener, signal) => {
      held.listeners.add(listener)
      signal.addEventListener('abort', () => held.listeners.delete(listener), { once: true })
    },
    unlock: (secret) => unlock(held, secret),
    lock: () => lock(held),
    stayOpen: () => held.idle.touch(),
    prepareKeys: async (passphrase) => {
      held.pending = await parts.work.createKeys(parts.archivePath, { passphrase })
      return { recoveryCode: held.pending.recoveryCode }
    },
    encrypt: (lastGroup) => encrypt(held, lastGroup),
    decrypt: (secret) => decrypt(held, secret),
    changePassphrase: (secret, passphrase) => changePassphrase(held, secret, passphrase),
    meetWorkstation: (news) => meetWorkstation(held, news),
    trustWorkstation: (secret) => trustWorkstation(held, secret),
    forgetWorkstation: () => forgetWorkstation(held),
    keepBackups: () => keepBackups(held),
    endBackup: () => endBackup(held),
    listBackups: () => parts.work.listBackups(parts.archivePath, { key: held.key }),
    makeBackup: () => makeBackup(held),
    restoreBackup: (name, secret) => restoreBackup(held, name, secret),
  }
}

function stateOf(held: Held): VaultState {
  const { parts, isEncrypted: encrypted, key, lockAfterMinutes, backupFailure, workstation } = held
  const { requireEncryption = false, readOnly = false } = parts.policy
  return {
    name: path.basename(parts.archivePath),
    isEncrypted: encrypted,
    isLocked: encrypted && key === null,
    mustEncrypt: requireEncryption && !encrypted,
    mayDecrypt: !requireEncryption && !readOnly,
    lockAfterMinutes,
    workstation,
    backupFailure,
  }
}

function announce(held: Held): void {
  const told = stateOf(held)
  for (const listener of held.listeners) listener(told)
}

function keep(held: Held, key: DataKey | null): void {
  held.key?.fill(0)
  held.key = key
  if (key === null) held.idle.stop()
  else held.idle.begin()
}

/** One try at a time, and later and later: nobody guesses in parallel. */
function tryOut(held: Held, secret: string): Promise<Outcome<DataKey>> {
  const { archivePath, wait, work } = held.parts
  const turn = held.tries.then(async () => {
    await wait(delayAfter(held.refusals))
    const opened = await work.unwrap(archivePath, { secret })
    held.refusals = isWrong(opened) ? held.refusals + 1 : 0
    return opened
  })
  held.tries = turn.catch(() => {})
  return turn
}

const isWrong = (opened: Outcome<DataKey>): boolean =>
  !opened.ok &&
  opened.failure.kind === 'archive-locked' &&
  opened.failure.why === 'wrong-passphrase'

async function unlock(held: Held, secret: string): Promise<Outcome<object>> {
  if (!held.isEncrypted) return succeed({})
  const opened = await tryOut(held, secret)
  if (!opened.ok) return opened
  await letIn(held, opened.value)
  return succeed({})
}

async function letIn(held: Held, key: DataKey): Promise<void> {
  keep(held, key)
  // Whoever was refused while it was locked comes back with the key.
  await held.parts.alone(async () => {})
  announce(held)
}

async function lock(held: Held): Promise<void> {
  held.pending = null
  if (held.key === null) return
  keep(held, null)
  // The window is emptied first, and waits for nobody.
  announce(held)
  await endBackup(held)
  await held.parts.alone(async () => {})
}

async function encrypt(held: Held, lastGroup: string): Promise<Outcome<object>> {
  const { pending } = held
  if (held.isEncrypted) return succeed({})
  if (pending === null || !isLastGroup(pending.recoveryCode, lastGroup)) {
    return fail({ kind: 'code-mismatch' })
  }
  const converted = await convert(held, null, pending)
  if (converted.ok) held.pending = null
  return converted
}

async function decrypt(held: Held, secret: string): Promise<Outcome<object>> {
  if (!held.isEncrypted) return succeed({})
  const opened = await tryOut(held, secret)
  return opened.ok ? convert(held, opened.value, null) : opened
}

async function convert(
  held: Held,
  from: DataKey | null,
  to: NewKeys | null,
): Promise<Outcome<object>> {
  const { archivePath, actor, alone, work } = held.parts
  await endBackup(held)
  const keysId = to === null ? keyFileId(archivePath) : null
  const converted = await alone(async () => {
    const outcome = await work.convert(archivePath, { actor, from, to })
    held.isEncrypted = isEncrypted(archivePath)
    // Its backups may have failed after the archive itself was converted.
    if (held.isEncrypted === (to !== null)) keep(held, to?.dataKey ?? null)
    return outcome
  })
  if (keysId !== null && !held.isEncrypted) leaveKeychain(held, keysId)
  announce(held)
  return converted.ok ? succeed({}) : converted
}

async function changePassphrase(
  held: Held,
  secret: string,
  passphrase: string,
): Promise<Outcome<object>> {
  const opened = await tryOut(held, secret)
  if (!opened.ok) return opened
  const { archivePath, work } = held.parts
  const changed = await work.changePassphrase(archivePath, { secret, passphrase })
  return changed.ok ? succeed({}) : changed
}

async function meetWorkstation(held: Held, { state, secret }: KeychainNews): Promise<void> {
  held.workstation = state
  const isWanted = held.isEncrypted && held.key === null
  const opened =
    secret === null || !isWanted ? null : unwrapByWorkstation(held.parts.archivePath, secret)
  if (opened?.ok) return letIn(held, opened.value)
  // What it gave back opens nothing: the passphrase is asked for, as on any other workstation.
  if (opened !== null) held.workstation = 'refused'
  announce(held)
}

async function trustWorkstation(held: Held, secret: string): Promise<Outcome<object>> {
  const { archivePath, keychain } = held.parts
  const opened = await tryOut(held, secret)
  if (!opened.ok) return opened
  const wrapped = wrapForWorkstation(archivePath, opened.value)
  opened.value.fill(0)
  if (!wrapped.ok) return wrapped
  const { id, file } = wrapped.value
  // The keychain first: keys that nothing opens would be told of at every start.
  if (!(await keychain?.keep(id, wrapped.value.secret))) return fail({ kind: 'keychain-refused' })
  const written = tryWriteKeyFile(archivePath, file)
  if (!written.ok) return written
  held.workstation = 'kept'
  announce(held)
  return succeed({})
}

function forgetWorkstation(held: Held): Outcome<object> {
  const { archivePath } = held.parts
  const keysId = keyFileId(archivePath)
  const forgotten = forgetWorkstations(archivePath)
  if (!forgotten.ok) return forgotten
  if (keysId !== null) leaveKeychain(held, keysId)
  announce(held)
  return succeed({})
}

function leaveKeychain(held: Held, keysId: string): void {
  held.parts.keychain?.forget(keysId)
  if (held.workstation === 'kept' || held.workstation === 'refused') held.workstation = 'offered'
}

/** Does what an open archive needs for its backups by itself, and tells when it could not. */
async function keepBackups(held: Held): Promise<void> {
  if (held.backingUp !== null || stateOf(held).isLocked) return
  const abort = new AbortController()
  const done = keepBackupsUntil(held, abort.signal)
  held.backingUp = { abort, done }
  await done
  held.backingUp = null
}

async function keepBackupsUntil(held: Held, signal: AbortSignal): Promise<void> {
  const { archivePath, work } = held.parts
  try {
    const outcome = await work.keepBackups(archivePath, { key: held.key }, signal)
    const before = held.backupFailure
    if (outcome !== null) held.backupFailure = outcome.ok ? null : outcome.failure.kind
    if (before !== held.backupFailure) announce(held)
  } catch {
    // One that was ended is made the next time.
  }
}

/** Nobody may read the archive while it is replaced, and no key outlive a lock. */
async function endBackup({ backingUp }: Held): Promise<void> {
  backingUp?.abort.abort()
  await backingUp?.done
}

async function makeBackup(held: Held): Promise<Outcome<object>> {
  if (stateOf(held).isLocked) return fail({ kind: 'archive-locked', why: 'locked' })
  await held.backingUp?.done
  const { archivePath, work } = held.parts
  const made = await work.makeBackup(archivePath, { key: held.key })
  if (made.ok && held.backupFailure !== null) {
    held.backupFailure = null
    announce(held)
  }
  return made.ok ? succeed({}) : made
}

async function restoreBackup(
  held: Held,
  name: string,
  secret: string | null,
): Promise<Outcome<object>> {
  const { archivePath, actor, alone, work } = held.parts
  await endBackup(held)
  const restored = await alone(async () => {
    const outcome = await work.restoreBackup(archivePath, { actor, key: held.key, name, secret })
    held.isEncrypted = isEncrypted(archivePath)
    if (outcome.ok) held.backupFailure = null
    return outcome
  })
  announce(held)
  return restored.ok ? succeed({}) : restored
}
