import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { aFolder } from './archive.ts'

/** A folder of its own that can be made unwritable, with the archive that was put there. */
interface Medium {
  readonly folder: string
  /** Nobody writes there from now on, not even whoever may do anything. */
  readonly seal: () => void
  readonly remove: () => void
}

/** Makes such a folder; null where none can be had. */
export function aMedium(): Medium | null {
  const { folder: parent, remove } = aFolder()
  const folder = path.join(parent, 'support')
  mkdirSync(folder)
  if (process.getuid?.() !== 0) {
    const unseal = (): void => chmodSync(folder, 0o700)
    return {
      folder,
      seal: () => {
        chmodSync(path.join(folder, 'archive.fonds'), 0o400)
        chmodSync(folder, 0o500)
      },
      remove: () => {
        unseal()
        remove()
      },
    }
  }
  if (spawnSync('mount', ['-t', 'tmpfs', 'tmpfs', folder]).status !== 0) return null
  return {
    folder,
    seal: () => void spawnSync('mount', ['-o', 'remount,ro', folder]),
    remove: () => {
      spawnSync('umount', [folder])
      remove()
    },
  }
}
