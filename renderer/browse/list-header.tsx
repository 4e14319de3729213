import { PanelLeft } from 'lucide-react'
import { lazy, memo, Suspense, useState, type ReactNode } from 'react'
import { filterSize, useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useLayout } from '../layout.tsx'
import { useSettings } from '../settings/settings.tsx'
import { TimelineSwitch } from '../timeline/timeline-switch.tsx'
import { IconToggle } from '../ui/button.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { FilterChips } from './filter-chips.tsx'

const Timeline = lazy(async () => ({
  default: (await import('../timeline/timeline.tsx')).Timeline,
}))

/** The head of the list: the filters' switch, how much there is, and what narrows it. */
export const ListHeader = memo(function ListHeader({
  count,
  children,
}: {
  readonly count: string
  readonly children?: ReactNode
}) {
  const { words } = useSpeech()
  const { filter } = useDesk()
  const { filtersShown, showFilters } = useLayout()
  const { settings } = useSettings()
  const [isSought, setSought] = useState(false)
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
        <TimelineSwitch onSought={setSought} />
        {children}
      </div>
      {settings.timelineShown && (
        <Suspense fallback={<div className="timeline" />}>
          <Timeline isSought={isSought} />
        </Suspense>
      )}
      {filterSize(filter) > 0 && <FilterChips />}
      <BulkBar />
    </header>
  )
})
