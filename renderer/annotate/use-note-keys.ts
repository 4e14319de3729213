import { useEffect, useEffectEvent, useRef } from 'react'
import { useSpeech } from '../i18n/words.tsx'
import { chordFromKey, isDialogOpen, isTyping } from '../keys.ts'
import { useReading } from '../reader/reading.tsx'
import { useNotices } from '../ui/notices.tsx'
import { KINDS } from './kinds.tsx'
import { useMarking } from './use-marking.ts'
import { useResize } from './use-resize.ts'

/**
 * The keys of annotations that hold for every layout: making one by the place of its kind, going
 * into the panel and back to the caret, and moving the edges of the active one.
 */
export function useNoteKeys(): void {
  const { textRef, activeId } = useReading()
  const mark = useMarking()
  const resize = useResize()
  const caret = useCaret()
  useToldActive()
  const inText = (event: KeyboardEvent): boolean => {
    const chord = chordFromKey(event)
    const edge = EDGES.get(chord)
    if (edge) return resize(edge.edge, edge.arrow)
    if (chord !== 'enter' || activeId === null || event.target !== textRef.current) return false
    caret.keep()
    document.querySelector<HTMLElement>(`[data-annotation="${activeId}"] button`)?.focus()
    return true
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isDialogOpen()) return
    const kind = kindOfDigit(event)
    const isInText = textRef.current?.contains(document.activeElement) ?? false
    const isHandled =
      kind === undefined
        ? !isTyping(event.target) && (isInText ? inText(event) : caret.comeBack(event))
        : (mark(kind), true)
    if (isHandled) event.preventDefault()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

const EDGES: ReadonlyMap<
  string,
  { readonly edge: 'start' | 'end'; readonly arrow: 'left' | 'right' }
> = new Map([
  ['shift+arrowleft', { edge: 'end', arrow: 'left' }],
  ['shift+arrowright', { edge: 'end', arrow: 'right' }],
  ['ctrl+shift+arrowleft', { edge: 'start', arrow: 'left' }],
  ['ctrl+shift+arrowright', { edge: 'start', arrow: 'right' }],
])

/** Ctrl+Alt and a digit; the place of the key decides, for layouts differ in what it types. */
function kindOfDigit({
  code,
  ctrlKey,
  altKey,
}: KeyboardEvent): (typeof KINDS)[number]['kind'] | undefined {
  const digit = /^Digit(\d)$/u.exec(code)?.[1]
  return ctrlKey && altKey && digit !== undefined ? KINDS[Number(digit) - 1]?.kind : undefined
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
