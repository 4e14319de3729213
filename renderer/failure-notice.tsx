import { TriangleAlert } from 'lucide-react'
import type { Failure } from '../shared/model/failure.ts'
import { tellFailure } from './i18n/failure-words.ts'
import { useSpeech } from './i18n/words.tsx'
import { Button } from './ui/button.tsx'

/** A failure where it happened: what, what to do, and a way to try again. */
export function FailureNotice({
  failure,
  onRetry,
}: {
  readonly failure: Failure
  readonly onRetry?: (() => void) | undefined
}) {
  const { words } = useSpeech()
  const told = tellFailure(words.failures, failure)
  return (
    <div className="failure" role="alert">
      <TriangleAlert aria-hidden className="failure-icon" />
      <div>
        <p className="failure-title">{told.title}</p>
        <p className="failure-advice">{told.advice}</p>
        {onRetry !== undefined && <Button onPress={onRetry}>{words.common.retry}</Button>}
      </div>
    </div>
  )
}
