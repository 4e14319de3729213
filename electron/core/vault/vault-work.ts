import { succeed, type Outcome } from '../../../shared/model/failure.ts'
import { decryptBackups, encryptBackups } from '../backups/convert-backups.ts'
import { keepBackups, listBackups, type ListedBackup } from '../backups/keep-backups.ts'
import { makeBackup } from '../backups/make-backup.ts'
import { restoreBackup } from '../backups/restore-backup.ts'
import { convertArchive } from '../db/convert.ts'
import {
  changePassphrase,
  createKeys,
  keyFileId,
  unwrapDataKey,
  type DataKey,
  type NewKeys,
} from '../db/keys.ts'
import { failOrThrow } from '../db/sqlite-failure.ts'
import { openSystemClock } from '../system/clock.ts'

/** What each piece of work is told, by its name. */
interface Told {
  readonly unwrap: { readonly secret: string }
  readonly createKeys: { readonly passphrase: string }
  readonly convert: {
    readonly actor: string
    readonly from: DataKey | null
    readonly to: NewKeys | null
  }
  readonly changePassphrase: { readonly secret: string; readonly passphrase: string }
  readonly keepBackups: { readonly key: DataKey | null }
  readonly makeBackup: { readonly key: DataKey | null }
  readonly listBackups: { readonly key: DataKey | null }
  readonly restoreBackup: {
    readonly actor: string
    readonly key: DataKey | null
    readonly name: string
    readonly secret: string | null
  }
}

/** What comes of it. */
interface Done {
  readonly unwrap: Outcome<DataKey>
  readonly createKeys: NewKeys
  readonly convert: Outcome<null>
  readonly changePassphrase: Outcome<unknown>
  readonly keepBackups: Outcome<object> | null
  readonly makeBackup: Outcome<object>
  readonly listBackups: ListedBackup[]
  readonly restoreBackup: Outcome<null>
}

/** One piece of work, as it is handed to a thread. */
export interface VaultJob {
  readonly name: keyof Told
  readonly archivePath: string
  readonly told: object
}

type Doing<K extends keyof Told> = (
  archivePath: string,
  told: Told[K],
) => Done[K] | Promise<Done[K]>

/** The work behind a vault, which takes from half a second to minutes. */
export type VaultWork = {
  readonly [K in keyof Told]: (
    archivePath: string,
    told: Told[K],
    signal?: AbortSignal,
  ) => Promise<Done[K]>
}

const DOING: { readonly [K in keyof Told]: Doing<K> } = {
  unwrap: (archivePath, { secret }) => unwrapDataKey(archivePath, secret),
  createKeys: (_archivePath, { passphrase }) => createKeys(passphrase),
  convert: (archivePath, { actor, from, to }) => {
    const keysId = keyFileId(archivePath)
    const converted = convertArchive(archivePath, { from, to, actor, clock: openSystemClock() })
    if (!converted.ok) return converted
    return orFailure(() => {
      if (to) encryptBackups(archivePath, to.dataKey)
      else if (from) decryptBackups(archivePath, from, keysId)
    })
  },
  changePassphrase: (archivePath, { secret, passphrase }) => {
    const changed = changePassphrase(archivePath, secret, passphrase)
    if (!changed.ok) return changed
    // The old passphrase shall open no backup either.
    return orFailure(() => encryptBackups(archivePath, changed.value.dataKey))
  },
  keepBackups: (archivePath, { key }) =>
    keepBackups({ archivePath, key, now: openSystemClock().now() }),
  makeBackup: (archivePath, { key }) =>
    makeBackup({ archivePath, key, now: openSystemClock().now() }, 'manual'),
  listBackups: (archivePath, { key }) => listBackups(archivePath, key),
  restoreBackup: (archivePath, told) =>
    restoreBackup({ archivePath, ...told, clock: openSystemClock() }),
}

function orFailure(work: () => void): Outcome<null> {
  try {
    work()
    return succeed(null)
  } catch (error) {
    return failOrThrow(error)
  }
}

/** Does one piece of work on this very thread. */
export function runVaultJob({ name, archivePath, told }: VaultJob): unknown {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `vaultWorkFrom` ties each name to what it is told
  const doing = DOING[name] as (archivePath: string, told: object) => unknown
  return doing(archivePath, told)
}

/** The work of a vault, done wherever `run` does it; what the signal aborts rejects. */
export function vaultWorkFrom(
  run: (job: VaultJob, signal?: AbortSignal) => Promise<unknown>,
): VaultWork {
  const ask =
    <K extends keyof Told>(name: K) =>
    async (archivePath: string, told: Told[K], signal?: AbortSignal): Promise<Done[K]> =>
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `DOING` ties each name to what comes of it
      (await run({ name, archivePath, told }, signal)) as Done[K]
  return {
    unwrap: ask('unwrap'),
    createKeys: ask('createKeys'),
    convert: ask('convert'),
    changePassphrase: ask('changePassphrase'),
    keepBackups: ask('keepBackups'),
    makeBackup: ask('makeBackup'),
    listBackups: ask('listBackups'),
    restoreBackup: ask('restoreBackup'),
  }
}
