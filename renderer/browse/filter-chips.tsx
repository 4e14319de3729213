import { X } from 'lucide-react'
import { emptyFilter, useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { useFacets } from './facets.tsx'
import { dayOf } from '../visit/last-visit.ts'
import { useVisit } from '../visit/visit.tsx'
import { useSavedSearches } from '../saved/saved-searches-known.tsx'
import { FACET_FIELDS, toggleValue, type FilterField } from './filter-values.ts'

const FIELDS: readonly FilterField[] = ['periods', ...FACET_FIELDS, 'searches']

/** What narrows the list, each with a way to take it off. */
export function FilterChips() {
  const { words, formats } = useSpeech()
  const { filter, setFilter } = useDesk()
  const { facets } = useFacets()
  const { seen } = useVisit()
  const saved = useSavedSearches()
  const labelOf = (field: FilterField, value: string): string => {
    if (field === 'periods') return formats.period(value)
    if (field === 'searches') {
      return saved?.find(({ id }) => id === value)?.name ?? ''
    }
    return facets?.[field].find((facet) => facet.value === value)?.label ?? value
  }
  const chips = FIELDS.flatMap((field) =>
    (filter[field] ?? []).map((value) => ({ field, value, label: labelOf(field, value) })),
  )
  return (
    <div className="chips" role="group" aria-label={words.filters.label}>
      {chips.map(({ field, value, label }) => (
        <Chip
          key={`${field} ${value}`}
          label={label}
          onRemove={() => setFilter(toggleValue(filter, field, value))}
        />
      ))}
      {seen !== null && (filter.addedAfter ?? []).length > 0 && (
        <Chip
          label={words.visit.chip(formats.shortDate(dayOf(seen.at)))}
          onRemove={() => setFilter({ ...filter, addedAfter: [] })}
        />
      )}
      <Button tone="quiet" onPress={() => setFilter(emptyFilter())}>
        {words.filters.clear}
      </Button>
    </div>
  )
}

function Chip({ label, onRemove }: { readonly label: string; readonly onRemove: () => void }) {
  const { words } = useSpeech()
  return (
    <button
      type="button"
      className="chip"
      aria-label={words.filters.clearOne(label)}
      onClick={onRemove}
    >
      <bdi>{label}</bdi>
      <X aria-hidden />
    </button>
  )
}
