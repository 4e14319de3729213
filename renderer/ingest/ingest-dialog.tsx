import { useSpeech, type Speech } from '../i18n/words.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ChooseStep } from './choose-step.tsx'
import { IngestProgress } from './ingest-progress.tsx'
import { MappingStep } from './mapping-step.tsx'
import { ReportStep } from './report-step.tsx'
import { StoppedStep } from './stopped-step.tsx'
import type { Ingest, IngestState } from './use-ingest.ts'

/** Adds texts to the archive: choose, wait, read what became of each. */
export function IngestDialog({
  ingest,
  onClose,
}: {
  readonly ingest: Ingest
  readonly onClose: () => void
}) {
  const { words } = useSpeech()
  const { state } = ingest
  const { keep } = useKeptDrafts()
  const isBusy = state.step === 'reading' || state.step === 'running'
  const leave = (): void => {
    keep('paste', null)
    ingest.reset()
    onClose()
  }
  return (
    <Dialog
      title={titleOf(state, words)}
      onClose={state.step === 'mapping' ? ingest.cancel : leave}
      isBusy={isBusy}
      size="large"
    >
      {state.step === 'choosing' && (
        <ChooseStep onFiles={(files, origin) => void ingest.start(files, origin)} />
      )}
      {isBusy && (
        <>
          <div className="dialog-body">
            <IngestProgress state={state} />
          </div>
          <footer className="dialog-footer">
            <Button onPress={ingest.cancel}>
              {state.step === 'running' ? words.ingest.pause : words.common.cancel}
            </Button>
          </footer>
        </>
      )}
      {state.step === 'mapping' && (
        <MappingStep key={state.dump.name} dump={state.dump} onAnswer={state.answer} />
      )}
      {state.step === 'reported' && <ReportStep report={state.report} onClose={leave} />}
      {state.step === 'stopped' && <StoppedStep state={state} ingest={ingest} onClose={leave} />}
    </Dialog>
  )
}

function titleOf({ step }: IngestState, { ingest }: Speech['words']): string {
  if (step === 'mapping') return ingest.mapping.title
  return step === 'reported' ? ingest.report : ingest.title
}
