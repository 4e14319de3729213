import { useRef, useState, type KeyboardEvent } from 'react'
import type { AnchorReview } from '../../shared/model/annotation.ts'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { chordFromKey, isTyping } from '../keys.ts'
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
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isTyping(event.target)) return
    const act = keyActs(acts, step, move)[chordFromKey(event.nativeEvent)]
    if (!act) return
    event.preventDefault()
    event.stopPropagation()
    act()
  }
  return (
    <Dialog title={words.review.title} onClose={onClose} size="large">
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- shortcuts of the buttons inside */}
      <div className="review" onKeyDown={onKeyDown}>
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

function keyActs(
  acts: ReviewActs,
  step: (by: number) => void,
  move: () => void,
): Readonly<Record<string, () => void>> {
  return {
    a: () => void acts.accept(),
    m: move,
    o: () => void acts.orphan(),
    arrowdown: () => step(1),
    arrowup: () => step(-1),
    'ctrl+z': () => void acts.undoLast(),
    'ctrl+shift+z': () => void acts.redoLast(),
  }
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
            {words.review.orphanAct}
          </Button>
          <Button onPress={onMove}>{words.review.move}</Button>
          <Button tone="primary" isDisabled={!acts.canAccept} onPress={() => void acts.accept()}>
            {words.review.accept}
          </Button>
        </>
      )}
    </footer>
  )
}
