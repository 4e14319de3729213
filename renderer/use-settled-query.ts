import { useDebounced } from './client/use-debounced.ts'
import { useDesk } from './desk.tsx'

/** What counts beside a search waits for more of a pause than the search does, which comes first. */
const TYPING_PAUSE = 300

/** What is sought, once the officer has stopped typing. */
export function useSettledQuery(): string {
  const { query } = useDesk()
  return useDebounced(query.trim(), TYPING_PAUSE)
}
