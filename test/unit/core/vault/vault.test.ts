import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fail, succeed } from '../../../../shared/model/failure.ts'
import { createKeys, writeKeyFile } from '../../../../electron/core/db/keys.ts'
import { openVault, type Vault } from '../../../../electron/core/vault/vault.ts'
import { aFolder } from '../../../support/archive.ts'

const MINUTE = 60_000
let remove: () => void
let archivePath: string
beforeEach(() => {
  const made = aFolder()
  remove = made.remove
  archivePath = path.join(made.folder, 'archive.fonds')
  writeKeyFile(archivePath, createKeys('quatre mots au hasard').file)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
  remove()
})

test('passphrases are tried one after the other, and wrong ones make the next wait longer', async () => {
  const { vault, waits, most } = aVault()
  await Promise.all(Array.from({ length: 8 }, () => vault.unlock('faux')))
  expect(most()).toBe(1)
  expect(waits).toEqual([0, 0, 0, 0, 1000, 2000, 4000, 8000])
  expect((await vault.unlock('bon')).ok).toBe(true)
  await vault.lock()
  await vault.unlock('faux')
  expect(waits.at(-1)).toBe(0)
})

test('an archive that nobody touches is locked, and its key overwritten', async () => {
  const { vault } = aVault(10)
  await vault.unlock('bon')
  const key = vault.key()
  vi.advanceTimersByTime(9 * MINUTE)
  vault.stayOpen()
  vi.advanceTimersByTime(9 * MINUTE)
  expect(vault.state().isLocked).toBe(false)
  vi.advanceTimersByTime(MINUTE)
  expect(vault.state().isLocked).toBe(true)
  expect(vault.key()).toBeNull()
  expect(key?.every((byte) => byte === 0)).toBe(true)
})

test('hands that come back after a sleep that stopped every timer find it locked', async () => {
  const { vault, sleep } = aVault(10)
  await vault.unlock('bon')
  sleep(11 * MINUTE)
  vault.stayOpen()
  expect(vault.state().isLocked).toBe(true)
})

function aVault(lockDelayMinutes = 15): {
  readonly vault: Vault
  readonly waits: number[]
  readonly most: () => number
  readonly sleep: (milliseconds: number) => void
} {
  const waits: number[] = []
  const going = { now: 0, most: 0, wall: 0 }
  const vault = openVault({
    archivePath,
    actor: 'Officier',
    policy: { lockDelayMinutes },
    keychain: null,
    alone: (work) => work(),
    wait: async (milliseconds) => void waits.push(milliseconds),
    now: () => going.wall,
    work: {
      unwrap: async (_archive, { secret }) => {
        going.now += 1
        going.most = Math.max(going.most, going.now)
        await Promise.resolve()
        going.now -= 1
        return secret === 'bon'
          ? succeed(new Uint8Array(32).fill(7))
          : fail({ kind: 'archive-locked', why: 'wrong-passphrase' })
      },
      createKeys: async (_archive, { passphrase }) => createKeys(passphrase),
      convert: async () => succeed(null),
      changePassphrase: async () => succeed({}),
      keepBackups: async () => null,
      makeBackup: async () => succeed({}),
      listBackups: async () => [],
      restoreBackup: async () => succeed(null),
    },
  })
  const sleep = (milliseconds: number): void => void (going.wall += milliseconds)
  return { vault, waits, most: () => going.most, sleep }
}
