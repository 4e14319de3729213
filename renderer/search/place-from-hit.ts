import type { Hit } from '../../shared/model/search.ts'
import type { Place } from '../trail.ts'

/**
 * Where a hit opens: at the passage of the snippet that was chosen, or at the first that answered. A snippet
 * of a note opens its annotation.
 */
export function placeFromHit(hit: Hit, snippetIndex: number | null): Place {
  const chosen =
    snippetIndex === null
      ? hit.snippets.find(({ field, matches }) => field !== 'title' && matches.length > 0)
      : hit.snippets[snippetIndex]
  const inText = hit.snippets.filter(({ field }) => field === 'text')
  const ordered = [
    ...inText.filter((snippet) => snippet === chosen),
    ...inText.filter((snippet) => snippet !== chosen),
  ]
  return {
    communiqueId: hit.id,
    versionId: null,
    matches: ordered.flatMap(({ matches }) => matches),
    annotationId: chosen?.annotationId ?? null,
  }
}
