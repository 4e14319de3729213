import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import {
  followScroll,
  reveal,
  rowsInView,
  scrolledTo,
  trackHeight,
  type Extent,
  type Scrolled,
} from './scroll-window.ts'

const ROWS_BEYOND = 4

/** What a windowed list draws at one moment. */
export interface ScrollView {
  readonly height: number
  readonly first: number
  readonly last: number
  /** The first row that is at least partly in view. */
  readonly atTop: number
  readonly rowsPerPage: number
  /** Distance of a row from the top of the track. */
  readonly topOf: (row: number) => number
}

interface ScrollWindow {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly view: ScrollView
  readonly onScroll: () => void
  readonly bringIntoView: (row: number) => void
  /** How far the list is scrolled, in pixels of the whole of it; `scrollTo` goes there. */
  readonly offset: number
  readonly scrollTo: (offset: number) => void
  /** False until it is known how much of the list is in view. */
  readonly isMeasured: boolean
}

/** Draws only the rows in view of a list of any length. */
export function useScrollWindow(count: number, rowHeight: number): ScrollWindow {
  const ref = useRef<HTMLDivElement>(null)
  const [viewport, setViewport] = useState(0)
  const [at, setAt] = useState<Scrolled>({ track: 0, list: 0 })
  // Scroll events come faster than renders: each goes on from where the one before has led.
  const latest = useRef(at)
  const extent: Extent = { count, rowHeight, viewport }
  useViewport(ref, setViewport)
  const follow = (next: Scrolled): void => {
    latest.current = next
    setAt(next)
  }
  const moveTo = (next: Scrolled): void => {
    follow(next)
    if (ref.current) ref.current.scrollTop = next.track
  }
  const onScroll = (): void => {
    const { current } = ref
    if (current) follow(followScroll(latest.current, current.scrollTop, extent))
  }
  const onScrollEnd = useEffectEvent(() => moveTo(scrolledTo(latest.current.list, extent)))
  useEffect(() => {
    const list = ref.current
    const onEnd = (): void => onScrollEnd()
    list?.addEventListener('scrollend', onEnd)
    return () => list?.removeEventListener('scrollend', onEnd)
  }, [])
  const bringIntoView = (row: number): void => {
    const next = reveal(row, latest.current, extent)
    if (next) moveTo(next)
  }
  const view: ScrollView = {
    height: trackHeight(extent),
    ...rowsInView(at, extent, ROWS_BEYOND),
    atTop: Math.floor(at.list / rowHeight),
    rowsPerPage: Math.max(1, Math.floor(viewport / rowHeight) - 1),
    topOf: (row) => row * rowHeight - at.list + at.track,
  }
  const scrollTo = (offset: number): void => moveTo(scrolledTo(offset, extent))
  const isMeasured = viewport > 0
  return { ref, view, onScroll, bringIntoView, offset: at.list, scrollTo, isMeasured }
}

function useViewport(
  ref: RefObject<HTMLDivElement | null>,
  onHeight: (height: number) => void,
): void {
  useLayoutEffect(() => {
    const { current } = ref
    if (!current) return
    onHeight(current.clientHeight)
    const watch = new ResizeObserver(() => onHeight(current.clientHeight))
    watch.observe(current)
    return () => watch.disconnect()
  }, [ref, onHeight])
}
