import { useEffect, useEffectEvent, useRef } from 'react'
import { useActions } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { chordFromKey, isDialogOpen, isTyping } from '../keys.ts'
import { useReading } from '../reader/reading.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useActiveByCaret, useKeptCaret } from './use-caret.ts'
import { useResize } from './use-resize.ts'

/**
 * What keys do with the active annotation: its edges are moved, Enter in the text goes to its
 * card and Escape in the panel, or in the tools of the selection, back to the caret.
 */
export function useNoteActions(): void {
  const { textRef, activeId } = useReading()
  const resize = useResize()
  useKeptCaret()
  useActiveByCaret()
  useToldActive()
  useActions({
    'end-left': () => resize('end', 'left'),
    'end-right': () => resize('end', 'right'),
    'start-left': () => resize('start', 'left'),
    'start-right': () => resize('start', 'right'),
  })
  const goToCard = (event: KeyboardEvent): boolean => {
    if (chordFromKey(event) !== 'enter' || activeId === null) return false
    if (event.target !== textRef.current) return false
    document.querySelector<HTMLElement>(`[data-annotation="${activeId}"] button`)?.focus()
    return true
  }
  const comeBack = (event: KeyboardEvent): boolean => {
    const isInPanel = document.activeElement?.closest('.notes, .selection-toolbar') != null
    if (event.key !== 'Escape' || !isInPanel) return false
    textRef.current?.focus({ preventScroll: true })
    return true
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isDialogOpen() || isTyping(event.target)) return
    if (goToCard(event) || comeBack(event)) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

/** Has the annotation that became active read out. */
function useToldActive(): void {
  const { words } = useSpeech()
  const { announce } = useNotices()
  const { annotations, activeId } = useReading()
  const active = annotations.find(({ id }) => id === activeId)
  const told = useRef<string | null>(activeId)
  useEffect(() => {
    if (!active || told.current === active.id) return
    told.current = active.id
    announce(words.notes.active(words.annotate.kinds[active.kind], active.target.exact))
  }, [active, announce, words])
}
