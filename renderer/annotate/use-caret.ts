import { useEffect, useEffectEvent } from 'react'
import { useReading } from '../reader/reading.tsx'
import { isPlacedOn, smallestAt } from './text-order.ts'

/**
 * Keeps the caret and the selection of the text while the focus is elsewhere: a field takes them
 * along with the focus, and the way back leads to where the officer was.
 */
export function useKeptCaret(): void {
  const { textRef } = useReading()
  useEffect(() => {
    const text = textRef.current
    if (text === null) return
    let kept: StaticRange | null = null
    const keep = (): void => {
      const range = rangeWithin(text)
      if (range !== null) kept = new StaticRange(range)
    }
    const giveBack = (): void => {
      if (kept === null || rangeWithin(text) !== null || !text.contains(kept.startContainer)) return
      const { startContainer, startOffset, endContainer, endOffset } = kept
      document
        .getSelection()
        ?.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset)
    }
    text.addEventListener('blur', keep)
    text.addEventListener('focus', giveBack)
    return () => {
      text.removeEventListener('blur', keep)
      text.removeEventListener('focus', giveBack)
    }
  }, [textRef])
}

/**
 * Makes the annotation active that the caret is moved into, and none where it is moved out of all:
 * the keys that move the edges of the active one then select words again.
 */
export function useActiveByCaret(): void {
  const { record, annotations, textRef, textMap, setActiveId } = useReading()
  const caretOffset = useEffectEvent((): number | null => {
    const { focusNode = null, focusOffset = 0, isCollapsed } = document.getSelection() ?? {}
    const piece = textMap().find(({ node }) => node === focusNode)
    return piece && isCollapsed ? piece.start + focusOffset : null
  })
  const activate = useEffectEvent((offset: number): void => {
    const placed = annotations.filter((annotation) => isPlacedOn(annotation, record.version))
    setActiveId(smallestAt(placed, offset)?.id ?? null)
  })
  useEffect(() => {
    const text = textRef.current
    if (text === null) return
    let before: number | null = null
    const onKeyDown = (event: KeyboardEvent): void => {
      if (movesCaret(event)) before = caretOffset()
    }
    const onKeyUp = (event: KeyboardEvent): void => {
      const offset = movesCaret(event) ? caretOffset() : null
      if (offset !== null && offset !== before) activate(offset)
    }
    text.addEventListener('keydown', onKeyDown)
    text.addEventListener('keyup', onKeyUp)
    return () => {
      text.removeEventListener('keydown', onKeyDown)
      text.removeEventListener('keyup', onKeyUp)
    }
  }, [textRef])
}

function movesCaret({ key, shiftKey, altKey }: KeyboardEvent): boolean {
  return !shiftKey && !altKey && /^(?:Arrow\w+|Home|End|PageUp|PageDown)$/u.test(key)
}

function rangeWithin(text: HTMLElement): Range | null {
  const selection = document.getSelection()
  const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  return range !== null && text.contains(range.commonAncestorContainer) ? range : null
}
