import { existsSync } from 'node:fs'
import type { Policy } from '../../shared/model/policy.ts'
import { decryptBackups, encryptBackups } from '../core/backups/convert-backups.ts'
import { convertArchive, type Conversion } from '../core/db/convert.ts'
import { isEncrypted } from '../core/db/inspect.ts'
import { changePassphrase, createKeys, keyFileId, unwrapDataKey } from '../core/db/keys.ts'
import { logPolicyFaults } from '../core/policy/describe-policy.ts'
import { policyPlaces, readPolicy } from '../core/policy/read-policy.ts'
import { openSystemClock } from '../core/system/clock.ts'
import { openLog } from '../core/system/log.ts'
import type { CliArguments } from './arguments.ts'
import { readSecret } from './passphrase.ts'
import { archivePathFrom, officer, printLine, tellFailure } from './session.ts'
import { vaultWords } from './vault-words.ts'

/** What CNIL asks of a passphrase at the least. */
const LEAST_SIGNS = 12

/** What a verb that works on a closed archive is told. */
export interface VaultAsked {
  readonly archivePath: string
  readonly policy: Policy
  readonly json: boolean
  readonly operands: readonly string[]
}

/** The verbs about encryption: they work on an archive that nobody has open. */
export const VAULT_VERBS: ReadonlyMap<string, (asked: VaultAsked) => Promise<number>> = new Map([
  ['encrypt', encrypt],
  ['decrypt', decrypt],
  ['passphrase', change],
])

/** Runs one of them. */
export async function runVaultVerb(
  verb: (asked: VaultAsked) => Promise<number>,
  { options, operands }: CliArguments,
): Promise<number> {
  const reading = readPolicy(policyPlaces())
  logPolicyFaults(reading, openLog())
  const { policy } = reading
  const archivePath = archivePathFrom(options.archive, policy)
  return verb({ archivePath, policy, json: options.json ?? false, operands })
}

async function encrypt({ archivePath, policy }: VaultAsked): Promise<number> {
  const words = vaultWords()
  if (policy.readOnly) return tellFailure({ kind: 'policy-refuses', rule: 'readOnly' })
  if (isEncrypted(archivePath)) return say(words.isEncrypted)
  if (!existsSync(archivePath) && !policy.requireEncryption)
    return tellFailure({ kind: 'archive-missing' })
  const passphrase = await newPassphrase('FONDS_PASSPHRASE_FILE')
  if (passphrase === null) return 1
  const keys = createKeys(passphrase)
  const converted = convertArchive(archivePath, { from: null, to: keys, ...by() })
  if (converted.ok) encryptBackups(archivePath, keys.dataKey)
  if (!converted.ok) return tellFailure(converted.failure)
  printLine(words.recoveryCode(keys.recoveryCode))
  printLine(words.encrypted)
  return 0
}

async function decrypt({ archivePath, policy }: VaultAsked): Promise<number> {
  const words = vaultWords()
  if (policy.requireEncryption) {
    return tellFailure({ kind: 'policy-refuses', rule: 'requireEncryption' })
  }
  if (policy.readOnly) return tellFailure({ kind: 'policy-refuses', rule: 'readOnly' })
  if (!isEncrypted(archivePath)) return say(words.isPlain)
  const secret = await currentSecret()
  if (secret === null) return say(words.noSecret)
  const opened = unwrapDataKey(archivePath, secret)
  if (!opened.ok) return tellFailure(opened.failure)
  const keysId = keyFileId(archivePath)
  const converted = convertArchive(archivePath, { from: opened.value, to: null, ...by() })
  if (converted.ok) decryptBackups(archivePath, opened.value, keysId)
  if (!converted.ok) return tellFailure(converted.failure)
  printLine(words.decrypted)
  return 0
}

async function change({ archivePath }: VaultAsked): Promise<number> {
  const words = vaultWords()
  if (!isEncrypted(archivePath)) return say(words.isPlain)
  const secret = await currentSecret()
  if (secret === null) return say(words.noSecret)
  const passphrase = await newPassphrase('FONDS_NEW_PASSPHRASE_FILE')
  if (passphrase === null) return 1
  const changed = changePassphrase(archivePath, secret, passphrase)
  if (!changed.ok) return tellFailure(changed.failure)
  encryptBackups(archivePath, changed.value.dataKey)
  printLine(words.changed)
  return 0
}

const currentSecret = (): Promise<string | null> =>
  readSecret({
    variable: 'FONDS_PASSPHRASE_FILE',
    question: vaultWords().askSecret,
    again: null,
  })

/** A new passphrase that is long enough; null, and said why, when there is none. */
async function newPassphrase(
  variable: 'FONDS_PASSPHRASE_FILE' | 'FONDS_NEW_PASSPHRASE_FILE',
): Promise<string | null> {
  const words = vaultWords()
  const given = await readSecret({ variable, question: words.askNew, again: words.askAgain })
  if (given !== null && given.length >= LEAST_SIGNS) return given
  printLine(given === null ? words.noSecret : words.tooShort)
  return null
}

const by = (): Pick<Conversion, 'actor' | 'clock'> => ({
  actor: officer(),
  clock: openSystemClock(),
})

function say(sentence: string): number {
  printLine(sentence)
  return 1
}
