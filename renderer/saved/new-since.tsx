import { useDesk, useQuery } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { isSameSearch } from './same-search.ts'
import { useSavedSearches } from './saved-searches-known.tsx'
import { useSavedActs } from './use-saved-acts.ts'

/** Above what a saved search finds or narrows to: how many are new, until the officer says they are seen. */
export function NewSince() {
  const { words } = useSpeech()
  const query = useQuery()
  const { filter } = useDesk()
  const searches = useSavedSearches()
  const { markSeen } = useSavedActs()
  const [chosen, ...others] = filter.searches ?? []
  const saved = searches?.find(
    (search) =>
      isSameSearch(search, { query, filter }) || (search.id === chosen && others.length === 0),
  )
  if (saved === undefined || saved.newCount === 0) return null
  return (
    <div className="new-since" role="status">
      <p>{words.saved.since(saved.newCount)}</p>
      <Button tone="quiet" onPress={() => void markSeen(saved)}>
        {words.saved.markSeen}
      </Button>
    </div>
  )
}
