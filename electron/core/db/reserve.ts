import { closeSync, fsyncSync, lstatSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import path from 'node:path'
import { setAside } from '../system/set-aside.ts'
import { failureFromError } from './sqlite-failure.ts'

/** Room kept on the disk for the note in hand: enough for more than a hundred of them. */
const RESERVE_BYTES = 8 * 1024 * 1024
/** A disk that has less than this left is not made fuller for the sake of the reserve. */
const LEAST_FREE = 8 * RESERVE_BYTES

const reserveOf = (archivePath: string): string => `${archivePath}.reserve`

/**
 * Sets room aside beside an archive, unless it is there already or the disk is nearly full. It is
 * written, not merely declared, so that the file system cannot give it to others. Where none can be
 * had the archive opens all the same.
 */
export function keepReserve(archivePath: string): void {
  const file = reserveOf(archivePath)
  try {
    if (roomIn(file) >= RESERVE_BYTES) return
    const { bavail, bsize } = statfsSync(path.dirname(archivePath))
    if (bavail * bsize < LEAST_FREE) return
    // A piece of one that was cut off is made whole; what else stands there is nobody's room.
    if (roomIn(file) === 0) setAside(file)
    writeRoom(file)
  } catch (error) {
    if (failureFromError(error) === null) throw error
  }
}

/** Gives the room up. False when there was none. */
export function spendReserve(archivePath: string): boolean {
  const file = reserveOf(archivePath)
  if (roomIn(file) === 0) return false
  rmSync(file, { force: true })
  return true
}

/** How many bytes a reserve holds; none where it is no file of its own: a folder, or a link. */
function roomIn(file: string): number {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  return stat?.isFile() === true ? stat.size : 0
}

function writeRoom(file: string): void {
  const part = openSync(file, 'w', 0o600)
  try {
    const piece = Buffer.alloc(1024 * 1024)
    for (let written = 0; written < RESERVE_BYTES;) written += writeSync(part, piece)
    fsyncSync(part)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  } finally {
    closeSync(part)
  }
}
