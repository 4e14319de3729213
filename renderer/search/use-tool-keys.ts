import { useEffect, useEffectEvent } from 'react'
import { chordFromKey, isDialogOpen } from '../keys.ts'
import { useToolActs } from './search-tools-menu.tsx'
import { toolFromChord } from './tool-keys.ts'

/** The keys of the tools of searching, wherever the focus is. */
export function useToolKeys(): void {
  const acts = useToolActs()
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isDialogOpen()) return
    const tool = toolFromChord(chordFromKey(event))
    if (tool === null) return
    event.preventDefault()
    acts[tool]()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}
