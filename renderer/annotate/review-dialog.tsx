import { useRef, useState } from 'react'
import type { AnchorReview } from '../../shared/model/annotation.ts'
import { useReviewKeys } from '../actions/acting.tsx'
import { ActionKey } from '../actions/action-key.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ReviewList } from './review-list.tsx'
import { ReviewSides } from './review-sides.tsx'
import { useReviewActs, type ReviewActs } from './use-review-acts.ts'

/** Goes through the annotations of a corrected text whose place somebody should look at. */
export function ReviewDialog({ onClose }: { readonly onClose: () => void }) {
  const { words } = useSpeech()
  const { record } = useReading()
  const { value, failure, askAgain } = useAnswer('annotation.review', {
    communiqueId: record.communique.id,
  })
  const reviews = value?.reviews ?? []
  const [currentId, setCurrentId] = useState<string | null>(null)
  const at = Math.max(
    0,
    reviews.findIndex(({ annotation }) => annotation.id === currentId),
  )
  const review = reviews[at]
  const step = (by: number): void => {
    const next = reviews[Math.min(reviews.length - 1, Math.max(0, at + by))]
    if (next) setCurrentId(next.annotation.id)
  }
  const acts = useReviewActs(review ?? null, () => {
    const next = reviews[at + 1] ?? reviews[at - 1]
    setCurrentId(next?.annotation.id ?? null)
  })
  const moveRef = useRef<HTMLInputElement>(null)
  const move = (): void => {
    if (acts.picked === null) moveRef.current?.focus()
    else void acts.move(acts.picked)
  }
  useReviewKeys(
    {
      'review-accept': () => void acts.accept(),
      'review-move': move,
      'review-orphan': () => void acts.orphan(),
      'review-next': () => step(1),
      'review-previous': () => step(-1),
      undo: () => void acts.undoLast(),
      redo: () => void acts.redoLast(),
    },
    { arrowdown: () => step(1), arrowup: () => step(-1) },
  )
  return (
    <Dialog title={words.review.title} onClose={onClose} size="large">
      <div className="review">
        {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
        {value !== null && !review && (
          <div className="notes-empty">
            <p>{words.review.done}</p>
            <p>{words.review.doneAdvice}</p>
          </div>
        )}
        {review && (
          <>
            <ReviewList reviews={reviews} current={review} onCurrent={setCurrentId} />
            <ReviewSides key={review.annotation.id} review={review} acts={acts} moveRef={moveRef} />
          </>
        )}
      </div>
      <ReviewFoot review={review ?? null} acts={acts} onMove={move} />
    </Dialog>
  )
}

function ReviewFoot({
  review,
  acts,
  onMove,
}: {
  readonly review: AnchorReview | null
  readonly acts: ReviewActs
  readonly onMove: () => void
}) {
  const { words } = useSpeech()
  return (
    <footer className="dialog-footer review-foot">
      <Button tone="quiet" onPress={() => void acts.undoAll()}>
        {words.review.undoAll}
      </Button>
      <span className="review-keys">{words.review.keys}</span>
      {review !== null && (
        <>
          <Button isDisabled={!acts.canOrphan} onPress={() => void acts.orphan()}>
            {words.review.orphanAct} <ActionKey id="review-orphan" />
          </Button>
          <Button onPress={onMove}>
            {words.review.move} <ActionKey id="review-move" />
          </Button>
          <Button tone="primary" isDisabled={!acts.canAccept} onPress={() => void acts.accept()}>
            {words.review.accept} <ActionKey id="review-accept" />
          </Button>
        </>
      )}
    </footer>
  )
}
