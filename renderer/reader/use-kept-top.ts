import { useLayoutEffect } from 'react'
import { useDesk } from '../desk.tsx'
import { useReading } from './reading.tsx'

/** What an officer does to go on from where a text stands. */
const MOVES = ['wheel', 'pointerdown', 'keydown'] as const

/**
 * Brings a text that is gone back to to where it was left, measured from its first line: what
 * stands above it may come later, and the text is held in place until the officer moves on.
 */
export function useKeptTop(): void {
  const { tops } = useDesk()
  const { place, scrollRef, textRef } = useReading()
  useLayoutEffect(() => {
    const scroller = scrollRef.current
    const text = textRef.current
    if (scroller === null || text === null) return
    const top = (): number =>
      scroller.getBoundingClientRect().top - text.getBoundingClientRect().top
    const kept = tops.get(place)
    const moved = new AbortController()
    if (kept !== undefined) {
      const resizes = new ResizeObserver(() => {
        scroller.scrollTop += kept - top()
      })
      if (text.parentElement) resizes.observe(text.parentElement)
      moved.signal.addEventListener('abort', () => resizes.disconnect(), { once: true })
      for (const move of MOVES) {
        window.addEventListener(move, () => moved.abort(), { signal: moved.signal, passive: true })
      }
    }
    // As it is left, and not as it scrolls: it still stands there then.
    return () => {
      moved.abort()
      tops.set(place, top())
    }
  }, [tops, place, scrollRef, textRef])
}
