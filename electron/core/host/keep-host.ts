/** A running archive host, whatever kind of process or thread it is. */
export interface RunningHost<Port> {
  /** Gives it one client. */
  readonly adopt: (port: Port) => void
  readonly onExit: (listener: () => void) => void
  /** Has it forget the key of its archive. */
  readonly lock: () => void
  readonly stop: () => Promise<void>
}

/** A host that is started again when it ends by itself. */
export interface KeptHost<Port> {
  /** Gives the host one client; while it is down, the client waits for the next one. */
  readonly adopt: (port: Port) => void
  readonly lock: () => void
  readonly stop: () => Promise<void>
}

/** Milliseconds before each new start; the last is repeated. */
const WAITS = [0, 500, 2000, 8000]
/** A host that ran this long, in milliseconds, is not held to have failed at its start. */
const STEADY_AFTER = 60_000

/**
 * Starts a host and keeps one running, waiting longer after each quick end. `onEnded` is told
 * at once of each end, so that clients get new ports before the next start.
 */
export function keepHost<Port>(
  start: () => RunningHost<Port>,
  onEnded: () => void,
): KeptHost<Port> {
  const state = {
    host: undefined as RunningHost<Port> | undefined,
    waiting: [] as Port[],
    failures: 0,
    stopped: false,
  }
  const run = (): void => {
    if (state.stopped) return
    const startedAt = performance.now()
    const host = start()
    state.host = host
    for (const port of state.waiting.splice(0)) host.adopt(port)
    host.onExit(() => {
      state.host = undefined
      if (state.stopped) return
      if (performance.now() - startedAt > STEADY_AFTER) state.failures = 0
      setTimeout(run, WAITS[Math.min(state.failures, WAITS.length - 1)])
      state.failures += 1
      onEnded()
    })
  }
  run()
  return {
    adopt: (port) => {
      if (state.host) state.host.adopt(port)
      else state.waiting.push(port)
    },
    lock: () => state.host?.lock(),
    stop: async () => {
      state.stopped = true
      await state.host?.stop()
    },
  }
}
