import { userInfo } from 'node:os'
import path from 'node:path'
import { connectClient, type Client } from '../../shared/channels/client.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { openLoopback } from '../../shared/channels/wire.ts'
import { fail, succeed, type Failure, type Outcome } from '../../shared/model/failure.ts'
import type { Policy } from '../../shared/model/policy.ts'
import type { ArchiveContext } from '../core/context.ts'
import { undoCutOffRestoring } from '../core/backups/restore-backup.ts'
import { isEncrypted } from '../core/db/inspect.ts'
import { unwrapDataKey, type DataKey } from '../core/db/keys.ts'
import { serve } from '../core/dispatch.ts'
import { openArchiveService } from '../core/service.ts'
import { openSystemClock } from '../core/system/clock.ts'
import { refusalOf } from '../core/policy/enforce-policy.ts'
import { logPolicyFaults } from '../core/policy/describe-policy.ts'
import { placeFromPolicy, policyPlaces, readPolicy } from '../core/policy/read-policy.ts'
import { defaultArchivePath } from '../core/system/files.ts'
import { describeError, openLog } from '../core/system/log.ts'
import { isOnReadOnlyMedium, resolveArchivePath } from '../core/system/place.ts'
import { readSecret } from './passphrase.ts'
import { vaultWords } from './vault-words.ts'
import { languageFromEnvironment, sentenceFromFailure, type CliWords } from './words.ts'
import { wordsEn } from './words-en.ts'
import { wordsFr } from './words-fr.ts'

/** What a verb works with: words, where to write, and the archive's channels. */
export interface CliSession {
  readonly words: CliWords
  readonly json: boolean
  readonly print: (text: string) => void
  /** Prints what went wrong and what to do. */
  readonly tell: (failure: Failure) => void
  /** Progress for a person at a terminal; nothing when the output goes elsewhere. */
  readonly progress: (text: string) => void
  readonly archive: Client<ArchiveContract>
  /** The opened archive itself, for what never crosses a wire: paths of files. */
  readonly open: () => Outcome<ArchiveContext>
  /** The folder that the administrator has watched, or null. */
  readonly watchedFolder: string | null
  readonly signal: AbortSignal
  readonly resolve: (given: string) => string
}

interface SessionRequest {
  readonly archive: string | undefined
  readonly json: boolean
  readonly lane: 'read' | 'write'
  readonly resourcesFolder: string
}

/** Runs a verb against an archive in this process, and closes the archive whatever happens. */
export async function withSession(
  request: SessionRequest,
  verb: (session: CliSession) => Promise<number>,
): Promise<number> {
  const reading = readPolicy(policyPlaces())
  const { policy } = reading
  const log = openLog(policy.logLevel)
  logPolicyFaults(reading, openLog())
  const words = cliWords()
  const archivePath = archivePathFrom(request.archive, policy)
  const key = await keyOf(archivePath)
  if (!key.ok) return tellFailure(key.failure)
  const service = openArchiveService({
    archivePath,
    key: key.value,
    actor: officer(),
    resourcesFolder: request.resourcesFolder,
    lane: request.lane,
    refusal: null,
    policy,
    checked: false,
    clock: openSystemClock(),
    onBug: (channel, error) => log('bug', { channel, ...describeError(error) }),
  })
  const [served, spoken] = openLoopback()
  serve(service, served)
  const stop = new AbortController()
  const onInterrupt = (): void => stop.abort()
  process.once('SIGINT', onInterrupt)
  try {
    return await verb({
      words,
      json: request.json,
      print: printLine,
      tell: (failure) => printLine(sentenceFromFailure(words, failure)),
      progress: (text) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${text}   `)
      },
      archive: connectClient<ArchiveContract>(spoken),
      // What goes around the channels obeys the same policy.
      open: () => {
        const refused = refusalOf(policy, { channel: '', lane: request.lane, input: null })
        if (refused) return fail(refused)
        const isSealed = request.lane === 'write' && isOnReadOnlyMedium(archivePath)
        return isSealed ? fail({ kind: 'archive-read-only' }) : service.open()
      },
      watchedFolder: placeFromPolicy(policy.watchedFolder),
      signal: stop.signal,
      resolve: resolvePath,
    })
  } finally {
    process.off('SIGINT', onInterrupt)
    service.close()
  }
}

/** The archive that is meant: the one named, the administrator's, or the officer's own. */
export function archivePathFrom(named: string | undefined, policy: Policy): string {
  const meant =
    named ??
    placeFromPolicy(policy.archivePath) ??
    process.env['FONDS_ARCHIVE'] ??
    defaultArchivePath()
  return resolveArchivePath(resolvePath(meant))
}

/** The key of an encrypted archive, behind the passphrase that is asked for; null for a plain one. */
export async function keyOf(archivePath: string): Promise<Outcome<DataKey | null>> {
  undoCutOffRestoring(archivePath, officer(), openSystemClock())
  if (!isEncrypted(archivePath)) return succeed(null)
  const secret = await readSecret({
    variable: 'FONDS_PASSPHRASE_FILE',
    question: vaultWords().askSecret,
    again: null,
  })
  if (secret === null) return fail({ kind: 'archive-locked', why: 'locked' })
  return unwrapDataKey(archivePath, secret)
}

/** Who works at this terminal. */
export const officer = (): string => process.env['FONDS_ACTOR'] ?? userInfo().username

/** Says what went wrong and what to do; the exit code of a command that failed. */
export function tellFailure(failure: Failure): number {
  printLine(sentenceFromFailure(cliWords(), failure))
  return 1
}

/** Writes one line to the standard output. */
export function printLine(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** The words of the terminal's language. */
export function cliWords(): CliWords {
  return languageFromEnvironment(process.env) === 'en' ? wordsEn : wordsFr
}

/** A path as the person meant it: npm scripts start elsewhere than where they were called. */
export function resolvePath(given: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), given)
}
