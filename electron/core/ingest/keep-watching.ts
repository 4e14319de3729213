import { statSync } from 'node:fs'
import { watchFolder, type WatchedFolder } from './watch-folder.ts'

/**
 * How a folder that is to be watched fares: it is watched; it is not there, as when a drive was
 * taken out; or what comes is not taken, as while the archive is locked.
 */
export type FolderCondition = 'watching' | 'missing' | 'refused'

/** How a folder is kept under watch. */
interface KeepWatching {
  readonly folder: string
  /** As for `watchFolder`; false where what came was not taken, and is to be offered again. */
  readonly take: (paths: readonly string[]) => Promise<boolean>
  /** Told of each change of the condition, the first one included. */
  readonly onCondition: (condition: FolderCondition) => void
  /** Milliseconds between two looks at whether the folder is there. */
  readonly lookEveryMs?: number
  /** Milliseconds before what was refused is offered again. */
  readonly retryAfterMs?: number
  readonly stableAfterMs?: number
}

const LOOK_EVERY_MS = 5000
const RETRY_AFTER_MS = 30_000

/** Watches a folder whenever it is there, and offers again what was refused. */
export function keepWatching(options: KeepWatching): WatchedFolder {
  const { folder, take, onCondition, stableAfterMs } = options
  const { lookEveryMs = LOOK_EVERY_MS, retryAfterMs = RETRY_AFTER_MS } = options
  const state = {
    condition: null as FolderCondition | null,
    watched: null as WatchedFolder | null,
    refusedAt: null as number | null,
  }
  const tell = (condition: FolderCondition): void => {
    if (state.condition === condition) return
    state.condition = condition
    onCondition(condition)
  }
  const open = (): WatchedFolder =>
    watchFolder({
      folder,
      ...(stableAfterMs === undefined ? {} : { stableAfterMs }),
      take: async (paths) => {
        const isTaken = await take(paths)
        state.refusedAt = isTaken ? null : performance.now()
        tell(isTaken ? 'watching' : 'refused')
      },
      onFault: () => {
        state.refusedAt = performance.now()
        tell('refused')
      },
    })
  const leave = async (): Promise<void> => {
    const { watched } = state
    state.watched = null
    state.refusedAt = null
    await watched?.close()
  }
  const look = async (): Promise<void> => {
    const isDue = state.refusedAt !== null && performance.now() - state.refusedAt >= retryAfterMs
    const isThere = isFolder(folder)
    if (!isThere || isDue) await leave()
    if (!isThere) return tell('missing')
    if (state.watched) return
    state.watched = open()
    if (!isDue) tell('watching')
  }
  let looking = look()
  const timer = setInterval(() => {
    looking = looking.then(look)
  }, lookEveryMs)
  return {
    close: async () => {
      clearInterval(timer)
      await looking
      await leave()
    },
  }
}

const isFolder = (place: string): boolean =>
  statSync(place, { throwIfNoEntry: false })?.isDirectory() ?? false
