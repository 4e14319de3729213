import type { VaultContract } from '../../../shared/channels/vault.ts'
import { vaultContract } from '../../../shared/channels/vault.ts'
import { fail, succeed, type Failure, type Outcome } from '../../../shared/model/failure.ts'
import type { Policy } from '../../../shared/model/policy.ts'
import type { DataKey } from '../db/keys.ts'
import { failureFromError } from '../db/sqlite-failure.ts'
import type { Handlers, Service } from '../dispatch.ts'
import { sealText, unsealText } from './seal.ts'
import type { Vault, VaultState } from './vault.ts'

const vaultHandlers: Handlers<VaultContract, Vault> = {
  'vault.describe': (_input, vault) => succeed(vault.state()),
  'vault.watch': (_input, vault, { signal }) => watch(vault, signal),
  'vault.unlock': async ({ secret }, vault) => emptied(await vault.unlock(secret)),
  'vault.lock': async (_input, vault) => {
    await vault.lock()
    return succeed({})
  },
  'vault.stay-open': (_input, vault) => {
    vault.stayOpen()
    return succeed({})
  },
  'vault.seal': ({ text }, vault) =>
    withKey(vault, (key) => succeed({ sealed: sealText(key, text) })),
  'vault.unseal': ({ sealed }, vault) =>
    withKey(vault, (key) => {
      const text = unsealText(key, sealed)
      return text === null ? fail({ kind: 'not-found', what: 'draft', id: '' }) : succeed({ text })
    }),
  'vault.prepare-keys': async ({ passphrase }, vault) =>
    succeed(await vault.prepareKeys(passphrase)),
  'vault.encrypt': async ({ lastGroup }, vault) => emptied(await vault.encrypt(lastGroup)),
  'vault.decrypt': async ({ secret }, vault) => emptied(await vault.decrypt(secret)),
  'vault.change-passphrase': async ({ secret, passphrase }, vault) =>
    emptied(await vault.changePassphrase(secret, passphrase)),
  'vault.trust-workstation': async ({ secret }, vault) =>
    emptied(await vault.trustWorkstation(secret)),
  'vault.forget-workstation': (_input, vault) => emptied(vault.forgetWorkstation()),
  'backup.list': async (_input, vault) => succeed({ backups: await vault.listBackups() }),
  'backup.make': async (_input, vault) => emptied(await vault.makeBackup()),
  'backup.restore': async ({ name, secret }, vault) =>
    emptied(await vault.restoreBackup(name, secret)),
}

/** The channels of a vault, which are answered while its archive is locked too. */
export function vaultService(
  vault: Vault,
  policy: Policy,
  onBug: (channel: string, error: unknown) => void,
): Service<VaultContract, Vault> {
  return {
    contract: vaultContract,
    handlers: vaultHandlers,
    context: () => succeed(vault),
    refuse: (channel) => refusalByPolicy(policy, channel),
    failureFromError,
    onBug,
  }
}

function withKey<T>(vault: Vault, work: (key: DataKey) => Outcome<T>): Outcome<T> {
  const key = vault.key()
  return key === null ? fail({ kind: 'archive-locked', why: 'locked' }) : work(key)
}

const CONVERTING: ReadonlySet<string> = new Set([
  'vault.encrypt',
  'vault.decrypt',
  'backup.restore',
  'vault.trust-workstation',
])

function refusalByPolicy(policy: Policy, channel: string): Failure | null {
  if (!CONVERTING.has(channel)) return null
  if (policy.readOnly) return { kind: 'policy-refuses', rule: 'readOnly' }
  if (policy.requireEncryption && channel === 'vault.decrypt') {
    return { kind: 'policy-refuses', rule: 'requireEncryption' }
  }
  if (policy.requirePassphrase && channel === 'vault.trust-workstation') {
    return { kind: 'policy-refuses', rule: 'requirePassphrase' }
  }
  return null
}

/** No key ever leaves by a channel, whatever the work behind it gave. */
const emptied = (outcome: Outcome<object>): Outcome<Record<string, never>> =>
  outcome.ok ? succeed({}) : fail(outcome.failure)

async function* watch(
  vault: Vault,
  signal: AbortSignal,
): AsyncGenerator<VaultState, Outcome<Record<string, never>>, void> {
  const waiting: VaultState[] = [vault.state()]
  let wake: (() => void) | undefined
  vault.onChange((state) => {
    waiting.push(state)
    wake?.()
  }, signal)
  signal.addEventListener('abort', () => wake?.(), { once: true })
  while (!signal.aborted) {
    const next = waiting.shift()
    if (next) yield next
    else {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
  }
  return succeed({})
}
