import type { ItemOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'

/** Something the shell tells its page unasked. */
type Notice = ItemOf<ShellContract['shell.watch']>

/** What is yet to be told to one page. */
export interface Notices {
  readonly add: (notice: Notice) => void
  /** The next notice, as soon as there is one; null once the page no longer listens. */
  readonly next: (signal: AbortSignal) => Promise<Notice | null>
}

export function openNotices(): Notices {
  const waiting: Notice[] = []
  let wake: (() => void) | undefined
  return {
    add: (notice) => {
      waiting.push(notice)
      wake?.()
    },
    next: async (signal) => {
      if (waiting.length === 0 && !signal.aborted) {
        await new Promise<void>((resolve) => {
          wake = resolve
          signal.addEventListener('abort', () => resolve(), { once: true })
        })
      }
      return signal.aborted ? null : (waiting.shift() ?? null)
    },
  }
}
