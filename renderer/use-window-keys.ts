import { useEffect, useEffectEvent } from 'react'
import { chordFromKey, isDialogOpen, isTyping } from './keys.ts'
import { useSettings } from './settings/settings.tsx'

interface WindowActs {
  readonly search: () => void
  readonly add: () => void
  readonly help: () => void
}

/** The keys that act wherever the focus is. */
export function useWindowKeys({ search, add, help }: WindowActs): void {
  const { settings } = useSettings()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isDialogOpen()) return
    const acts: Readonly<Record<string, () => void>> = {
      'ctrl+k': search,
      'ctrl+o': add,
      f1: help,
      f6: () => focusNextPane(1),
      'shift+f6': () => focusNextPane(-1),
    }
    const alone: Readonly<Record<string, () => void>> = { '/': search, '?': help }
    const chord = chordFromKey(event)
    const isAllowed = settings.singleKeys && !isTyping(event.target)
    const act = acts[chord] ?? (isAllowed ? alone[chord] : undefined)
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    // On the way down: fields keep the keys they handle from coming up again.
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

const STOPS = '.search-input, .filters input, .list-pane [role="listbox"], .text, .notes button'

/** Goes round the panes: search, filters, list, text, annotations. */
function focusNextPane(step: number): void {
  const first = new Map<Element | null, HTMLElement>()
  for (const stop of document.querySelectorAll<HTMLElement>(STOPS)) {
    const pane = stop.closest('.search-field, .filters, .list-pane, .sheet, .notes')
    if (!first.has(pane)) first.set(pane, stop)
  }
  const panes = [...first.keys()]
  const at = panes.findIndex((pane) => pane?.contains(document.activeElement))
  const next = panes[(at + step + panes.length) % panes.length]
  first.get(next ?? null)?.focus()
}
