import { useState } from 'react'
import { useConnection } from '../client/connection.tsx'
import type { WindowNotice } from '../client/use-window-notices.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'

/** What the shell tells of files that came into the watched folder. */
export type FolderNotice = Extract<WindowNotice, { kind: 'folder-read' }>

/** Hears what came of the watched folder, renews what is on screen and says it in a few words. */
export function useFolderReading(): {
  /** True while files of the folder are taken in: their batch is nobody's interrupted addition. */
  readonly isTaking: boolean
  readonly hear: (notice: FolderNotice) => void
} {
  const { words } = useSpeech()
  const { announceChange } = useConnection()
  const { show } = useNotices()
  const [isTaking, setTaking] = useState(false)
  const hear = ({ isUnderWay, added, unread }: FolderNotice): void => {
    setTaking(isUnderWay)
    if (isUnderWay) return
    announceChange()
    const said = [
      ...(added > 0 ? [words.folder.taken(added)] : []),
      ...(unread > 0 ? [words.folder.unread(unread)] : []),
    ]
    if (said.length > 0) show(said.join(' '))
  }
  return { isTaking, hear }
}
