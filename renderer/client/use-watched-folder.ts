import { useEffect, useState } from 'react'
import type { ItemOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import { useConnection } from './connection.tsx'

/** How the folder fares that is watched for the archive. */
export type FolderState = ItemOf<ShellContract['watched-folder.follow']>

/** The watched folder; null until the shell has told, and where a shell watches none. */
export function useWatchedFolder(): FolderState | null {
  const { backend } = useConnection()
  const [state, setState] = useState<FolderState | null>(null)
  useEffect(() => {
    if (backend === null) return
    const leaving = new AbortController()
    const listen = async (): Promise<void> => {
      const states = backend.shell.stream('watched-folder.follow', {}, { signal: leaving.signal })
      for await (const told of states) setState(told)
    }
    void listen()
    return () => leaving.abort()
  }, [backend])
  return state
}
