import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { BarSpan } from './timeline-view.ts'

/** What is chosen of a row of bars, and what hears how it is. */
export interface Brush {
  /** The bar that arrows start from. */
  readonly at: number
  /** What is being chosen and not applied yet. */
  readonly drawn: BarSpan | null
  /** The bar under the pointer, or null. */
  readonly over: number | null
  readonly onKeyDown: (event: KeyboardEvent) => void
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void
  readonly onPointerUp: () => void
  readonly onPointerLeave: () => void
}

interface Drawn {
  /** The bars it is drawn over: over others it means nothing. */
  readonly series: string
  readonly anchor: number
  readonly head: number
  readonly isDrawn: boolean
}

const PAGE = 12

interface Asked {
  /** What tells these bars from others. */
  readonly series: string
  readonly count: number
  readonly kept: BarSpan | null
  readonly isRightToLeft: boolean
  readonly onKeep: (span: BarSpan) => void
  readonly onKeepAll: () => void
}

/**
 * Chooses bars by dragging over them, or by arrows with Shift and Enter; Escape gives up what is
 * being chosen, then what was.
 */
export function useBrush(asked: Asked): Brush {
  const { series, count, kept, onKeep } = asked
  const [latest, draw] = useState<Drawn | null>(null)
  const drawn = latest?.series === series ? latest : firstDrawn(series, count, kept)
  const keep = (): void => {
    draw({ ...drawn, isDrawn: false })
    onKeep(spanOf(drawn))
  }
  return {
    at: drawn.head,
    drawn: drawn.isDrawn ? spanOf(drawn) : null,
    onKeyDown: keysFor(asked, drawn, draw, keep),
    ...usePointer(asked, drawn, draw, keep),
  }
}

function keysFor(
  { kept, onKeepAll, ...bars }: Asked,
  drawn: Drawn,
  draw: (drawn: Drawn) => void,
  keep: () => void,
): Brush['onKeyDown'] {
  return (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return
    const head = barAfterKey(event.key, { at: drawn.head, ...bars })
    if (head !== null) {
      const anchor = event.shiftKey ? drawn.anchor : head
      draw({ ...drawn, anchor, head, isDrawn: event.shiftKey })
    } else if (event.key === 'Enter' || event.key === ' ') keep()
    else if (event.key === 'Escape' && drawn.isDrawn) {
      draw({ ...drawn, anchor: drawn.head, isDrawn: false })
    } else if (event.key === 'Escape' && kept !== null) onKeepAll()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
}

function usePointer(
  { count, isRightToLeft }: Asked,
  drawn: Drawn,
  draw: (drawn: Drawn) => void,
  keep: () => void,
): Omit<Brush, 'at' | 'drawn' | 'onKeyDown'> {
  const [over, setOver] = useState<number | null>(null)
  const isDragging = useRef(false)
  const barAt = (event: PointerEvent<HTMLElement>): number => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    const share = (event.clientX - left) / width
    return clamp(Math.floor((isRightToLeft ? 1 - share : share) * count), count)
  }
  return {
    over,
    onPointerDown: (event) => {
      if (event.button !== 0) return
      event.currentTarget.setPointerCapture(event.pointerId)
      isDragging.current = true
      const head = barAt(event)
      draw({ ...drawn, anchor: event.shiftKey ? drawn.anchor : head, head, isDrawn: true })
    },
    onPointerMove: (event) => {
      const bar = barAt(event)
      setOver(bar)
      if (isDragging.current) draw({ ...drawn, head: bar, isDrawn: true })
    },
    onPointerUp: () => {
      if (isDragging.current) keep()
      isDragging.current = false
    },
    onPointerLeave: () => setOver(null),
  }
}

/** The first bar that is kept; where all are, the newest. */
function firstDrawn(series: string, count: number, kept: BarSpan | null): Drawn {
  const at = kept === null ? count - 1 : kept.from
  return { series, anchor: at, head: at, isDrawn: false }
}

/** The bar a key leads to, or null where it means nothing; arrows go the way they point. */
export function barAfterKey(
  key: string,
  {
    at,
    count,
    isRightToLeft,
  }: { readonly at: number; readonly count: number; readonly isRightToLeft: boolean },
): number | null {
  const forward = isRightToLeft ? -1 : 1
  switch (key) {
    case 'ArrowRight':
      return clamp(at + forward, count)
    case 'ArrowLeft':
      return clamp(at - forward, count)
    case 'ArrowUp':
      return clamp(at + 1, count)
    case 'ArrowDown':
      return clamp(at - 1, count)
    case 'PageUp':
      return clamp(at + PAGE, count)
    case 'PageDown':
      return clamp(at - PAGE, count)
    case 'Home':
      return 0
    case 'End':
      return count - 1
    default:
      return null
  }
}

function clamp(index: number, count: number): number {
  return Math.max(0, Math.min(count - 1, index))
}

function spanOf({ anchor, head }: Drawn): BarSpan {
  return { from: Math.min(anchor, head), to: Math.max(anchor, head) }
}
