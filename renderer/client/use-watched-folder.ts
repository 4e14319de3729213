import { useState } from 'react'
import type { ItemOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import { useStream } from './use-stream.ts'

/** How the folder fares that is watched for the archive. */
export type FolderState = ItemOf<ShellContract['watched-folder.follow']>

/** The watched folder; null until the shell has told, and where a shell watches none. */
export function useWatchedFolder(): FolderState | null {
  const [state, setState] = useState<FolderState | null>(null)
  useStream(({ shell }, options) => shell.stream('watched-folder.follow', {}, options), setState)
  return state
}
