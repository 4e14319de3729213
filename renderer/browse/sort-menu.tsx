import { ArrowDownUp } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useDesk, type Sort } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'

const SORTS: readonly Sort[] = ['newest', 'oldest', 'published', 'title', 'added']

/** Chooses the order of the list. */
export function SortMenu() {
  const { words } = useSpeech()
  const { sort, setSort } = useDesk()
  return (
    <MenuTrigger>
      <Button
        className="button button-quiet sort-button"
        aria-label={words.common.named(words.list.sort, words.list.sorts[sort])}
      >
        <ArrowDownUp aria-hidden />
        <span className="sort-label">{words.list.sorts[sort]}</span>
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={words.list.sort}
          selectionMode="single"
          disallowEmptySelection
          selectedKeys={[sort]}
          onAction={(key) => setSort(SORTS.find((each) => each === key) ?? sort)}
        >
          {SORTS.map((each) => (
            <MenuItem key={each} id={each} className="menu-item">
              {words.list.sorts[each]}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
