import type { Filter } from '../../shared/model/search.ts'

interface Asked {
  readonly query: string
  readonly filter: Filter
}

/** Whether two searches ask the same, whatever the order in which filters were chosen. */
export function isSameSearch(one: Asked, other: Asked): boolean {
  return one.query.trim() === other.query.trim() && keyOf(one.filter) === keyOf(other.filter)
}

function keyOf({ years, issuers, languages, dossiers, searches, periods }: Filter): string {
  const fields = [years, issuers, languages, dossiers, searches, periods]
  return JSON.stringify(fields.map((values = []) => values.toSorted()))
}
