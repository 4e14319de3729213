import { Archive, BookLock, FilePlus2 } from 'lucide-react'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReadOnly } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { IngestProgress } from './ingest-progress.tsx'
import type { Ingest } from './use-ingest.ts'

/**
 * What an empty archive offers: the officer's own texts, or invented ones to look around. Where
 * nothing may be added it says why, and where to turn.
 */
export function FirstRun({
  ingest,
  isCovered,
  onAdd,
  onSamples,
}: {
  readonly ingest: Ingest
  /** True while a dialog tells how the addition goes. */
  readonly isCovered: boolean
  readonly onAdd: () => void
  /** Told once the samples are there. */
  readonly onSamples: () => void
}) {
  const { words } = useSpeech()
  const { reason } = useReadOnly()
  const { state } = ingest
  const isBusy = state.step === 'reading' || state.step === 'running'
  const addSamples = async (): Promise<void> => {
    await ingest.addSamples()
    ingest.reset()
    onSamples()
  }
  if (reason !== null) {
    return (
      <main className="first-run">
        <EmptyState
          icon={<BookLock aria-hidden className="empty-icon" />}
          title={words.firstRun.readOnlyTitle}
          advice={words.firstRun.readOnly[reason]}
        />
      </main>
    )
  }
  return (
    <main className="first-run">
      <EmptyState
        icon={<Archive aria-hidden className="empty-icon" />}
        title={words.firstRun.title}
        advice={words.firstRun.advice}
      >
        <Button tone="primary" isDisabled={isBusy} onPress={onAdd}>
          <FilePlus2 aria-hidden />
          {words.firstRun.addFirst}
        </Button>
        <Button isDisabled={isBusy} onPress={() => void addSamples()}>
          {words.firstRun.samples}
        </Button>
      </EmptyState>
      {isBusy && !isCovered && <IngestProgress state={state} />}
      {state.step === 'stopped' && !isCovered && <FailureNotice failure={state.failure} />}
    </main>
  )
}
