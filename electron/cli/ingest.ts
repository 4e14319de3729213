import type { Failure } from '../../shared/model/failure.ts'
import type { IngestReport } from '../../shared/model/ingest.ts'
import { failureFromError } from '../core/db/sqlite-failure.ts'
import { listUnfinished, offerFiles, openBatch } from '../core/ingest/batch.ts'
import { listChangedFiles, listFiles } from '../core/ingest/list-files.ts'
import { watchFolder } from '../core/ingest/watch-folder.ts'
import { writeFileAtomically } from '../core/system/files.ts'
import { ingestWords } from './ingest-words.ts'
import { sentenceFromLine, tableFromReport, textFromReport } from './report.ts'
import type { CliSession } from './session.ts'

/**
 * Takes files and folders in, or goes on with an import that was interrupted. `reportPath` names
 * the file for the whole report, a table where it ends in `.csv`.
 */
export async function ingest(
  session: CliSession,
  paths: readonly string[],
  reportPath?: string,
): Promise<number> {
  const batch = prepareBatch(session, paths)
  if (typeof batch === 'number') return batch
  const ran = await runBatch(session, batch.batchId)
  if (!ran.ok) return ran.code
  const failure = reportPath === undefined ? null : writeReport(session, ran.report, reportPath)
  if (failure) {
    session.tell(failure)
    return 1
  }
  return printReport(session, ran.report)
}

/** Watches a folder and takes in what comes, until it is interrupted. */
export async function watch(session: CliSession, folder: string): Promise<number> {
  const opened = session.open()
  if (!opened.ok) {
    session.tell(opened.failure)
    return 1
  }
  const { actor, clock, writer } = opened.value
  const absolute = session.resolve(folder)
  const intake = ingestWords()
  if (!session.json) session.print(intake.watching(absolute))
  const watched = watchFolder({
    folder: absolute,
    take: async (paths) => {
      const files = paths.flatMap((changed) => listChangedFiles(absolute, changed))
      const batchId = writer().write(() => {
        const id = openBatch(writer(), clock, { actor, origin: paths.join('\n') })
        offerFiles(writer(), id, files)
        return id
      })
      const ran = await runBatch(session, batchId)
      if (!ran.ok) return
      for (const line of ran.report.lines) {
        const known = line.outcome.kind === 'identical'
        if (session.json) session.print(JSON.stringify(line))
        else if (!known) session.print(sentenceFromLine(line, { words: session.words, intake }))
      }
    },
    onFault: (error) => session.tell(failureFromError(error) ?? { kind: 'unexpected' }),
  })
  await new Promise<void>((resolve) => {
    if (session.signal.aborted) resolve()
    session.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await watched.close()
  return 0
}

type Ran =
  | { readonly ok: true; readonly report: IngestReport }
  | { readonly ok: false; readonly code: number }

async function runBatch(session: CliSession, batchId: string): Promise<Ran> {
  const { signal, words } = session
  const run = session.archive.stream('ingest.run-batch', { batchId }, { signal })
  for (;;) {
    const step = await run.next()
    if (!step.done) {
      session.progress(words.progress(step.value.done, step.value.total))
      continue
    }
    session.progress('')
    if (step.value.ok) return { ok: true, report: step.value.value }
    session.tell(step.value.failure)
    return { ok: false, code: step.value.failure.kind === 'cancelled' ? 130 : 1 }
  }
}

function prepareBatch(
  session: CliSession,
  paths: readonly string[],
): { readonly batchId: string } | number {
  const { words } = session
  const opened = session.open()
  if (!opened.ok) {
    session.tell(opened.failure)
    return 1
  }
  const { actor, clock, writer } = opened.value
  const origin = paths.map((given) => session.resolve(given)).join('\n')
  const interrupted = listUnfinished(writer()).find(
    (unfinished) => paths.length === 0 || unfinished.origin === origin,
  )
  if (interrupted) {
    if (!session.json) session.print(words.resumed(interrupted.done, interrupted.total))
    return { batchId: interrupted.batchId }
  }
  const files = listFiles(paths.map((given) => session.resolve(given)))
  if (files.length === 0) {
    session.print(paths.length === 0 ? words.missing('CHEMIN') : words.nothingToRead)
    return 2
  }
  const batchId = writer().write(() => {
    const id = openBatch(writer(), clock, { actor, origin })
    offerFiles(writer(), id, files)
    return id
  })
  return { batchId }
}

function writeReport(session: CliSession, report: IngestReport, given: string): Failure | null {
  const target = session.resolve(given)
  const labels = { words: session.words, intake: ingestWords() }
  const content = target.toLowerCase().endsWith('.csv')
    ? tableFromReport(report, labels)
    : textFromReport(report, labels)
  try {
    writeFileAtomically(target, Buffer.from(content))
    return null
  } catch (error) {
    return failureFromError(error) ?? { kind: 'not-found', what: 'folder', id: target }
  }
}

function printReport(session: CliSession, report: IngestReport): number {
  const { words } = session
  if (session.json) session.print(JSON.stringify(report))
  else {
    session.print(words.report(report))
    for (const line of report.lines) {
      if (line.outcome.kind === 'unreadable') {
        session.print(`  ${sentenceFromLine(line, { words, intake: ingestWords() })}`)
      }
    }
  }
  return report.total > 0 && report.unreadable === report.total ? 1 : 0
}
