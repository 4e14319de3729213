import path from 'node:path'
import { watch } from 'chokidar'
import { isNobodysChoice } from './list-files.ts'

/** A folder that is being watched. */
export interface WatchedFolder {
  /** Stops watching; resolves when what was being taken in is done. */
  readonly close: () => Promise<void>
}

/** How a folder is watched. */
export interface WatchOptions {
  readonly folder: string
  /**
   * Takes files or folders in, by absolute path. Called once with the whole folder, so that what
   * came while nobody watched is found, then with what was added or changed; never twice at once.
   */
  readonly take: (paths: readonly string[]) => Promise<void>
  /** Told of what could not be watched or taken; watching goes on. */
  readonly onFault: (error: unknown) => void
  /** So many milliseconds without a change make a file whole; 2 s unless told. */
  readonly stableAfterMs?: number
}

const STABLE_AFTER_MS = 2000
const POLL_MS = 100

/**
 * Watches a folder and everything in it. A file that is still being written waits until it is
 * whole; links are not followed; nothing in the folder is ever changed.
 */
export function watchFolder({
  folder,
  take,
  onFault,
  stableAfterMs = STABLE_AFTER_MS,
}: WatchOptions): WatchedFolder {
  const waiting = new Set<string>([folder])
  let working: Promise<void> | null = null
  const work = async (): Promise<void> => {
    while (waiting.size > 0) {
      const paths = [...waiting]
      waiting.clear()
      try {
        await take(paths)
      } catch (error) {
        onFault(error)
      }
    }
    working = null
  }
  const enqueue = (changed: string): void => {
    waiting.add(changed)
    working ??= work()
  }
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: (entry) => entry !== folder && isNobodysChoice(path.basename(entry)),
    awaitWriteFinish: { stabilityThreshold: stableAfterMs, pollInterval: POLL_MS },
  })
  watcher.on('add', enqueue).on('change', enqueue).on('error', onFault)
  // Only now: a file that comes while the folder is read is seen by one or by the other.
  watcher.on('ready', () => {
    working ??= work()
  })
  return {
    close: async () => {
      await watcher.close()
      waiting.clear()
      await working
    },
  }
}
