import { useActions } from './actions/acting.tsx'

interface WindowActs {
  readonly search: () => void
  /** Undefined where nothing may be added. */
  readonly add: (() => void) | undefined
}

/** What the keys do wherever the focus is. */
export function useWindowActions({ search, add }: WindowActs): void {
  useActions({
    search,
    ...(add && { add }),
    'next-pane': () => focusNextPane(1),
    'previous-pane': () => focusNextPane(-1),
  })
}

const STOPS =
  '.search-input, .filters input, .list-pane [role="listbox"], .text, .selection-toolbar:not(.selection-toolbar-away) button, .notes button'

const PANES = '.search-field, .filters, .list-pane, .selection-toolbar, .sheet, .notes'

/** Goes round the panes: search, filters, list, text, what acts on its selection, annotations. */
function focusNextPane(step: number): void {
  const first = new Map<Element | null, HTMLElement>()
  for (const stop of document.querySelectorAll<HTMLElement>(STOPS)) {
    const pane = stop.closest(PANES)
    if (!first.has(pane)) first.set(pane, stop)
  }
  const panes = [...first.keys()]
  const at = panes.indexOf(document.activeElement?.closest(PANES) ?? null)
  const next = panes[(at + step + panes.length) % panes.length]
  first.get(next ?? null)?.focus()
}
