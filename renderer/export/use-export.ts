import { useCallback, useRef, useState } from 'react'
import type { Failure } from '../../shared/model/failure.ts'
import { useConnection } from '../client/connection.tsx'
import {
  openExport,
  type ExportedFile,
  type ExportReport,
  type ExportWork,
} from './export-steps.ts'

/** What an export gave, and whether it is saved. */
export interface MadeExport {
  readonly files: readonly ExportedFile[]
  readonly report: ExportReport
  /** Null as long as nobody was asked to save it. */
  readonly isSaved: boolean | null
}

/** How far an export has come. */
export type ExportState =
  | { readonly step: 'choosing' | 'cancelled' }
  | { readonly step: 'making'; readonly done: number; readonly total: number | null }
  | ({ readonly step: 'made' } & MadeExport)
  | { readonly step: 'stopped'; readonly failure: Failure }

type Asked = Pick<ExportWork, 'subject' | 'listed' | 'choice'>

interface Export {
  readonly state: ExportState
  /** Null where it did not come to an end. */
  readonly make: (asked: Asked) => Promise<MadeExport | null>
  /** Has the shell save what was made, asking once: each file whole or not at all. */
  readonly save: (made: MadeExport) => Promise<void>
  readonly cancel: () => void
  /** What was made no longer answers to what is chosen. */
  readonly forget: () => void
}

/** Makes files of the archive and has the shell save them. */
export function useExport(): Export {
  const { backend } = useConnection()
  const [state, setState] = useState<ExportState>({ step: 'choosing' })
  const stopper = useRef<AbortController | null>(null)
  const save = useCallback(
    async (made: MadeExport) => {
      if (backend === null) return
      const files = made.files.map(({ fileName, bytes }) => ({ name: fileName, bytes }))
      const [first, second] = files
      if (first === undefined) return
      const saved =
        second === undefined
          ? await backend.shell.call('file.save', first)
          : await backend.shell.call('file.save-all', { files })
      if (!saved.ok) return setState({ step: 'stopped', failure: saved.failure })
      setState({ step: 'made', ...made, isSaved: saved.value.saved })
    },
    [backend],
  )
  const make = useCallback(
    async (asked: Asked) => {
      if (backend === null) return null
      const stop = new AbortController()
      stopper.current = stop
      setState({ step: 'making', done: 0, total: null })
      const files: ExportedFile[] = []
      const steps = openExport({ archive: backend.archive, ...asked, signal: stop.signal })
      for (;;) {
        const next = await steps.next()
        if (next.done !== true) {
          const { done, total, file } = next.value
          if (file !== null) files.push(file)
          setState({ step: 'making', done, total })
          continue
        }
        return conclude(next.value, files, setState)
      }
    },
    [backend],
  )
  const cancel = useCallback(() => stopper.current?.abort(), [])
  const forget = useCallback(() => setState({ step: 'choosing' }), [])
  return { state, make, save, cancel, forget }
}

function conclude(
  outcome: Awaited<ReturnType<ReturnType<typeof openExport>['return']>>['value'],
  files: readonly ExportedFile[],
  setState: (state: ExportState) => void,
): MadeExport | null {
  if (!('ok' in outcome)) return null
  if (outcome.ok) {
    const made = { files, report: outcome.value, isSaved: null }
    setState({ step: 'made', ...made })
    return made
  }
  const isCancelled = outcome.failure.kind === 'cancelled'
  setState(isCancelled ? { step: 'cancelled' } : { step: 'stopped', failure: outcome.failure })
  return null
}
