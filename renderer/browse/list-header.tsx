import { PanelLeft } from 'lucide-react'
import type { ReactNode } from 'react'
import { filterSize, useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useLayout } from '../layout.tsx'
import { IconToggle } from '../ui/button.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { FilterChips } from './filter-chips.tsx'

/** The head of the list: the filters' switch, how much there is, and what narrows it. */
export function ListHeader({
  count,
  children,
}: {
  readonly count: string
  readonly children?: ReactNode
}) {
  const { words } = useSpeech()
  const { filter } = useDesk()
  const { filtersShown, showFilters } = useLayout()
  return (
    <header className="list-header">
      <div className="list-header-row">
        <IconToggle
          label={filtersShown ? words.filters.hide : words.filters.show}
          icon={<PanelLeft aria-hidden className="flips" />}
          isSelected={filtersShown}
          onChange={showFilters}
        />
        <p className="list-count" aria-live="polite">
          {count}
        </p>
        {children}
      </div>
      {filterSize(filter) > 0 && <FilterChips />}
      <BulkBar />
    </header>
  )
}
