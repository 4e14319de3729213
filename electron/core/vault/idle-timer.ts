/** Tells when nobody has touched anything for a time. */
export interface IdleTimer {
  readonly begin: () => void
  readonly touch: () => void
  readonly stop: () => void
}

/**
 * Calls `onIdle` once nobody has touched for so many milliseconds. A computer that sleeps stops
 * timers but not the clock on the wall: a touch that comes too late by either counts as none.
 */
export function openIdleTimer(limit: number, now: () => number, onIdle: () => void): IdleTimer {
  const running = { timer: undefined as NodeJS.Timeout | undefined, since: 0 }
  const stop = (): void => {
    clearTimeout(running.timer)
    running.timer = undefined
  }
  const end = (): void => {
    stop()
    onIdle()
  }
  const begin = (): void => {
    stop()
    running.since = now()
    running.timer = setTimeout(end, limit).unref()
  }
  return {
    begin,
    touch: () => {
      if (running.timer === undefined) return
      if (now() - running.since >= limit) end()
      else begin()
    },
    stop,
  }
}
