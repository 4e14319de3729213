import type { AnchorReview } from '../../shared/model/annotation.ts'
import { useSpeech } from '../i18n/words.tsx'
import { KindIcon } from './kinds.tsx'

/** The annotations that wait for a decision; the current one is shown beside. */
export function ReviewList({
  reviews,
  current,
  onCurrent,
}: {
  readonly reviews: readonly AnchorReview[]
  readonly current: AnchorReview
  readonly onCurrent: (id: string) => void
}) {
  const { words } = useSpeech()
  return (
    <nav className="review-list" aria-label={words.review.list}>
      <ol>
        {reviews.map(({ annotation }) => (
          <li key={annotation.id}>
            <button
              type="button"
              className="review-item"
              aria-current={annotation.id === current.annotation.id}
              onClick={() => onCurrent(annotation.id)}
            >
              <span className="note-head">
                <KindIcon kind={annotation.kind} />
                <span className="note-status">{words.annotate.status[annotation.status]}</span>
              </span>
              <span className="review-words" dir="auto">
                {annotation.target.exact}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
