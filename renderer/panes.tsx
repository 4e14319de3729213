import { useEffect, useRef, type ReactNode } from 'react'
import { FiltersPane } from './browse/filters-pane.tsx'
import { useDesk, useQuery } from './desk.tsx'
import { useHandOver } from './hand-over.tsx'
import { useSpeech } from './i18n/words.tsx'
import { useLayout } from './layout.tsx'
import { useSettings } from './settings/settings.tsx'
import { PaneDivider } from './ui/pane-divider.tsx'

/**
 * A list that is put away comes back once something is looked for, or a dossier opened; a dossier in
 * its place makes way for what is looked for.
 */
function useShownByAsking(): void {
  const query = useQuery()
  const { filter } = useDesk()
  const { dossierId, openDossier } = useHandOver()
  const { settings, change } = useSettings()
  const { room, showFilters } = useLayout()
  const asked = useRef({ query, filter, dossierId })
  useEffect(() => {
    const before = asked.current
    asked.current = { query, filter, dossierId }
    const isSought = before.query !== query || before.filter !== filter
    if (isSought && dossierId !== null && dossierId === before.dossierId) openDossier(null)
    const isOpened = dossierId !== null && before.dossierId !== dossierId
    // Over the list, the filters would hide what was just opened from them.
    if (isOpened && room !== 'wide') showFilters(false)
    const isAsked = isSought || before.dossierId !== dossierId
    if (isAsked && !settings.listShown) change({ listShown: true })
  }, [query, filter, dossierId, settings.listShown, change, openDossier, room, showFilters])
}

/** Filters, list and text side by side; in a narrow window, one of them. */
export function Panes({ list, reader }: { readonly list: ReactNode; readonly reader: ReactNode }) {
  const { words } = useSpeech()
  const { place } = useDesk()
  const { settings, change } = useSettings()
  const { room, filtersShown } = useLayout()
  const isOne = room === 'narrow'
  const listShown = place === null || (!isOne && settings.listShown)
  useShownByAsking()
  const widths = isOne
    ? [{}, {}]
    : [{ inlineSize: settings.filtersWidth }, { inlineSize: settings.listWidth }]
  return (
    <main className={`panes panes-${room}`}>
      {filtersShown && listShown && (
        <>
          <section className="filters-pane" aria-label={words.app.panes.filters} style={widths[0]}>
            <FiltersPane />
          </section>
          {room === 'wide' && (
            <PaneDivider
              label={words.app.resizeFilters}
              width={settings.filtersWidth}
              least={168}
              most={360}
              grows="before"
              onWidth={(filtersWidth) => change({ filtersWidth })}
            />
          )}
        </>
      )}
      {listShown && (
        <section className="list-pane" aria-label={words.app.panes.list} style={widths[1]}>
          {list}
        </section>
      )}
      {!isOne && listShown && (
        <PaneDivider
          label={words.app.resizeList}
          width={settings.listWidth}
          least={280}
          most={640}
          grows="before"
          onWidth={(listWidth) => change({ listWidth })}
        />
      )}
      {(!isOne || place !== null) && (
        <section className="reader-pane" aria-label={words.app.panes.reader}>
          {reader}
        </section>
      )}
    </main>
  )
}
