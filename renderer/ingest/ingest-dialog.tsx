import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ChooseStep } from './choose-step.tsx'
import { IngestProgress } from './ingest-progress.tsx'
import { ReportStep } from './report-step.tsx'
import type { Ingest } from './use-ingest.ts'

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
  const isBusy = state.step === 'reading' || state.step === 'running'
  const leave = (): void => {
    ingest.reset()
    onClose()
  }
  return (
    <Dialog
      title={state.step === 'reported' ? words.ingest.report : words.ingest.title}
      onClose={leave}
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
            <Button onPress={ingest.cancel}>{words.common.cancel}</Button>
          </footer>
        </>
      )}
      {state.step === 'reported' && <ReportStep report={state.report} onClose={leave} />}
      {state.step === 'stopped' && (
        <>
          <div className="dialog-body">
            {state.failure.kind === 'cancelled' ? (
              <p role="status">
                {words.ingest.cancelled} {state.isKept && words.ingest.resumeLater}
              </p>
            ) : (
              <FailureNotice failure={state.failure} />
            )}
          </div>
          <footer className="dialog-footer">
            <Button onPress={ingest.reset}>{words.common.back}</Button>
            <Button tone="primary" onPress={leave}>
              {words.common.close}
            </Button>
          </footer>
        </>
      )}
    </Dialog>
  )
}
