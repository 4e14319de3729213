import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { ItemOf, OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { fail, type Outcome } from '../../shared/model/failure.ts'
import { failOrThrow } from '../core/db/sqlite-failure.ts'
import { partOf, syncFolder } from '../core/system/files.ts'
import type { CliArguments } from './arguments.ts'
import { leaveWords } from './leave-words.ts'
import type { CliSession } from './session.ts'

type OpenCopy = ArchiveContract['archive.export-open']
type Steps = AsyncGenerator<ItemOf<OpenCopy>, Outcome<OutputOf<OpenCopy>>, void>

const JOURNAL_PAGE = 500

/** Writes the whole archive in open formats to one ZIP file, whole or not at all. */
export async function leave(session: CliSession, { options }: CliArguments): Promise<number> {
  const target = session.resolve(options.output ?? '')
  if (existsSync(target)) return refuse(session, { kind: 'file-exists', name: target })
  const part = partOf(target)
  const made = await writePieces(session, part, options['include-private'] ?? false)
  session.progress('')
  if (!made.ok) {
    rmSync(part, { force: true })
    return refuse(session, made.failure)
  }
  renameSync(part, target)
  syncFolder(path.dirname(target))
  const { fileName: _, ...counts } = made.value
  session.print(
    session.json ? JSON.stringify({ path: target, ...counts }) : leaveWords().left(target, counts),
  )
  return 0
}

async function writePieces(
  session: CliSession,
  part: string,
  includePrivate: boolean,
): Promise<Outcome<OutputOf<OpenCopy>>> {
  const steps = session.archive.stream(
    'archive.export-open',
    { includePrivate },
    { signal: session.signal },
  )
  try {
    const file = openSync(part, 'w', 0o600)
    try {
      const made = await writeAll(session, steps, file)
      fsyncSync(file)
      return made
    } finally {
      closeSync(file)
    }
  } catch (error) {
    await steps.return(fail({ kind: 'cancelled' }))
    return failOrThrow(error)
  }
}

async function writeAll(
  session: CliSession,
  steps: Steps,
  file: number,
): Promise<Outcome<OutputOf<OpenCopy>>> {
  for (;;) {
    const step = await steps.next()
    if (step.done) return step.value
    const { done, total, bytes } = step.value
    session.progress(session.words.progress(done, total))
    for (let at = 0; at < bytes.length;) at += writeSync(file, bytes, at)
  }
}

/** Prints who changed what, newest first; of one thing when its identifier is given. */
export async function journal(session: CliSession, subject: string | undefined): Promise<number> {
  for (let offset = 0; ; offset += JOURNAL_PAGE) {
    const page = await session.archive.call('archive.list-journal', {
      subject: subject ?? null,
      offset,
      limit: JOURNAL_PAGE,
    })
    if (!page.ok) return refuse(session, page.failure)
    for (const entry of page.value.entries) {
      session.print(session.json ? JSON.stringify(entry) : leaveWords().entry(entry))
    }
    if (offset + JOURNAL_PAGE >= page.value.total) return 0
  }
}

/** Erases what was deleted before, for good. */
export async function emptyTrash(session: CliSession): Promise<number> {
  const erased = await session.archive.call('annotation.erase', { ids: null })
  if (!erased.ok) return refuse(session, erased.failure)
  session.print(
    session.json ? JSON.stringify(erased.value) : leaveWords().erased(erased.value.erased),
  )
  return 0
}

function refuse(session: CliSession, failure: Parameters<CliSession['tell']>[0]): number {
  session.tell(failure)
  return failure.kind === 'cancelled' ? 130 : 1
}
