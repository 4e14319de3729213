import { useCallback, useMemo, useRef, useState } from 'react'
import type { Failure } from '../../shared/model/failure.ts'
import type { IngestReport } from '../../shared/model/ingest.ts'
import type { Backend } from '../client/backend.ts'
import { useConnection } from '../client/connection.tsx'
import type { ChosenFile } from './chosen-file.ts'
import { offerFiles } from './offer-files.ts'

/** How far an addition has come. */
export type IngestState =
  | { readonly step: 'choosing' }
  | { readonly step: 'reading' | 'running'; readonly done: number; readonly total: number }
  | { readonly step: 'reported'; readonly report: IngestReport }
  /** `isKept` when the files were all handed over, so that the rest can be read later. */
  | { readonly step: 'stopped'; readonly failure: Failure; readonly isKept: boolean }

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
      resume: (batchId) => run((work) => runBatch(work, batchId, 0)),
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
  if (!opened.ok) return { step: 'stopped', failure: opened.failure, isKept: false }
  const { batchId } = opened.value
  const offered = await offerFiles(archive, batchId, chosen, {
    signal,
    onDone: (done) => tell({ step: 'reading', done, total }),
  })
  if (!offered.ok) {
    // A batch that was only half handed over would report half the files as if they were all.
    await archive.call('ingest.drop-batch', { batchId })
    return { step: 'stopped', failure: offered.failure, isKept: false }
  }
  return runBatch(work, batchId, total)
}

async function addSamples(work: Work): Promise<IngestState> {
  const offered = await work.archive.call('ingest.offer-samples', {}, { signal: work.signal })
  if (!offered.ok) return { step: 'stopped', failure: offered.failure, isKept: false }
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
        : { step: 'stopped', failure: next.value.failure, isKept: true }
    }
    tell({ step: 'running', done: next.value.done, total: next.value.total })
  }
}
