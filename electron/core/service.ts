import { hostname } from 'node:os'
import path from 'node:path'
import { archiveContract, type ArchiveContract } from '../../shared/channels/contract.ts'
import { fail, succeed, type Failure, type Outcome } from '../../shared/model/failure.ts'
import type { Policy } from '../../shared/model/policy.ts'
import { noteLogLoss } from './archive/log-loss.ts'
import type { ArchiveContext } from './context.ts'
import type { ReadableArchive, WritableArchive } from './db/archive-handle.ts'
import { awaitsMigration, isEncrypted } from './db/inspect.ts'
import type { DataKey } from './db/keys.ts'
import { findLostLog } from './db/lost-log.ts'
import { openForReading, openForWriting, type OpenArchive } from './db/open.ts'
import { openDetached } from './db/open-detached.ts'
import { keepReserve, spendReserve } from './db/reserve.ts'
import { failOrThrow, failureFromError } from './db/sqlite-failure.ts'
import type { Service } from './dispatch.ts'
import { openPdfEngine, type PdfEngine } from './export/pdf.ts'
import { archiveHandlers } from './handlers.ts'
import { forkReader, type SpawnReader } from './ingest/isolation/reader-channel.ts'
import { openReaderProcess, type ReaderProcess } from './ingest/isolation/reader-process.ts'
import { loadLanguageDetector, type LanguageDetector } from './ingest/text/language.ts'
import { refusalOf } from './policy/enforce-policy.ts'
import { createColumns } from './search/columns.ts'
import { isIndexStale, rebuildIndex } from './search/rebuild-index.ts'
import type { Clock } from './system/clock.ts'
import { isOnReadOnlyMedium } from './system/place.ts'
import { compilePdfEngine, type OpenPdfEngine } from './system/pdfium.ts'

/** How an archive is opened, and by whom. */
export interface ServiceSettings {
  readonly archivePath: string
  readonly actor: string
  readonly resourcesFolder: string
  /** `write` is the single writer; any other lane reads beside it. */
  readonly lane: 'read' | 'write' | 'export'
  /** Why the writer of the same process could not open the archive, or null. */
  readonly refusal: Failure | null
  /** True where the writer of the same process has already looked at the file. */
  readonly checked: boolean
  /** The key of an encrypted archive; null or absent for one that is not, or is locked. */
  readonly key?: DataKey | null | undefined
  readonly clock: Clock
  /** What the administrator settled; nothing unless given. */
  readonly policy?: Policy | undefined
  /** How the process that reads foreign bytes is started; a child of Node unless said otherwise. */
  readonly spawnReader?: SpawnReader
  readonly onBug: (channel: string, error: unknown) => void
}

/** The archive's channels, answered on one thread. */
export type ArchiveService = Service<ArchiveContract, ArchiveContext> & {
  /** Opens the archive now instead of with the first call; tells why when it cannot. */
  readonly open: () => Outcome<ArchiveContext>
  readonly close: () => void
}

/** Makes a service of an archive. The file is opened with `open` or with the first call. */
export function openArchiveService(settings: ServiceSettings): ArchiveService {
  let state: { readonly context: ArchiveContext; readonly close: () => void } | undefined
  const open = (): Outcome<ArchiveContext> => {
    if (state) return succeed(state.context)
    if (settings.refusal) return fail(settings.refusal)
    const opened = tryLane(settings)
    if (!opened.ok) return opened
    const reader = readerOf(settings)
    state = {
      context: contextOf(settings, opened.value, reader.open),
      close: () => {
        reader.close()
        opened.value.close()
      },
    }
    return succeed(state.context)
  }
  return {
    contract: archiveContract,
    handlers: archiveHandlers,
    context: open,
    refuse: (channel, input) =>
      refuseByPolicy(settings.policy, channel, input) ?? refuseOnMedium(settings, channel),
    failureFromError,
    onBug: settings.onBug,
    open,
    close: () => {
      state?.close()
      state = undefined
    },
  }
}

function refuseByPolicy(
  policy: Policy | undefined,
  channel: string,
  input: unknown,
): Failure | null {
  const lane = Object.entries(archiveContract).find(([name]) => name === channel)?.[1].lane
  return policy && lane ? refusalOf(policy, { channel, lane, input }) : null
}

/** On a medium that cannot be written, all that only reads works, and nothing else. */
function refuseOnMedium({ archivePath }: ServiceSettings, channel: string): Failure | null {
  const lane = Object.entries(archiveContract).find(([name]) => name === channel)?.[1].lane
  return lane === 'write' && isOnReadOnlyMedium(archivePath) ? { kind: 'archive-read-only' } : null
}

/** What the system refuses as the file and what lies beside it are looked at is told as any refusal. */
function tryLane(
  settings: ServiceSettings,
): Outcome<OpenArchive<ReadableArchive | WritableArchive>> {
  try {
    return openLane(settings)
  } catch (error) {
    return failOrThrow(error)
  }
}

function openLane(
  settings: ServiceSettings,
): Outcome<OpenArchive<ReadableArchive | WritableArchive>> {
  const { archivePath, key = null, lane } = settings
  if (!isOnReadOnlyMedium(archivePath)) {
    return lane === 'write' ? openWriterLane(settings) : openReaderLane(settings)
  }
  const refused = refuseUnencrypted(settings)
  if (refused) return fail(refused)
  // Only a writer could bring it to the newest schema.
  if (awaitsMigration(archivePath, key)) return fail({ kind: 'archive-outdated' })
  return openDetached(archivePath, key)
}

/** Opens the single writer; on a full disk once more, in the room that was kept there. */
function openWriterLane(settings: ServiceSettings): Outcome<OpenArchive<WritableArchive>> {
  const opened = tryWriterLane(settings)
  if (opened.ok || opened.failure.kind !== 'disk-full') return opened
  return spendReserve(settings.archivePath) ? tryWriterLane(settings) : opened
}

/** Makes the search index anew where other rules made it. */
function tryWriterLane(settings: ServiceSettings): Outcome<OpenArchive<WritableArchive>> {
  const { archivePath, actor, clock, key } = settings
  const refused = refuseUnencrypted(settings)
  if (refused) return fail(refused)
  const opened = openForWriting(archivePath, actor, clock, key)
  if (!opened.ok) return opened
  try {
    const { archive, logLoss } = opened.value
    if (logLoss) noteLogLoss(archive, { actor, at: clock.now() }, logLoss)
    if (isIndexStale(opened.value.archive)) rebuildIndex(opened.value.archive)
    keepReserve(archivePath)
    return opened
  } catch (error) {
    opened.value.close()
    return failOrThrow(error)
  }
}

/** Where encryption is required, no other archive is opened, and none created. */
function refuseUnencrypted({ archivePath, key, policy }: ServiceSettings): Failure | null {
  if (!policy?.requireEncryption || key || isEncrypted(archivePath)) return null
  return { kind: 'policy-refuses', rule: 'requireEncryption' }
}

/**
 * Opens a reader; one without a writer beside it first has an older archive brought up to date, and
 * a log that lacks something told of: SQLite would open either without a word.
 */
function openReaderLane(settings: ServiceSettings): Outcome<OpenArchive<ReadableArchive>> {
  const { archivePath, checked, key = null } = settings
  const refused = checked ? null : refuseUnencrypted(settings)
  if (refused) return fail(refused)
  const isOlder = !checked && awaitsMigration(archivePath, key)
  if (isOlder || (!checked && findLostLog(archivePath) !== null)) {
    const writer = openWriterLane(settings)
    if (writer.ok) writer.value.close()
    // A log that somebody holds is looked at by them.
    else if (isOlder || writer.failure.kind !== 'archive-held') return writer
  }
  return openForReading(archivePath, { checked, key })
}

function contextOf(
  settings: ServiceSettings,
  { archive }: OpenArchive<ReadableArchive | WritableArchive>,
  openReader: () => ReaderProcess,
): ArchiveContext {
  const { archivePath, actor, clock, resourcesFolder, policy = {} } = settings
  let engine: Promise<Outcome<PdfEngine>> | undefined
  let pdfium: Promise<OpenPdfEngine> | undefined
  let detector: Promise<LanguageDetector> | undefined
  return {
    archive,
    writer: () => {
      if (!('write' in archive)) throw new Error(`the ${settings.lane} lane was asked to write`)
      return archive
    },
    spendReserve: () => settings.lane === 'write' && spendReserve(archivePath),
    archiveName: path.basename(archivePath),
    isReadOnly: isOnReadOnlyMedium(archivePath),
    clock,
    actor,
    policy,
    device: hostname(),
    resourcesFolder,
    columns: createColumns(),
    openPdf: () => {
      engine ??= openPdfEngine({
        fontsFolder: path.join(resourcesFolder, 'fonts'),
        templatesFolder: path.join(resourcesFolder, 'pdf'),
      })
      return engine
    },
    openPdfium: async () => {
      pdfium ??= compilePdfEngine()
      return (await pdfium)()
    },
    openReader,
    openDetector: () => {
      detector ??= loadLanguageDetector()
      return detector
    },
  }
}

function readerOf({ spawnReader = forkReader() }: ServiceSettings): {
  readonly open: () => ReaderProcess
  readonly close: () => void
} {
  let reader: ReaderProcess | undefined
  return {
    open: () => {
      reader ??= openReaderProcess({ spawn: spawnReader })
      return reader
    },
    close: () => reader?.close(),
  }
}
