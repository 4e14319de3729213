import { useCallback, useMemo, useRef, useState } from 'react'
import type { Failure } from '../../shared/model/failure.ts'
import type { DumpMapping, DumpProposal, IngestReport } from '../../shared/model/ingest.ts'
import type { Backend } from '../client/backend.ts'
import { useConnection } from '../client/connection.tsx'
import type { ChosenFile } from './chosen-file.ts'
import { offerFiles } from './offer-files.ts'

/** How far an addition has come. */
export type IngestState =
  | { readonly step: 'choosing' }
  | { readonly step: 'reading' | 'running'; readonly done: number; readonly total: number }
  /** A dump whose columns the officer is asked about. */
  | { readonly step: 'mapping'; readonly dump: DumpProposal; readonly answer: AnswerMapping }
  | { readonly step: 'reported'; readonly report: IngestReport }
  /** `batchId` when the files were all handed over, so that the rest can be read later. */
  | { readonly step: 'stopped'; readonly failure: Failure; readonly batchId: string | null }

/** How a dump is to be read from now on; null to read this one and those that follow as proposed. */
type AnswerMapping = (mapping: DumpMapping | null) => void

/** An addition of files to the archive, from the first byte to the report. */
export interface Ingest {
  readonly state: IngestState
  readonly start: (chosen: readonly ChosenFile[], origin: string | null) => Promise<void>
  readonly resume: (batchId: string) => Promise<void>
  readonly addSamples: () => Promise<void>
  readonly cancel: () => void
  /** Back to choosing. */
  readonly reset: () => void
}

interface Work {
  readonly archive: Backend['archive']
  readonly signal: AbortSignal
  readonly tell: (state: IngestState) => void
}

export function useIngest(): Ingest {
  const { backend, announceChange } = useConnection()
  const [state, setState] = useState<IngestState>({ step: 'choosing' })
  const stopper = useRef<AbortController | null>(null)
  const run = useCallback(
    async (work: (tools: Work) => Promise<IngestState>) => {
      if (backend === null) return
      const controller = new AbortController()
      stopper.current = controller
      const { archive } = backend
      setState(await work({ archive, signal: controller.signal, tell: setState }))
      announceChange()
    },
    [backend, announceChange],
  )
  return useMemo(
    () => ({
      state,
      start: (chosen, origin) => run((work) => addFiles(work, chosen, origin)),
      resume: (batchId) => run((work) => askAndRun(work, { batchId, total: 0, isAlone: false })),
      addSamples: () => run(addSamples),
      cancel: () => stopper.current?.abort(),
      reset: () => setState({ step: 'choosing' }),
    }),
    [state, run],
  )
}

async function addFiles(
  work: Work,
  chosen: readonly ChosenFile[],
  origin: string | null,
): Promise<IngestState> {
  const { archive, signal, tell } = work
  const total = chosen.length
  tell({ step: 'reading', done: 0, total })
  const opened = await archive.call('ingest.open-batch', { origin }, { signal })
  if (!opened.ok) return { step: 'stopped', failure: opened.failure, batchId: null }
  const { batchId } = opened.value
  const offered = await offerFiles(archive, batchId, chosen, {
    signal,
    onDone: (done) => tell({ step: 'reading', done, total }),
  })
  if (!offered.ok) {
    // A batch that was only half handed over would report half the files as if they were all.
    await archive.call('ingest.drop-batch', { batchId })
    return { step: 'stopped', failure: offered.failure, batchId: null }
  }
  return askAndRun(work, { batchId, total, isAlone: total === 1 })
}

interface Waiting {
  readonly batchId: string
  readonly total: number
  /** A single file was chosen: its columns are shown even where they are known. */
  readonly isAlone: boolean
}

/** Asks about the columns of the dumps that wait, then reads the batch. */
async function askAndRun(work: Work, { batchId, total, isAlone }: Waiting): Promise<IngestState> {
  const { archive, signal } = work
  const listed = await archive.call('ingest.list-dumps', { batchId }, { signal })
  if (!listed.ok) return { step: 'stopped', failure: listed.failure, batchId }
  const asked = new Set<string>()
  for (const dump of listed.value.dumps) {
    const key = JSON.stringify(dump.columns.map(({ name }) => name).toSorted())
    if (asked.has(key) || !(isAlone || isUnsure(dump))) continue
    asked.add(key)
    const mapping = await answerOf(work, dump)
    if (signal.aborted) return { step: 'stopped', failure: { kind: 'cancelled' }, batchId }
    if (mapping === null) break
    const columns = dump.columns.map(({ name }) => name)
    const accepted = await archive.call('ingest.accept-mapping', { columns, mapping }, { signal })
    if (!accepted.ok) return { step: 'stopped', failure: accepted.failure, batchId }
  }
  return runBatch(work, batchId, total)
}

/** Several rows, or a column taken for something by what its values look like alone. */
const isUnsure = ({ origin, rows, fromValues }: DumpProposal): boolean =>
  origin === 'proposed' && (rows > 1 || fromValues.length > 0)

/** What the officer decides of a dump; null as well when the addition is stopped meanwhile. */
function answerOf({ signal, tell }: Work, dump: DumpProposal): Promise<DumpMapping | null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true })
    tell({ step: 'mapping', dump, answer: resolve })
  })
}

async function addSamples(work: Work): Promise<IngestState> {
  const offered = await work.archive.call('ingest.offer-samples', {}, { signal: work.signal })
  if (!offered.ok) return { step: 'stopped', failure: offered.failure, batchId: null }
  return runBatch(work, offered.value.batchId, offered.value.offered)
}

async function runBatch(work: Work, batchId: string, expected: number): Promise<IngestState> {
  const { archive, signal, tell } = work
  tell({ step: 'running', done: 0, total: expected })
  const steps = archive.stream('ingest.run-batch', { batchId }, { signal })
  for (;;) {
    const next = await steps.next()
    if (next.done === true) {
      return next.value.ok
        ? { step: 'reported', report: next.value.value }
        : { step: 'stopped', failure: next.value.failure, batchId }
    }
    tell({ step: 'running', done: next.value.done, total: next.value.total })
  }
}
