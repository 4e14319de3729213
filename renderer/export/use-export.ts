import { useCallback, useRef, useState } from 'react'
import type { InputOf, ItemOf, OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Failure } from '../../shared/model/failure.ts'
import { useConnection } from '../client/connection.tsx'

type Pdf = ArchiveContract['export.render-pdf']
export type PdfOptions = InputOf<Pdf>
export type PdfStep = ItemOf<Pdf>['step']
export type PdfFile = OutputOf<Pdf>

/** How far an export has come. */
type ExportState =
  | { readonly step: 'choosing' }
  | { readonly step: 'making'; readonly at: PdfStep }
  | { readonly step: 'made'; readonly file: PdfFile; readonly isSaved: boolean }
  | { readonly step: 'stopped'; readonly failure: Failure }

interface Export {
  readonly state: ExportState
  readonly make: (options: PdfOptions) => Promise<void>
  /** Asks again where to save what was made. */
  readonly save: (file: PdfFile) => Promise<void>
  readonly cancel: () => void
}

/** Makes a PDF and has the shell save it. */
export function useExport(): Export {
  const { backend } = useConnection()
  const [state, setState] = useState<ExportState>({ step: 'choosing' })
  const stopper = useRef<AbortController | null>(null)
  const save = useCallback(
    async (file: PdfFile) => {
      if (backend === null) return
      const saved = await backend.shell.call('file.save', {
        name: file.fileName,
        bytes: file.bytes,
      })
      if (saved.ok) setState({ step: 'made', file, isSaved: saved.value.saved })
      else setState({ step: 'stopped', failure: saved.failure })
    },
    [backend],
  )
  const make = useCallback(
    async (options: PdfOptions) => {
      if (backend === null) return
      stopper.current = new AbortController()
      setState({ step: 'making', at: 'read' })
      const { signal } = stopper.current
      const steps = backend.archive.stream('export.render-pdf', options, { signal })
      for (;;) {
        const next = await steps.next()
        if (next.done !== true) {
          setState({ step: 'making', at: next.value.step })
          continue
        }
        if (next.value.ok) await save(next.value.value)
        else if (next.value.failure.kind === 'cancelled') setState({ step: 'choosing' })
        else setState({ step: 'stopped', failure: next.value.failure })
        return
      }
    },
    [backend, save],
  )
  const cancel = useCallback(() => stopper.current?.abort(), [])
  return { state, make, save, cancel }
}
