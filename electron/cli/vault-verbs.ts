import { existsSync } from 'node:fs'
import { userInfo } from 'node:os'
import type { Failure } from '../../shared/model/failure.ts'
import type { Policy } from '../../shared/model/policy.ts'
import { convertArchive, type Conversion } from '../core/db/convert.ts'
import { isEncrypted } from '../core/db/inspect.ts'
import { changePassphrase, createKeys, unwrapDataKey } from '../core/db/keys.ts'
import { logPolicyFaults } from '../core/policy/describe-policy.ts'
import { policyPlaces, readPolicy } from '../core/policy/read-policy.ts'
import { openSystemClock } from '../core/system/clock.ts'
import { openLog } from '../core/system/log.ts'
import { readSecret } from './passphrase.ts'
import { archivePathFrom, cliWords, printLine } from './session.ts'
import { vaultWords } from './vault-words.ts'
import { sentenceFromFailure } from './words.ts'

/** What CNIL asks of a passphrase at the least. */
const LEAST_SIGNS = 12

interface Asked {
  readonly archivePath: string
  readonly policy: Policy
}

/** The verbs about encryption: they work on an archive that nobody has open. */
export const VAULT_VERBS: ReadonlyMap<string, (asked: Asked) => Promise<number>> = new Map([
  ['encrypt', encrypt],
  ['decrypt', decrypt],
  ['passphrase', change],
])

/** Runs one of them. */
export async function runVaultVerb(
  verb: (asked: Asked) => Promise<number>,
  archive: string | undefined,
): Promise<number> {
  const reading = readPolicy(policyPlaces())
  logPolicyFaults(reading, openLog())
  const { policy } = reading
  return verb({ archivePath: archivePathFrom(archive, policy), policy })
}

async function encrypt({ archivePath, policy }: Asked): Promise<number> {
  const words = vaultWords()
  if (policy.readOnly) return tell({ kind: 'policy-refuses', rule: 'readOnly' })
  if (isEncrypted(archivePath)) return say(words.isEncrypted)
  if (!existsSync(archivePath) && !policy.requireEncryption)
    return tell({ kind: 'archive-missing' })
  const passphrase = await newPassphrase('FONDS_PASSPHRASE_FILE')
  if (passphrase === null) return 1
  const keys = createKeys(passphrase)
  const converted = convertArchive(archivePath, { from: null, to: keys, ...by() })
  if (!converted.ok) return tell(converted.failure)
  printLine(words.recoveryCode(keys.recoveryCode))
  printLine(words.encrypted)
  return 0
}

async function decrypt({ archivePath, policy }: Asked): Promise<number> {
  const words = vaultWords()
  if (policy.requireEncryption) {
    return tell({ kind: 'policy-refuses', rule: 'requireEncryption' })
  }
  if (policy.readOnly) return tell({ kind: 'policy-refuses', rule: 'readOnly' })
  if (!isEncrypted(archivePath)) return say(words.isPlain)
  const secret = await currentSecret()
  if (secret === null) return say(words.noSecret)
  const opened = unwrapDataKey(archivePath, secret)
  if (!opened.ok) return tell(opened.failure)
  const converted = convertArchive(archivePath, { from: opened.value, to: null, ...by() })
  if (!converted.ok) return tell(converted.failure)
  printLine(words.decrypted)
  return 0
}

async function change({ archivePath }: Asked): Promise<number> {
  const words = vaultWords()
  if (!isEncrypted(archivePath)) return say(words.isPlain)
  const secret = await currentSecret()
  if (secret === null) return say(words.noSecret)
  const passphrase = await newPassphrase('FONDS_NEW_PASSPHRASE_FILE')
  if (passphrase === null) return 1
  const changed = changePassphrase(archivePath, secret, passphrase)
  if (!changed.ok) return tell(changed.failure)
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
  actor: process.env['FONDS_ACTOR'] ?? userInfo().username,
  clock: openSystemClock(),
})

function tell(failure: Failure): number {
  printLine(sentenceFromFailure(cliWords(), failure))
  return 1
}

function say(sentence: string): number {
  printLine(sentence)
  return 1
}
