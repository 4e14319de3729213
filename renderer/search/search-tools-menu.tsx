import { SlidersHorizontal } from 'lucide-react'
import { memo } from 'react'
import { isWriting } from '../actions/actions.ts'
import { KeyedMenu } from '../actions/keyed-menu.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReadOnly } from '../safety/read-only.tsx'
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
export const SearchToolsMenu = memo(function SearchToolsMenu() {
  const { words } = useSpeech()
  const { reason } = useReadOnly()
  const acts = useToolActs()
  return (
    <KeyedMenu
      label={words.tools.label}
      icon={<SlidersHorizontal aria-hidden />}
      className="search-tools"
      ids={reason === null ? ORDER : ORDER.filter((tool) => !isWriting(tool))}
      nameOf={(tool) => words.tools[tool]}
      onChoose={(tool) => acts[tool]()}
    />
  )
})

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
