import { Ellipsis } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { SavedSearch } from '../../shared/model/saved-search.ts'
import { toggleValue } from '../browse/filter-values.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDebounced } from '../client/use-debounced.ts'
import { filterSize, useDesk, useQuery } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReadOnly, Writing } from '../safety/read-only.tsx'
import { useAnsweredQuery, useSearchTools } from '../search/search-tools.tsx'
import { isSameSearch } from './same-search.ts'
import { useSavedSearches } from './saved-searches-known.tsx'
import { useSavedActs } from './use-saved-acts.ts'

const TYPING_PAUSE = 200

/**
 * The searches an officer keeps: what each finds now, or finds of what is listed, and what of it is
 * new. Its name runs it; its box narrows the list to what it finds.
 */
export function SavedSearches() {
  const { words } = useSpeech()
  const searches = useSavedSearches()
  const { reason } = useReadOnly()
  const count = searches?.length ?? 0
  const counts = useCountsWithin(count > 0)
  // How to keep one is no advice where none can be kept.
  if (searches === null || (reason !== null && count === 0)) return null
  return (
    <section className="saved" aria-labelledby="saved-title">
      <h2 className="pane-title" id="saved-title">
        {words.saved.title}
      </h2>
      {searches.length === 0 && <p className="field-advice">{words.saved.none}</p>}
      <ul>
        {searches.map((search) => (
          <SavedRow
            key={search.id}
            search={search}
            count={counts?.find(({ id }) => id === search.id)?.count ?? search.total}
          />
        ))}
      </ul>
    </section>
  )
}

/** How much each finds of what is listed, where anything narrows the list; otherwise null. */
function useCountsWithin(
  hasSearches: boolean,
): readonly { readonly id: string; readonly count: number }[] | null {
  const query = useAnsweredQuery()
  const { filter } = useDesk()
  const settled = useDebounced(query, TYPING_PAUSE)
  const isNarrowed = settled !== '' || filterSize(filter) > 0
  const { value } = useAnswer(
    'saved-search.count-within',
    hasSearches && isNarrowed ? { query: settled, filter } : null,
    'saved',
  )
  return value?.counts ?? null
}

function SavedRow({ search, count }: { readonly search: SavedSearch; readonly count: number }) {
  const { words, formats } = useSpeech()
  const query = useQuery()
  const { filter, setQuery, setFilter } = useDesk()
  const { id, name, newCount } = search
  return (
    <li className="saved-row">
      <input
        type="checkbox"
        className="saved-narrows"
        aria-label={words.saved.within(name)}
        title={words.saved.within(name)}
        checked={(filter.searches ?? []).includes(id)}
        onChange={() => setFilter(toggleValue(filter, 'searches', id))}
      />
      <button
        type="button"
        className="saved-name"
        aria-current={isSameSearch(search, { query, filter }) ? 'true' : undefined}
        onClick={() => {
          setQuery(search.query)
          setFilter(search.filter)
        }}
      >
        <bdi className="saved-label">{name}</bdi>
        {newCount > 0 && <span className="saved-fresh">{words.saved.fresh(newCount)}</span>}
        <span className="facet-count">
          <span aria-hidden="true">{formats.number(count)}</span>
          <span className="visually-hidden">{words.saved.count(count)}</span>
        </span>
      </button>
      <Writing>
        <SavedMenu search={search} />
      </Writing>
    </li>
  )
}

function SavedMenu({ search }: { readonly search: SavedSearch }) {
  const { words } = useSpeech()
  const { openTool } = useSearchTools()
  const { remove, markSeen } = useSavedActs()
  const acts: Readonly<Record<string, () => void>> = {
    seen: () => void markSeen(search),
    rename: () => openTool({ name: 'rename', search }),
    remove: () => void remove(search),
  }
  return (
    <MenuTrigger>
      <AriaButton className="icon-button saved-acts" aria-label={words.saved.acts(search.name)}>
        <Ellipsis aria-hidden />
      </AriaButton>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={words.saved.acts(search.name)}
          onAction={(key) => acts[String(key)]?.()}
        >
          {search.newCount > 0 && (
            <MenuItem id="seen" className="menu-item">
              {words.saved.markSeen}
            </MenuItem>
          )}
          <MenuItem id="rename" className="menu-item">
            {words.saved.rename}
          </MenuItem>
          <MenuItem id="remove" className="menu-item">
            {words.saved.remove}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
