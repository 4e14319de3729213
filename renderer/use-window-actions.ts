import { useEffect } from 'react'
import { useActions } from './actions/acting.tsx'
import { useDesk } from './desk.tsx'
import { isDialogOpen } from './keys.ts'
import { useSettings } from './settings/settings.tsx'

interface WindowActs {
  readonly search: () => void
  readonly add: () => void
}

/** What the keys do wherever the focus is. */
export function useWindowActions({ search, add }: WindowActs): void {
  const { back, forward } = useDesk()
  useMouseSteps(back, forward)
  const { settings, change } = useSettings()
  useActions({
    search,
    'list-panel': () => change({ listShown: !settings.listShown }),
    add,
    ...(back && { back }),
    ...(forward && { forward }),
    'next-pane': () => focusNextPane(1),
    'previous-pane': () => focusNextPane(-1),
  })
}

/** The two buttons beside a mouse's wheel, as in a browser. */
function useMouseSteps(back: (() => void) | undefined, forward: (() => void) | undefined): void {
  useEffect(() => {
    const onMouseUp = (event: MouseEvent): void => {
      const step = new Map([
        [3, back],
        [4, forward],
      ]).get(event.button)
      if (step === undefined || isDialogOpen()) return
      event.preventDefault()
      step()
    }
    window.addEventListener('mouseup', onMouseUp)
    return () => window.removeEventListener('mouseup', onMouseUp)
  }, [back, forward])
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
