import { useEffect, useEffectEvent, useRef } from 'react'
import { useActions } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { chordFromKey, isDialogOpen, isTyping } from '../keys.ts'
import { useReading } from '../reader/reading.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useResize } from './use-resize.ts'

/**
 * What keys do with the active annotation: its edges are moved, Enter in the text goes to its
 * card and Escape in the panel back to the caret.
 */
export function useNoteActions(): void {
  const { textRef, activeId } = useReading()
  const resize = useResize()
  const caret = useCaret()
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
    caret.keep()
    document.querySelector<HTMLElement>(`[data-annotation="${activeId}"] button`)?.focus()
    return true
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isDialogOpen() || isTyping(event.target)) return
    if (goToCard(event) || caret.comeBack(event)) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

interface Caret {
  readonly keep: () => void
  /** After Escape in the panel, back to where the text was left; true when it did. */
  readonly comeBack: (event: KeyboardEvent) => boolean
}

function useCaret(): Caret {
  const { textRef } = useReading()
  const kept = useRef<Range | null>(null)
  return {
    keep: () => {
      const selection = document.getSelection()
      kept.current = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
    },
    comeBack: (event) => {
      const isInPanel = document.activeElement?.closest('.notes') != null
      if (event.key !== 'Escape' || !isInPanel) return false
      textRef.current?.focus({ preventScroll: true })
      const range = kept.current
      const selection = document.getSelection()
      if (range && textRef.current?.contains(range.startContainer)) {
        selection?.setBaseAndExtent(
          range.startContainer,
          range.startOffset,
          range.endContainer,
          range.endOffset,
        )
      }
      return true
    },
  }
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
