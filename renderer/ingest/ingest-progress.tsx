import { useSpeech } from '../i18n/words.tsx'
import { Progress } from '../ui/progress.tsx'
import type { IngestState } from './use-ingest.ts'

/** How far the reading of the files, then their analysis, has come. */
export function IngestProgress({
  state,
}: {
  readonly state: Extract<IngestState, { step: 'reading' | 'running' }>
}) {
  const { words, formats } = useSpeech()
  const { step, done, total } = state
  const isReading = step === 'reading'
  const told = isReading ? words.ingest.readingCount : words.ingest.runningCount
  return (
    <Progress
      label={isReading ? words.ingest.reading : words.ingest.running}
      detail={total === 0 ? '' : told(done, formats.number(total))}
      done={done}
      total={total === 0 ? null : total}
    />
  )
}
