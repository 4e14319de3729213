import { History } from 'lucide-react'
import { useAnswer } from '../client/use-answer.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import type { Ingest } from './use-ingest.ts'

/** Offers to take up an addition that was interrupted. */
export function UnfinishedNotice({
  ingest,
  onResume,
}: {
  readonly ingest: Ingest
  readonly onResume: () => void
}) {
  const { words } = useSpeech()
  const drop = useCommand('ingest.drop-batch')
  const { value } = useAnswer('ingest.list-unfinished', {})
  const batch = value?.batches[0]
  const { step } = ingest.state
  if (!batch || step === 'reading' || step === 'running' || step === 'mapping') return null
  const { batchId, done, total } = batch
  return (
    <div className="banner" role="status">
      <History aria-hidden />
      <span>{words.ingest.unfinished(total - done)}</span>
      <Button
        onPress={() => {
          onResume()
          void ingest.resume(batchId)
        }}
      >
        {words.ingest.resume}
      </Button>
      <Button tone="quiet" onPress={() => void drop({ batchId })}>
        {words.ingest.abandon}
      </Button>
    </div>
  )
}
