import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeFileAtomically } from '../core/system/files.ts'

/** The files that the officer drags out of a window, for as long as the application runs. */
export interface DraggedFiles {
  /** Writes a file that only this account can read, and gives its absolute path. */
  readonly keep: (name: string, bytes: Uint8Array) => string
  readonly clear: () => void
}

/** Opens the folder of dragged files, without those that a run before may have left. */
export function openDraggedFiles(folder: string): DraggedFiles {
  const clear = (): void => rmSync(folder, { recursive: true, force: true })
  clear()
  let count = 0
  return {
    keep: (name, bytes) => {
      count += 1
      // A folder for each, so that every file keeps its own name.
      const own = path.join(folder, String(count))
      mkdirSync(own, { recursive: true, mode: 0o700 })
      const file = path.join(own, plainName(name))
      writeFileAtomically(file, bytes)
      return file
    },
    clear,
  }
}

/** A bare name that every system takes. */
function plainName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- these are among what Windows refuses
  const bare = path.win32.basename(name).replaceAll(/[<>:"/\\|?*\u0000-\u001F]/gu, '_')
  return /^\.*$/u.test(bare) ? 'Fonds' : bare
}
