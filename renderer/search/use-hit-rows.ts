import { measureElement, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'

/** Of a hit with two passages in the narrow list: whatever stands below the window is not drawn. */
const LIKELY_HEIGHT = 220

type Rows = Virtualizer<HTMLDivElement, HTMLElement>

/** Which of the hits are drawn, one below the other; those of another answer begin at the first. */
export function useHitRows(
  asked: string,
  {
    count,
    scroller,
  }: { readonly count: number; readonly scroller: RefObject<HTMLDivElement | null> },
): Rows {
  const rows: Rows = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIKELY_HEIGHT,
    overscan: 1,
    measureElement: measureOnceDrawn,
  })
  useBeginAgain(asked, rows)
  return rows
}

/** The row that the arrows stand on: the first of every answer. */
export function useActiveRow(asked: string): [number, (row: number) => void] {
  const [active, setActive] = useState({ asked, row: 0 })
  return [active.asked === asked ? active.row : 0, (row) => setActive({ asked, row })]
}

/**
 * Scrolls to the row that the arrows go to, and once more when its words are known: until then it
 * and those around it stand as high as their shapes.
 */
export function useScrollTo(rows: Rows, active: number, isKnown: boolean): (row: number) => void {
  const aim = useRef<number | null>(null)
  useEffect(() => {
    if (!isKnown || aim.current !== active) return
    aim.current = null
    rows.scrollToIndex(active)
  }, [rows, active, isKnown])
  return (row) => {
    aim.current = row
    rows.scrollToIndex(row)
  }
}

function useBeginAgain(asked: string, rows: Rows): void {
  const begun = useRef(asked)
  useLayoutEffect(() => {
    if (begun.current === asked) return
    begun.current = asked
    // Where it is at its beginning already, the browser would lay out the whole to find that out.
    if ((rows.scrollOffset ?? 0) > 0) rows.scrollToOffset(0)
  }, [asked, rows])
}

/**
 * The browser tells the height of a row once it has laid it out, in the same frame. Asked before,
 * it would lay out everything at once.
 */
function measureOnceDrawn(
  element: HTMLElement,
  entry: ResizeObserverEntry | undefined,
  rows: Rows,
): number {
  if (entry) return measureElement(element, entry, rows)
  return rows.itemSizeCache.get(rows.indexFromElement(element)) ?? LIKELY_HEIGHT
}
