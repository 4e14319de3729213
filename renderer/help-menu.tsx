import { CircleQuestionMark } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useActing, useKeysOf } from './actions/acting.tsx'
import { useSpeech } from './i18n/words.tsx'

const HELPS = ['tour', 'syntax', 'shortcuts', 'about'] as const

/** What helps: the tour, the syntax of searches, the keys, and what Fonds is. All of it is offline. */
export function HelpMenu() {
  const { words } = useSpeech()
  const { actOf } = useActing()
  const keysOf = useKeysOf()
  return (
    <MenuTrigger>
      <Button className="icon-button" aria-label={words.tour.help}>
        <CircleQuestionMark aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={words.tour.help}
          onAction={(key) => {
            const id = HELPS.find((help) => help === key)
            // The menu gives the focus back first.
            if (id) requestAnimationFrame(() => actOf(id)?.())
          }}
        >
          {HELPS.map((id) => (
            <MenuItem
              key={id}
              id={id}
              className="menu-item tool-item"
              textValue={words.actions.names[id]}
            >
              <span>{words.actions.names[id]}</span>
              {keysOf(id) && <kbd aria-hidden="true">{keysOf(id)?.shown}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
