import { useEffect, useLayoutEffect, useMemo, useState } from 'react'
import type { Span } from '../../shared/model/search.ts'
import { useDesk } from '../desk.tsx'
import { useReading } from '../reader/reading.tsx'
import { clearLayer, paintLayer } from './highlight-layer.ts'
import { isPlacedOn } from './text-order.ts'
import { revealSpan } from './use-selection.ts'
import { isLeft, paintedWindow, WINDOWED_ABOVE } from './view-window.ts'

/** Paints what is marked in the open text and keeps the current mark in view. */
export function HighlightPainter() {
  const { record, place, annotations, activeId, draft, found, textMap } = useReading()
  const { version } = record
  const placed = useMemo(
    () =>
      annotations
        .filter((annotation) => isPlacedOn(annotation, version))
        .map(({ id, kind, target }) => ({ id, kind, start: target.start, end: target.end })),
    [annotations, version],
  )
  const active = draft?.span ?? placed.find(({ id }) => id === activeId) ?? null
  const within = useWindow(placed.length > WINDOWED_ABOVE)
  useLayoutEffect(() => {
    paintLayer(textMap(), {
      annotations: placed,
      within,
      active,
      matches: place.matches,
      found: found?.spans ?? [],
      foundCurrent: found?.spans[found.current] ?? null,
    })
  }, [textMap, placed, within, active, place.matches, found])
  useEffect(() => clearLayer, [])
  useReveals(active?.start ?? null, active?.end ?? null)
  return null
}

/** Of a text with very many annotations, the stretch to paint: it follows the view. */
function useWindow(isWanted: boolean): Span | null {
  const { textMap, scrollRef } = useReading()
  const [within, setWithin] = useState<Span | null>(null)
  useLayoutEffect(() => {
    const scroller = scrollRef.current
    if (!isWanted || scroller === null) return
    const map = textMap()
    let painted = paintedWindow(scroller, map)
    const follow = (): void => {
      if (!isLeft(painted, scroller, map)) return
      painted = paintedWindow(scroller, map)
      setWithin(painted)
    }
    setWithin(painted)
    const resizes = new ResizeObserver(follow)
    resizes.observe(scroller)
    scroller.addEventListener('scroll', follow, { passive: true })
    return () => {
      resizes.disconnect()
      scroller.removeEventListener('scroll', follow)
    }
  }, [isWanted, textMap, scrollRef])
  return isWanted ? within : null
}

/** Follows the active annotation, the first answer of a search and the current find. */
function useReveals(start: number | null, end: number | null): void {
  const { tops } = useDesk()
  const { place, found, textMap, scrollRef, setActiveId } = useReading()
  const match = place.matches[0]
  const current = found?.spans[found.current]
  useEffect(() => {
    if (place.annotationId !== null) setActiveId(place.annotationId)
  }, [place, setActiveId])
  useEffect(() => {
    // A text that is gone back to stands where it was left.
    if (!match || place.annotationId !== null || tops.has(place)) return
    revealSpan(scrollRef.current, textMap(), match)
  }, [match, place, tops, textMap, scrollRef])
  useEffect(() => {
    if (start !== null && end !== null) revealSpan(scrollRef.current, textMap(), { start, end })
  }, [start, end, textMap, scrollRef])
  useEffect(() => {
    if (current) revealSpan(scrollRef.current, textMap(), current)
  }, [current, textMap, scrollRef])
}
