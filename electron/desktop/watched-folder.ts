import path from 'node:path'
import type { ItemOf } from '../../shared/channels/channel.ts'
import type { ShellContract } from '../../shared/channels/shell.ts'
import type { FolderNews } from '../core/host/folder-orders.ts'
import type { FolderChoice, FolderChoices } from './folder-choices.ts'
import type { HostProcess } from './host-process.ts'
import type { Notices } from './notices.ts'

type FolderState = ItemOf<ShellContract['watched-folder.follow']>

/** The folder that is watched for one archive. Nothing but its bare name leaves this process. */
export interface WatchedFolder {
  readonly isManaged: boolean
  /** Watches another folder from now on. */
  readonly choose: (folder: string) => void
  readonly turn: (isOn: boolean) => void
  /** Reads once more the files that gave no text. */
  readonly readAgain: () => void
  /** The state now, and every one after it. */
  readonly follow: (signal: AbortSignal) => AsyncGenerator<FolderState, void, void>
  /** Tells a host that was started which folder to watch. */
  readonly attach: (host: HostProcess) => void
}

interface FolderParts {
  readonly archivePath: string
  /** The folder that the administrator settled for this archive, or null. */
  readonly settled: string | null
  readonly choices: FolderChoices
  readonly notices: Notices
}

export function openWatchedFolder(parts: FolderParts): WatchedFolder {
  const { archivePath, settled, choices, notices } = parts
  const listeners = new Set<() => void>()
  let host: HostProcess | null = null
  let condition: FolderState['condition'] = 'off'
  let isUnderWay = false
  const chosen = (): FolderChoice | null =>
    settled === null ? choices.of(archivePath) : { folder: settled, isOn: true }
  const folder = (): string | null => {
    const choice = chosen()
    return choice?.isOn ? choice.folder : null
  }
  const state = (): FolderState => ({
    ...stateFromChoice(chosen(), condition),
    isManaged: settled !== null,
  })
  const change = (): void => {
    for (const listener of listeners) listener()
  }
  /** A host that was told to stop, or that ended, says nothing of what it had begun. */
  const endReading = (): void => {
    if (isUnderWay) hear({ folder: 'taken', added: 0, unread: 0 })
  }
  const keep = (choice: FolderChoice): void => {
    choices.keep(archivePath, choice)
    condition = 'off'
    endReading()
    host?.watch(folder())
    change()
  }
  const hear = (news: FolderNews): void => {
    if (news.folder === 'condition') {
      ;({ condition } = news)
      return change()
    }
    isUnderWay = news.folder === 'taking'
    const { added, unread } = news.folder === 'taken' ? news : { added: 0, unread: 0 }
    notices.add({ kind: 'folder-read', isUnderWay, added, unread })
  }
  return {
    isManaged: settled !== null,
    choose: (next) => keep({ folder: next, isOn: true }),
    turn: (isOn) => {
      const choice = chosen()
      if (choice) keep({ ...choice, isOn })
    },
    readAgain: () => {
      endReading()
      host?.watch(folder(), true)
    },
    follow: (signal) => followState(state, listeners, signal),
    attach: (started) => {
      endReading()
      host = started
      started.onFolder(hear)
      started.watch(folder())
    },
  }
}

const stateFromChoice = (
  choice: FolderChoice | null,
  condition: FolderState['condition'],
): Omit<FolderState, 'isManaged'> => ({
  name: choice === null ? null : path.basename(choice.folder),
  isOn: choice?.isOn ?? false,
  condition: choice?.isOn ? condition : 'off',
})

async function* followState(
  state: () => FolderState,
  listeners: Set<() => void>,
  signal: AbortSignal,
): AsyncGenerator<FolderState, void, void> {
  let changed = Promise.withResolvers<void>()
  const listen = (): void => changed.resolve()
  listeners.add(listen)
  signal.addEventListener('abort', listen, { once: true })
  try {
    while (!signal.aborted) {
      yield state()
      await changed.promise
      changed = Promise.withResolvers()
    }
  } finally {
    listeners.delete(listen)
  }
}
