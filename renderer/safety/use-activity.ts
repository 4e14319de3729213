import { useEffect } from 'react'
import { useConnection } from '../client/connection.tsx'

const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const
/** How often the archive hears that somebody is at work, in milliseconds. */
const TELL_EVERY = 10_000

/** Keeps an archive from locking under the hands of an officer. */
export function useActivity(isWatched: boolean): void {
  const { backend } = useConnection()
  useEffect(() => {
    if (backend === null || !isWatched) return
    let toldAt = 0
    const tell = (): void => {
      if (Math.abs(Date.now() - toldAt) < TELL_EVERY) return
      toldAt = Date.now()
      void backend.archive.call('vault.stay-open', {})
    }
    for (const sign of SIGNS) window.addEventListener(sign, tell, { capture: true, passive: true })
    return () => {
      for (const sign of SIGNS) window.removeEventListener(sign, tell, { capture: true })
    }
  }, [backend, isWatched])
}
