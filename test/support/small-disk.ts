import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { aFolder } from './archive.ts'

/** A disk of its own, of a few megabytes. */
export interface SmallDisk {
  readonly folder: string
  /** Leaves room for so many bytes, to the nearest block, and for none unless told. */
  readonly fill: (room?: number) => void
  readonly free: () => void
  readonly unmount: () => void
}

/** Mounts such a disk; null where that is not allowed. */
export function mountDisk(size: string): SmallDisk | null {
  const { folder: parent, remove } = aFolder()
  const folder = path.join(parent, 'disk')
  mkdirSync(folder)
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder])
  if (mounted.status !== 0) {
    remove()
    return null
  }
  const ballast = path.join(folder, 'ballast')
  const room = path.join(folder, 'room')
  const free = (): void => rmSync(ballast, { force: true })
  return {
    folder,
    fill: (bytes = 0) => {
      writeFileSync(room, Buffer.alloc(bytes))
      for (const piece of [1024 * 1024, 4096]) {
        try {
          for (;;) writeFileSync(ballast, Buffer.alloc(piece), { flag: 'a' })
        } catch {
          // Full of pieces of this size.
        }
      }
      rmSync(room)
    },
    free,
    unmount: () => {
      execFileSync('umount', ['-l', folder])
      remove()
    },
  }
}
