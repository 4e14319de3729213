import { useEffect, useEffectEvent } from 'react'
import type { ItemOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import { useConnection } from './connection.tsx'

/** Something the shell tells its page unasked. */
export type WindowNotice = ItemOf<ShellContract['shell.watch']>

/** Hears what the shell tells its page: a file that was opened, and that the window closes. */
export function useWindowNotices(onNotice: (notice: WindowNotice) => void): void {
  const { backend } = useConnection()
  const hear = useEffectEvent(onNotice)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const listen = async (): Promise<void> => {
      const notices = backend.shell.stream('shell.watch', {}, { signal: leaving.signal })
      for await (const notice of notices) hear(notice)
    }
    void listen()
    return () => leaving.abort()
  }, [backend])
}
