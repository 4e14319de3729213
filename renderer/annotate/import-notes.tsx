import { FileDown } from 'lucide-react'
import { useId, useState } from 'react'
import { FileTrigger } from 'react-aria-components'
import type { ImportReport, MergeReport } from '../../shared/model/annotation.ts'
import type { Failure } from '../../shared/model/failure.ts'
import { useConnection } from '../client/connection.tsx'
import { useCommand } from '../client/use-command.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { MergeCounts, Unmatched } from './merge-counts.tsx'
import { useUndoMerge } from './merge-list.tsx'

/** Where an import stands: nothing chosen, tried and not done, done, or refused. */
type Stage =
  | { readonly at: 'choose' }
  | ({ readonly at: 'preview' } & OfferedBundle)
  | {
      readonly at: 'done'
      readonly mergeId: string
      readonly report: MergeReport
      readonly imported: ImportReport | null
    }
  | { readonly at: 'refused'; readonly failure: Failure }

/** A colleague's file that came from outside the window and has been tried. */
export interface OfferedBundle {
  readonly name: string
  readonly bytes: Uint8Array
  readonly report: MergeReport
}

/** Takes a file in: a colleague's is first tried and shown, and changes nothing until agreed. */
export function ImportNotes({ offered }: { readonly offered?: OfferedBundle }) {
  const { words } = useSpeech()
  const id = useId()
  const [stage, setStage] = useState<Stage>(
    offered === undefined ? { at: 'choose' } : { at: 'preview', ...offered },
  )
  const { read, merge } = useImport(setStage)
  const again = (): void => setStage({ at: 'choose' })
  return (
    <section className="exchange-part" aria-labelledby={id}>
      <h3 id={id} className="pane-title">
        {words.exchange.importTitle}
      </h3>
      <p className="field-advice">{words.exchange.importAdvice}</p>
      <FileTrigger
        onSelect={(files) => {
          const file = files?.[0]
          if (file) void read(file)
        }}
      >
        <Button>
          <FileDown aria-hidden />
          {words.exchange.choose}
        </Button>
      </FileTrigger>
      <div role="status" className="exchange-stage">
        {stage.at === 'refused' && <FailureNotice failure={stage.failure} />}
        {stage.at === 'preview' && (
          <>
            <p className="made">{words.exchange.previewTitle(stage.name)}</p>
            <MergeCounts report={stage.report} />
            <div className="note-acts">
              <Button tone="primary" onPress={() => void merge(stage.bytes)}>
                {words.exchange.merge}
              </Button>
              <Button tone="quiet" onPress={again}>
                {words.common.cancel}
              </Button>
            </div>
          </>
        )}
        {stage.at === 'done' && <Done stage={stage} onUndone={again} />}
      </div>
    </section>
  )
}

function Done({
  stage: { mergeId, report, imported },
  onUndone,
}: {
  readonly stage: Extract<Stage, { at: 'done' }>
  readonly onUndone: () => void
}) {
  const { words } = useSpeech()
  const undoMerge = useUndoMerge()
  const takeBack = async (): Promise<void> => {
    if (await undoMerge(mergeId)) onUndone()
  }
  return (
    <>
      <p className="made">{words.exchange.resultTitle}</p>
      <MergeCounts report={report} />
      {imported && <Unmatched report={imported} />}
      <div className="note-acts">
        <Button onPress={() => void takeBack()}>{words.exchange.undo}</Button>
      </div>
    </>
  )
}

function useImport(setStage: (stage: Stage) => void): {
  readonly read: (file: File) => Promise<void>
  readonly merge: (bytes: Uint8Array) => Promise<void>
} {
  const { backend } = useConnection()
  const mergeBundle = useCommand('annotation.merge-bundle')
  const importWeb = useCommand('annotation.import-web')
  const readWeb = async (bytes: Uint8Array): Promise<void> => {
    const text = new TextDecoder().decode(bytes)
    const made = await importWeb({ text, visibility: 'private' })
    if (!made.ok) return setStage({ at: 'refused', failure: made.failure })
    const { mergeId, merge: report } = made.value
    setStage({ at: 'done', mergeId, report, imported: made.value })
  }
  return {
    read: async (file) => {
      if (backend === null) return
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (isJson(bytes)) return readWeb(bytes)
      const tried = await backend.archive.call('annotation.preview-bundle', { bytes })
      setStage(
        tried.ok
          ? { at: 'preview', name: file.name, bytes, report: tried.value }
          : { at: 'refused', failure: tried.failure },
      )
    },
    merge: async (bytes) => {
      const made = await mergeBundle({ bytes })
      setStage(
        made.ok
          ? { at: 'done', ...made.value, imported: null }
          : { at: 'refused', failure: made.failure },
      )
    },
  }
}

/** Files of other programs are JSON, with a byte order mark at times; ours is an archive. */
function isJson(bytes: Uint8Array): boolean {
  return /^\s*[[{]/u.test(new TextDecoder().decode(bytes.subarray(0, 256)))
}
