import { useEffect } from 'react'

/**
 * Loads every face of the window once it has nothing else to do: a text in another script is then
 * drawn in its letters at once, not in others first. Not before the first buttons are there, for
 * whose style sheet the browser makes the faces anew.
 */
export function useEveryFace(): void {
  useEffect(() => {
    const waiting = requestIdleCallback(() => {
      for (const face of document.fonts) {
        // One that cannot be had is asked for again, and told, where it is needed.
        face.load().catch(() => null)
      }
    })
    return () => cancelIdleCallback(waiting)
  }, [])
}
