import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import type { Ingest, IngestState } from './use-ingest.ts'

/** Why an addition stopped, and how to take it up again where its files were all handed over. */
export function StoppedStep({
  state,
  ingest,
  onClose,
}: {
  readonly state: Extract<IngestState, { step: 'stopped' }>
  readonly ingest: Ingest
  readonly onClose: () => void
}) {
  const { words } = useSpeech()
  const { failure, batchId } = state
  return (
    <>
      <div className="dialog-body">
        {failure.kind === 'cancelled' ? (
          <p role="status">
            {words.ingest.cancelled} {batchId !== null && words.ingest.resumeLater}
          </p>
        ) : (
          <FailureNotice failure={failure} />
        )}
      </div>
      <footer className="dialog-footer">
        <Button onPress={ingest.reset}>{words.common.back}</Button>
        <Button tone={batchId === null ? 'primary' : 'plain'} onPress={onClose}>
          {words.common.close}
        </Button>
        {batchId !== null && (
          <Button tone="primary" onPress={() => void ingest.resume(batchId)}>
            {words.ingest.resume}
          </Button>
        )}
      </footer>
    </>
  )
}
