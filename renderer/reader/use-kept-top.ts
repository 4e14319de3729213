import { useEffect } from 'react'
import { useDesk } from '../desk.tsx'
import { useReading } from './reading.tsx'

/**
 * Brings a text that is gone back to to where it was left. What stands above the text may come
 * later than it: the distance from its first line is what counts.
 */
export function useKeptTop(): void {
  const { tops } = useDesk()
  const { place, scrollRef, textRef } = useReading()
  useEffect(() => {
    const scroller = scrollRef.current
    const text = textRef.current
    if (scroller === null || text === null) return
    const top = (): number =>
      scroller.getBoundingClientRect().top - text.getBoundingClientRect().top
    const kept = tops.get(place)
    if (kept !== undefined) scroller.scrollTop += kept - top()
    const keep = (): void => void tops.set(place, top())
    scroller.addEventListener('scroll', keep, { passive: true })
    return () => scroller.removeEventListener('scroll', keep)
  }, [tops, place, scrollRef, textRef])
}
