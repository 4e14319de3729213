import { lstatSync, renameSync } from 'node:fs'
import { digestOfFile } from './files.ts'

/**
 * Gives whatever stands under a name the first free one of `name.1.aside`, `name.2.aside`, and so
 * on: a file, a folder, or a link, which is not followed. False where nothing stands there, or where
 * the folder takes no change.
 */
export function setAside(file: string): boolean {
  try {
    if (!isTaken(file)) return false
    let number = 1
    while (isTaken(`${file}.${number}.aside`)) number += 1
    renameSync(file, `${file}.${number}.aside`)
    return true
  } catch {
    return false
  }
}

const isTaken = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false }) !== undefined

/** The name under which what others put beside an archive is kept: one of its own for each content. */
export const strayNameOf = (file: string): string =>
  `${file}.${digestOfFile(file).slice(0, 8)}.stray`
