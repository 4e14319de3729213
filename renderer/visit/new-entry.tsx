import { Inbox } from 'lucide-react'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { dayOf } from './last-visit.ts'
import { useVisit } from './visit.tsx'

/** In the left pane: what came in since the last visit, to list only that or to have done with it. */
export function NewEntry() {
  const { words, formats } = useSpeech()
  const { filter, setFilter } = useDesk()
  const { seen, count, markSeen } = useVisit()
  const isKept = (filter.addedAfter ?? []).length > 0
  if (seen === null || (count === 0 && !isKept)) return null
  return (
    <div className="new-entry">
      <button
        type="button"
        className="desk-entry"
        aria-pressed={isKept}
        onClick={() => setFilter({ ...filter, addedAfter: isKept ? [] : [seen.upTo] })}
      >
        <Inbox aria-hidden />
        <span>{words.visit.entry}</span>
        <span className="desk-entry-count">
          {formats.number(count)}
          <span className="visually-hidden"> {words.visit.count(count)}</span>
        </span>
      </button>
      <p className="new-entry-since">
        <span>{words.visit.since(formats.shortDate(dayOf(seen.at)))}</span>
        <Button tone="quiet" onPress={markSeen}>
          {words.visit.markSeen}
        </Button>
      </p>
    </div>
  )
}
