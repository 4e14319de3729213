import { useEffect } from 'react'
import { isDialogOpen } from '../keys.ts'
import { useReading } from '../reader/reading.tsx'
import { rangeFromSpan, spanFromRange, type TextPiece } from './text-map.ts'
import type { Span } from '../../shared/model/search.ts'

const SETTLED_AFTER = 120

/** Follows the selection of the text that is open, once it has stood still. */
export function useSelection(): void {
  const { textRef, textMap, setSelected } = useReading()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = (): void => {
      // A field of a dialog takes the selection with the focus; the passage stays meant.
      if (isDialogOpen()) return
      const selection = document.getSelection()
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
      const isOurs =
        range !== null && (textRef.current?.contains(range.commonAncestorContainer) ?? false)
      setSelected(isOurs && !range.collapsed ? spanFromRange(textMap(), range) : null)
    }
    const onChange = (): void => {
      clearTimeout(timer)
      timer = setTimeout(follow, SETTLED_AFTER)
    }
    document.addEventListener('selectionchange', onChange)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('selectionchange', onChange)
    }
  }, [textRef, textMap, setSelected])
}

/** Selects a span of the text on screen. */
export function selectSpan(map: readonly TextPiece[], span: Span): void {
  const range = rangeFromSpan(map, span)
  if (range === null) return
  const selection = document.getSelection()
  selection?.setBaseAndExtent(
    range.startContainer,
    range.startOffset,
    range.endContainer,
    range.endOffset,
  )
}

/** Puts the caret behind a span of the text on screen. */
export function putCaretAfter(map: readonly TextPiece[], span: Span): void {
  selectSpan(map, span)
  document.getSelection()?.collapseToEnd()
}

/** Brings a span into the upper third of its scroller unless it can be seen already. */
export function revealSpan(
  scroller: HTMLElement | null,
  map: readonly TextPiece[],
  span: Span,
): void {
  const range = rangeFromSpan(map, span)
  if (scroller === null || range === null) return
  const { top, bottom } = range.getBoundingClientRect()
  const view = scroller.getBoundingClientRect()
  if (top >= view.top + MARGIN && bottom <= view.bottom - MARGIN) return
  scroller.scrollTo({ top: scroller.scrollTop + top - view.top - view.height / 3 })
}

const MARGIN = 24
