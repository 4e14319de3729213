/** The command line: arguments in, lines or JSON out. */
import path from 'node:path'
import { annotate } from './annotate.ts'
import { annotationVerbs } from './annotation-verbs.ts'
import { annotationWords } from './annotation-words.ts'
import { parseCliArguments, type CliArguments } from './arguments.ts'
import { backUpBeside, restore, tellBackups } from './backup-verbs.ts'
import { backupWords } from './backup-words.ts'
import { exportFiles } from './export.ts'
import { ingest, watch } from './ingest.ts'
import { ingestWords } from './ingest-words.ts'
import { compactIndex, describeIndex, rebuildIndex } from './index-verbs.ts'
import { backUp, verify } from './keep-verbs.ts'
import { giveOriginal } from './original.ts'
import { emptyTrash, journal, leave } from './leave-verbs.ts'
import { leaveWords } from './leave-words.ts'
import { list, search, show } from './read-verbs.ts'
import { listSearches, saveSearch, trace, verifyQuotation } from './search-verbs.ts'
import { runVaultVerb, VAULT_VERBS } from './vault-verbs.ts'
import { vaultWords } from './vault-words.ts'
import { volumeVerbs } from './volume-verbs.ts'
import { failureFromError } from '../core/db/sqlite-failure.ts'
import { cliWords, printLine, tellFailure, withSession, type CliSession } from './session.ts'

interface Verb {
  readonly lane: 'read' | 'write'
  /** How many operands it needs at least. */
  readonly needs: number
  readonly run: (session: CliSession, typed: CliArguments) => Promise<number>
}

const HITS_SHOWN = 20
const NEED_OUTPUT: ReadonlySet<string> = new Set(['original', 'open-copy'])

const VERBS: ReadonlyMap<string, Verb> = new Map<string, Verb>([
  [
    'ingest',
    {
      lane: 'write',
      needs: 0,
      run: (s, { operands, options }) => ingest(s, operands, options.report),
    },
  ],
  ['watch', { lane: 'write', needs: 0, run: (s, { operands }) => watchChosen(s, operands[0]) }],
  ['list', { lane: 'read', needs: 0, run: list }],
  [
    'search',
    {
      lane: 'read',
      needs: 0,
      run: (s, { operands, options }) => searchAsked(s, operands.join(' '), options),
    },
  ],
  [
    'verify-quotation',
    { lane: 'read', needs: 1, run: (s, { operands }) => verifyQuotation(s, operands.join(' ')) },
  ],
  ['index', { lane: 'read', needs: 0, run: describeIndex }],
  ['rebuild-index', { lane: 'write', needs: 0, run: rebuildIndex }],
  ['compact-index', { lane: 'write', needs: 0, run: compactIndex }],
  ['searches', { lane: 'read', needs: 0, run: listSearches }],
  [
    'save-search',
    {
      lane: 'write',
      needs: 2,
      run: (s, { operands: [name = '', ...query] }) => saveSearch(s, name, query.join(' ')),
    },
  ],
  ['trace', { lane: 'read', needs: 1, run: (s, { operands }) => trace(s, operands.join(' ')) }],
  ['show', { lane: 'read', needs: 1, run: (s, { operands }) => show(s, operands[0] ?? '') }],
  [
    'annotate',
    {
      lane: 'write',
      needs: 1,
      run: (s, { operands, options }) => annotate(s, operands[0] ?? '', options),
    },
  ],
  [
    'export',
    {
      lane: 'read',
      needs: 1,
      run: (s, { operands, options }) => exportFiles(s, operands, options),
    },
  ],
  [
    'original',
    {
      lane: 'read',
      needs: 1,
      run: (s, { operands, options }) => giveOriginal(s, operands[0] ?? '', options.output ?? ''),
    },
  ],
  ['verify', { lane: 'read', needs: 0, run: verify }],
  ['backup', { lane: 'read', needs: 0, run: (s, { options }) => backUp(s, options.output ?? '') }],
  ['open-copy', { lane: 'read', needs: 0, run: leave }],
  ['journal', { lane: 'read', needs: 0, run: (s, { operands }) => journal(s, operands[0]) }],
  ['empty-trash', { lane: 'write', needs: 0, run: emptyTrash }],
  ...volumeVerbs,
  ...annotationVerbs,
])

/** Verbs that work on an archive without a session of it. */
const CLOSED_VERBS: typeof VAULT_VERBS = new Map([
  ...VAULT_VERBS,
  ['backup', backUpBeside],
  ['backups', tellBackups],
  ['restore', restore],
])

/** A query, a saved search, or one within the other. */
async function searchAsked(
  session: CliSession,
  query: string,
  { saved, limit }: CliArguments['options'],
): Promise<number> {
  if (query !== '' || saved !== undefined) {
    return search(session, { query, saved, limit: Number(limit ?? HITS_SHOWN) })
  }
  printLine(session.words.missing('search'))
  return 2
}

/** The folder that was given, or the one of the administrator. */
async function watchChosen(session: CliSession, given: string | undefined): Promise<number> {
  const folder = given ?? session.watchedFolder
  if (folder !== null) return watch(session, folder)
  printLine(session.words.missing('watch'))
  return 2
}

async function main(args: readonly string[]): Promise<number> {
  const words = cliWords()
  const typed = parseCliArguments(args)
  if (!typed || typed.verb === undefined || typed.options.help) {
    printLine(usage())
    return typed?.options.help ? 0 : 2
  }
  const ofClosed = closedVerb(typed)
  if (ofClosed) return runVaultVerb(ofClosed, typed)
  const verb = findVerb(typed.verb, typed.operands[0])
  const lack = verb ? lackOf(verb, typed.verb, typed) : words.unknownVerb(typed.verb)
  if (!verb || lack !== null) {
    printLine(lack ?? '')
    return 2
  }
  return withSession(
    {
      archive: typed.options.archive,
      json: typed.options.json ?? false,
      lane: verb.lane,
      // The same number of folders up, from the sources and from the bundle.
      resourcesFolder: path.resolve(import.meta.dirname, '../../resources'),
    },
    (session) => verb.run(session, typed),
  )
}

/** What a command still needs, as a sentence; null for nothing. */
function lackOf(verb: Verb, name: string, { operands, options }: CliArguments): string | null {
  if (operands.length < verb.needs) return cliWords().missing(name)
  return NEED_OUTPUT.has(name) && !options.output ? cliWords().missing('--output') : null
}

/** A backup to a file that is named is made by a session, as any other export. */
function closedVerb({ verb = '', options }: CliArguments): ReturnType<typeof CLOSED_VERBS.get> {
  return verb === 'backup' && options.output ? undefined : CLOSED_VERBS.get(verb)
}

/** What the disk refused outside of every channel is told as any other failure; a bug is not. */
function tellDisk(error: unknown): number {
  const failure = failureFromError(error)
  if (failure) return tellFailure(failure)
  throw error
}

function usage(): string {
  const speaking = [cliWords, ingestWords, annotationWords, leaveWords, vaultWords, backupWords]
  return speaking
    .map((words) => words())
    .map((part) => part.usage)
    .join('')
}

/** Some verbs are of two words. */
function findVerb(first: string, second = ''): Verb | undefined {
  return VERBS.get(first) ?? VERBS.get(`${first} ${second}`)
}

// A reader that has seen enough, as `head` does, is no failure.
process.stdout.on('error', () => process.exit(0))
process.exitCode = await main(process.argv.slice(2)).catch(tellDisk)
