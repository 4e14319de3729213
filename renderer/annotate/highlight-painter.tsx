import { useEffect, useLayoutEffect, useMemo } from 'react'
import { useReading } from '../reader/reading.tsx'
import { clearLayer, paintLayer } from './highlight-layer.ts'
import { isPlacedOn } from './text-order.ts'
import { revealSpan } from './use-selection.ts'

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
  useLayoutEffect(() => {
    paintLayer(textMap(), {
      annotations: placed,
      active,
      matches: place.matches,
      found: found?.spans ?? [],
      foundCurrent: found?.spans[found.current] ?? null,
    })
  }, [textMap, placed, active, place.matches, found])
  useEffect(() => clearLayer, [])
  useReveals(active?.start ?? null, active?.end ?? null)
  return null
}

/** Follows the active annotation, the first answer of a search and the current find. */
function useReveals(start: number | null, end: number | null): void {
  const { place, found, textMap, scrollRef, setActiveId } = useReading()
  const match = place.matches[0]
  const current = found?.spans[found.current]
  useEffect(() => {
    if (place.annotationId !== null) setActiveId(place.annotationId)
  }, [place, setActiveId])
  useEffect(() => {
    if (match && place.annotationId === null) revealSpan(scrollRef.current, textMap(), match)
  }, [match, place, textMap, scrollRef])
  useEffect(() => {
    if (start !== null && end !== null) revealSpan(scrollRef.current, textMap(), { start, end })
  }, [start, end, textMap, scrollRef])
  useEffect(() => {
    if (current) revealSpan(scrollRef.current, textMap(), current)
  }, [current, textMap, scrollRef])
}
