import { useState } from 'react'
import type { Facets, LongFacet } from '../../shared/model/search.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { FacetGroup } from './facet-group.tsx'
import { toggleValue } from './filter-values.ts'

/** Told at once when a facet is shown whole; words narrow it to the rest. */
const MOST_SHOWN = 500

/** A facet of which the commonest values are known: the archive is asked for the others. */
export function LongFacetGroup({
  field,
  facets,
  query,
}: {
  readonly field: LongFacet
  readonly facets: Facets
  readonly query: string
}) {
  const { words } = useSpeech()
  const { filter, setFilter } = useDesk()
  const [sought, setSought] = useState<string | null>(null)
  const told = facets[field]
  const chosen = filter[field] ?? []
  const total = facets.totals[field]
  const isWhole = told.length >= total
  const asked =
    sought === null || isWhole
      ? null
      : { query, filter, facet: field, words: sought.slice(0, 200), limit: MOST_SHOWN }
  const { value: found } = useAnswer('search.find-facet-values', asked, field)
  const kept = told.filter(({ value }) => chosen.includes(value))
  const values = found
    ? [
        ...found.values,
        ...kept.filter(({ value }) => !found.values.some((each) => each.value === value)),
      ]
    : told
  return (
    <FacetGroup
      title={words.filters[field]}
      values={values}
      chosen={chosen}
      total={Math.max(total, values.length)}
      isVerbatim={field === 'tags'}
      rest={found ? Math.max(0, found.total - found.values.length) : 0}
      onSeek={isWhole ? undefined : setSought}
      onToggle={(value) => setFilter(toggleValue(filter, field, value))}
    />
  )
}
