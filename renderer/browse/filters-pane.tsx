import { memo } from 'react'
import { emptyFilter, filterSize, useDesk } from '../desk.tsx'
import { DossierList } from '../dossiers/dossier-list.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { ReviewEntries } from '../review/review-entries.tsx'
import { SavedSearches } from '../saved/saved-searches.tsx'
import { NewEntry } from '../visit/new-entry.tsx'
import { Button } from '../ui/button.tsx'
import { FacetGroup } from './facet-group.tsx'
import { useFacets } from './facets.tsx'
import { FACET_FIELDS, isLong, toggleValue } from './filter-values.ts'
import { LongFacetGroup } from './long-facet-group.tsx'

/** Saved searches, dossiers and the facets with their counts, to narrow what is listed. */
export const FiltersPane = memo(function FiltersPane() {
  const { words } = useSpeech()
  const { filter, setFilter } = useDesk()
  const { facets, query } = useFacets()
  return (
    <div className="filters">
      <NewEntry />
      <ReviewEntries />
      <SavedSearches />
      <DossierList />
      <header className="filters-header">
        <h2 className="pane-title">{words.filters.label}</h2>
        {filterSize(filter) > 0 && (
          <Button tone="quiet" onPress={() => setFilter(emptyFilter())}>
            {words.filters.clear}
          </Button>
        )}
      </header>
      {facets !== null &&
        FACET_FIELDS.filter(
          (field) => facets[field].length > 0 || (filter[field] ?? []).length > 0,
        ).map((field) =>
          isLong(field) ? (
            <LongFacetGroup key={field} {...{ field, facets, query }} />
          ) : (
            <FacetGroup
              key={field}
              title={words.filters[field]}
              values={facets[field]}
              chosen={filter[field] ?? []}
              onToggle={(value) => setFilter(toggleValue(filter, field, value))}
            />
          ),
        )}
    </div>
  )
})
