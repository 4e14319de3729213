import { SlidersHorizontal } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useKeysOf } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useSearchTools } from './search-tools.tsx'

/** What searching can do beyond the box. */
export type KeyedTool =
  | 'compose'
  | 'syntax'
  | 'trend'
  | 'save'
  | 'similar'
  | 'verify'
  | 'trace'
  | 'why'
  | 'index'

const ORDER: readonly KeyedTool[] = [
  'compose',
  'syntax',
  'trend',
  'save',
  'similar',
  'verify',
  'trace',
  'index',
]

/** What searching can do beyond the box, each with its keys. */
export function SearchToolsMenu() {
  const { words } = useSpeech()
  const acts = useToolActs()
  const keysOf = useKeysOf()
  return (
    <MenuTrigger>
      <Button className="icon-button search-tools" aria-label={words.tools.label}>
        <SlidersHorizontal aria-hidden />
      </Button>
      <Popover className="popover" placement="bottom end">
        <Menu
          className="menu"
          aria-label={words.tools.label}
          onAction={(key) => acts[ORDER.find((tool) => tool === key) ?? 'compose']()}
        >
          {ORDER.map((tool) => (
            <MenuItem
              key={tool}
              id={tool}
              className="menu-item tool-item"
              textValue={words.tools[tool]}
            >
              <span>{words.tools[tool]}</span>
              {keysOf(tool) && <kbd aria-hidden="true">{keysOf(tool)?.shown}</kbd>}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** How each tool that has keys is opened. */
export function useToolActs(): Readonly<Record<KeyedTool, () => void>> {
  const tools = useSearchTools()
  return {
    compose: () => tools.openTool({ name: 'compose' }),
    syntax: () => tools.openTool({ name: 'syntax' }),
    trend: tools.openTrend,
    save: tools.openSave,
    similar: tools.openSimilar,
    verify: () => tools.openVerify(selectedWords()),
    trace: () => tools.openTrace(selectedWords()),
    index: () => tools.openTool({ name: 'index' }),
    why: () => tools.showWhy(!tools.whyShown),
  }
}

/** The words selected in the open text, if any. */
function selectedWords(): string | undefined {
  const selection = document.getSelection()
  const holder = selection?.anchorNode?.parentElement
  const words = selection?.toString().trim()
  return words && holder?.closest('.text') ? words : undefined
}
