import type { Span } from '../shared/model/search.ts'

/** What is open on the desk, and where to look in it. */
export interface Place {
  readonly communiqueId: string
  /** Null for the latest wording. */
  readonly versionId: string | null
  /** Passages of the text that answered a search; the first is brought into view. */
  readonly matches: readonly Span[]
  readonly annotationId: string | null
}

/** Texts that were open in turn, the one that is, and whether it was left for the list. */
export interface Walked {
  readonly places: readonly Place[]
  readonly at: number
  readonly isAway: boolean
}

const MOST_KEPT = 100

/** Before any text was opened. */
export const NOWHERE: Walked = { places: [], at: -1, isAway: false }

/**
 * Opens another text after the one that is open; those that were ahead are forgotten. Another place
 * in the same wording takes the place of the one before: back leads to another text.
 */
export function stepTo({ places, at }: Walked, place: Place): Walked {
  const here = places[at]
  const isSame = here?.communiqueId === place.communiqueId && here.versionId === place.versionId
  const behind = places.slice(0, isSame ? at : at + 1).slice(1 - MOST_KEPT)
  return { places: [...behind, place], at: behind.length, isAway: false }
}
