import { closeSync, existsSync, fsyncSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import path from 'node:path'
import { failureFromError } from './sqlite-failure.ts'

/** Room kept on the disk for the note in hand: enough for more than a hundred of them. */
const RESERVE_BYTES = 8 * 1024 * 1024
/** A disk that has less than this left is not made fuller for the sake of the reserve. */
const LEAST_FREE = 8 * RESERVE_BYTES

const reserveOf = (archivePath: string): string => `${archivePath}.reserve`

/**
 * Sets room aside beside an archive, unless it is there already or the disk is nearly full. It is
 * written, not merely declared, so that the file system cannot give it to others.
 */
export function keepReserve(archivePath: string): void {
  const file = reserveOf(archivePath)
  if (existsSync(file)) return
  const { bavail, bsize } = statfsSync(path.dirname(archivePath))
  if (bavail * bsize < LEAST_FREE) return
  const part = openSync(file, 'wx', 0o600)
  try {
    const piece = Buffer.alloc(1024 * 1024)
    for (let written = 0; written < RESERVE_BYTES;) written += writeSync(part, piece)
    fsyncSync(part)
  } catch (error) {
    rmSync(file, { force: true })
    if (failureFromError(error) === null) throw error
  } finally {
    closeSync(part)
  }
}

/** Gives the room up. False when there was none. */
export function spendReserve(archivePath: string): boolean {
  const file = reserveOf(archivePath)
  if (!existsSync(file)) return false
  rmSync(file)
  return true
}
