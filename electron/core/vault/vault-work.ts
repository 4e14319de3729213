import type { Outcome } from '../../../shared/model/failure.ts'
import { convertArchive } from '../db/convert.ts'
import {
  changePassphrase,
  createKeys,
  unwrapDataKey,
  type DataKey,
  type NewKeys,
} from '../db/keys.ts'
import { openSystemClock } from '../system/clock.ts'

/** What one piece of work is told. */
export type VaultJob =
  | { readonly job: 'unwrap'; readonly archivePath: string; readonly secret: string }
  | { readonly job: 'create-keys'; readonly passphrase: string }
  | {
      readonly job: 'convert'
      readonly archivePath: string
      readonly actor: string
      readonly from: DataKey | null
      readonly to: NewKeys | null
    }
  | {
      readonly job: 'change-passphrase'
      readonly archivePath: string
      readonly secret: string
      readonly passphrase: string
    }

/** The work behind a vault, which takes from half a second to minutes. */
export interface VaultWork {
  readonly unwrap: (archivePath: string, secret: string) => Promise<Outcome<DataKey>>
  readonly createKeys: (passphrase: string) => Promise<NewKeys>
  readonly convert: (
    archivePath: string,
    conversion: {
      readonly actor: string
      readonly from: DataKey | null
      readonly to: NewKeys | null
    },
  ) => Promise<Outcome<null>>
  readonly changePassphrase: (
    archivePath: string,
    secret: string,
    passphrase: string,
  ) => Promise<Outcome<object>>
}

/** Does one job on this very thread. */
export function runVaultJob(job: VaultJob): unknown {
  switch (job.job) {
    case 'unwrap':
      return unwrapDataKey(job.archivePath, job.secret)
    case 'create-keys':
      return createKeys(job.passphrase)
    case 'convert': {
      const { archivePath, actor, from, to } = job
      return convertArchive(archivePath, { from, to, actor, clock: openSystemClock() })
    }
    case 'change-passphrase':
      return changePassphrase(job.archivePath, job.secret, job.passphrase)
  }
}

/** The work of a vault, done wherever `run` does it. */
export function vaultWorkFrom(run: (job: VaultJob) => Promise<unknown>): VaultWork {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- `runVaultJob` ties each job to what it gives
  const ask = async <T>(job: VaultJob): Promise<T> => (await run(job)) as T
  return {
    unwrap: (archivePath, secret) => ask({ job: 'unwrap', archivePath, secret }),
    createKeys: (passphrase) => ask({ job: 'create-keys', passphrase }),
    convert: (archivePath, conversion) => ask({ job: 'convert', archivePath, ...conversion }),
    changePassphrase: (archivePath, secret, passphrase) =>
      ask({ job: 'change-passphrase', archivePath, secret, passphrase }),
  }
}
