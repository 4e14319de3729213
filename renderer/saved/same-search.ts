import type { Filter } from '../../shared/model/search.ts'

interface Asked {
  readonly query: string
  readonly filter: Filter
}

/** Whether two searches ask the same, whatever the order in which filters were chosen. */
export function isSameSearch(one: Asked, other: Asked): boolean {
  return one.query.trim() === other.query.trim() && keyOf(one.filter) === keyOf(other.filter)
}

/** When one came in is no part of a search that is kept. */
function keyOf(filter: Filter): string {
  const asked = Object.entries(filter)
    .filter(([field]) => field !== 'addedAfter')
    .map(([field, values = []]) => [field, values.map(String).toSorted()] as const)
    .filter(([, values]) => values.length > 0)
  return JSON.stringify(asked.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
