import type { ReactNode } from 'react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useKeysOf } from './acting.tsx'
import type { ActionId } from './actions.ts'

/** A menu of actions behind an icon, each under its name with its keys. */
export function KeyedMenu<Id extends ActionId>({
  label,
  icon,
  className = '',
  ids,
  nameOf,
  onChoose,
}: {
  readonly label: string
  readonly icon: ReactNode
  readonly className?: string
  readonly ids: readonly Id[]
  readonly nameOf: (id: Id) => string
  readonly onChoose: (id: Id) => void
}) {
  const keysOf = useKeysOf()
  return (
    <MenuTrigger>
      <Button className={`icon-button ${className}`.trim()} aria-label={label}>
        {icon}
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={label}
          onAction={(key) => {
            const id = ids.find((each) => each === key)
            if (id !== undefined) onChoose(id)
          }}
        >
          {ids.map((id) => (
            <MenuItem key={id} id={id} className="menu-item tool-item" textValue={nameOf(id)}>
              <span>{nameOf(id)}</span>
              {keysOf(id) && <kbd aria-hidden="true">{keysOf(id)?.shown}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
