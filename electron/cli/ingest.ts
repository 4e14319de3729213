import type { IngestReport } from '../../shared/model/ingest.ts'
import { listUnfinished, offerFiles, openBatch } from '../core/ingest/batch.ts'
import { listFiles } from '../core/ingest/list-files.ts'
import type { CliSession } from './session.ts'

/** Takes files and folders in, or goes on with an import that was interrupted. */
export async function ingest(session: CliSession, paths: readonly string[]): Promise<number> {
  const batch = prepareBatch(session, paths)
  if (typeof batch === 'number') return batch
  const run = session.archive.stream(
    'ingest.run-batch',
    { batchId: batch.batchId },
    { signal: session.signal },
  )
  for (;;) {
    const step = await run.next()
    if (!step.done) {
      session.progress(session.words.progress(step.value.done, step.value.total))
      continue
    }
    session.progress('')
    if (!step.value.ok) {
      session.tell(step.value.failure)
      return step.value.failure.kind === 'cancelled' ? 130 : 1
    }
    return printReport(session, step.value.value)
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

function printReport(session: CliSession, report: IngestReport): number {
  const { words } = session
  if (session.json) session.print(JSON.stringify(report))
  else {
    session.print(words.report(report))
    for (const { name, outcome } of report.lines) {
      if (outcome.kind === 'unreadable') {
        session.print(`  ${name} : ${words.unreadable[outcome.reason]}`)
      }
    }
  }
  return report.total > 0 && report.unreadable === report.total ? 1 : 0
}
