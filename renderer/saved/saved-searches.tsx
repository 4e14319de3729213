import { Bookmark, Ellipsis } from 'lucide-react'
import { Button as AriaButton, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import type { SavedSearch } from '../../shared/model/saved-search.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from '../search/search-tools.tsx'
import { isSameSearch } from './same-search.ts'
import { useSavedActs } from './use-saved-acts.ts'

/** The searches an officer keeps: what each finds now, and what of that is new. */
export function SavedSearches() {
  const { words } = useSpeech()
  const { value } = useAnswer('saved-search.list', {})
  if (value === null) return null
  return (
    <section className="saved" aria-labelledby="saved-title">
      <h2 className="pane-title" id="saved-title">
        {words.saved.title}
      </h2>
      {value.searches.length === 0 && <p className="field-advice">{words.saved.none}</p>}
      <ul>
        {value.searches.map((search) => (
          <SavedRow key={search.id} search={search} />
        ))}
      </ul>
    </section>
  )
}

function SavedRow({ search }: { readonly search: SavedSearch }) {
  const { words, formats } = useSpeech()
  const { query, filter, setQuery, setFilter } = useDesk()
  const isCurrent = isSameSearch(search, { query, filter })
  const { name, total, newCount } = search
  return (
    <li className="saved-row">
      <button
        type="button"
        className="saved-name"
        aria-current={isCurrent ? 'true' : undefined}
        onClick={() => {
          setQuery(search.query)
          setFilter(search.filter)
        }}
      >
        <Bookmark aria-hidden />
        <bdi className="saved-label">{name}</bdi>
        {newCount > 0 && <span className="saved-fresh">{words.saved.fresh(newCount)}</span>}
        <span className="facet-count">
          <span aria-hidden="true">{formats.number(total)}</span>
          <span className="visually-hidden">{words.saved.count(total)}</span>
        </span>
      </button>
      <SavedMenu search={search} />
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
