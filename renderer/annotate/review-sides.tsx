import { useMemo, useState, type KeyboardEvent, type RefObject } from 'react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import type { AnchorReview } from '../../shared/model/annotation.ts'
import type { Span } from '../../shared/model/search.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { findPassages, foldText } from './find-passages.ts'
import { MarkedSide } from './marked-side.tsx'
import type { ReviewActs } from './use-review-acts.ts'

/** The annotation with its passage in the text before and in the corrected one, side by side. */
export function ReviewSides({
  review,
  acts,
  moveRef,
}: {
  readonly review: AnchorReview
  readonly acts: ReviewActs
  readonly moveRef: RefObject<HTMLInputElement | null>
}) {
  const { words } = useSpeech()
  const { record } = useReading()
  const [sought, setSought] = useState('')
  const [nth, setNth] = useState(0)
  const folded = useMemo(() => foldText(record.version.text), [record])
  const found = useMemo(() => findPassages(folded, sought), [folded, sought])
  const candidate = found[nth % Math.max(1, found.length)] ?? null
  const shown = candidate ?? review.proposed ?? review.suggestion
  const { body } = review.annotation
  return (
    <div className="review-main">
      {body !== '' && (
        <p className="review-body" dir="auto">
          {body}
        </p>
      )}
      <div className="review-sides">
        <SideBefore review={review} />
        <div className="review-side">
          <h3 className="pane-title">
            {words.review.after} <span className="pane-count">{placeName(review, words)}</span>
          </h3>
          <MarkedSide
            version={record.version}
            span={shown}
            label={words.review.after}
            onPick={acts.pick}
          />
        </div>
      </div>
      <MoveField
        inputRef={moveRef}
        sought={sought}
        onSought={(text) => {
          setSought(text)
          setNth(0)
        }}
        found={found}
        at={nth}
        onNext={() => setNth((nth + 1) % Math.max(1, found.length))}
        onMove={() => candidate && void acts.move(candidate)}
      />
    </div>
  )
}

/** The text an annotation stood on, as it was. */
function SideBefore({ review }: { readonly review: AnchorReview }) {
  const { words } = useSpeech()
  const { record } = useReading()
  const old = review.before ?? (review.proposed ? null : review.annotation.target)
  const asked = old === null ? null : { id: record.communique.id, versionId: old.versionId }
  const before = useAnswer('communique.get', asked).value?.version ?? null
  return (
    <div className="review-side">
      <h3 className="pane-title">{words.review.before}</h3>
      {before === null || old === null ? (
        <p className="notes-empty">{words.review.noBefore}</p>
      ) : (
        <MarkedSide version={before} span={old} label={words.review.before} />
      )}
    </div>
  )
}

function placeName(
  { proposed, suggestion }: AnchorReview,
  { review }: ReturnType<typeof useSpeech>['words'],
): string {
  if (proposed !== null) return review.proposed
  return suggestion === null ? review.nowhere : review.suggested
}

function MoveField({
  inputRef,
  sought,
  onSought,
  found,
  at,
  onNext,
  onMove,
}: {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly sought: string
  readonly onSought: (text: string) => void
  readonly found: readonly Span[]
  readonly at: number
  readonly onNext: () => void
  readonly onMove: () => void
}) {
  const { words } = useSpeech()
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') onMove()
    else if (event.key === 'ArrowDown') onNext()
    else return
    event.preventDefault()
  }
  return (
    <TextField className="field review-move" value={sought} onChange={onSought}>
      <Label className="field-label">{words.review.moveWords}</Label>
      <Input ref={inputRef} className="input" dir="auto" onKeyDown={onKeyDown} />
      <Text slot="description" className="field-advice">
        {words.review.moveAdvice}
      </Text>
      <span role="status" className="field-advice">
        {sought.trim() !== '' &&
          (found.length === 0
            ? words.review.moveNone
            : words.review.moveFound(1 + (at % found.length), found.length))}
      </span>
    </TextField>
  )
}
