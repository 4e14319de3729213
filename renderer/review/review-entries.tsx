import { BookUser, ListChecks } from 'lucide-react'
import { useAnswer } from '../client/use-answer.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { useOpening } from './opening.tsx'

/** In the left pane: the suggestions of the archive with their count, and the names in its texts. */
export function ReviewEntries() {
  const { words, formats } = useSpeech()
  const { openReview, openAuthorities } = useOpening()
  const { value } = useAnswer('archive.describe', {})
  const count = value?.suggestionCount ?? 0
  return (
    <div className="desk-entries">
      <Writing>
        <button type="button" className="desk-entry" onClick={() => openReview()}>
          <ListChecks aria-hidden className="flips" />
          <span>{words.check.entry}</span>
          {count > 0 && (
            <span className="desk-entry-count">
              {formats.number(count)}
              <span className="visually-hidden"> {words.check.toCheck(count)}</span>
            </span>
          )}
        </button>
      </Writing>
      <button type="button" className="desk-entry" onClick={openAuthorities}>
        <BookUser aria-hidden />
        <span>{words.names.entry}</span>
      </button>
    </div>
  )
}

/** Above a text: how many suggestions it has, and the way to go through them, where they may be settled. */
export function TextReviewNotice() {
  return (
    <Writing>
      <SuggestionsOfText />
    </Writing>
  )
}

function SuggestionsOfText() {
  const { words } = useSpeech()
  const { openReview } = useOpening()
  const { communique } = useReading().record
  const { value } = useAnswer('suggestion.list', {
    kinds: [],
    rule: null,
    communiqueId: communique.id,
    offset: 0,
    limit: 1,
  })
  const count = value?.total ?? 0
  if (count === 0) return null
  return (
    <p className="text-notice text-notice-quiet">
      {words.check.inText(count)}
      <Button tone="quiet" onPress={() => openReview({ communiqueId: communique.id })}>
        {words.check.review}
      </Button>
    </p>
  )
}
