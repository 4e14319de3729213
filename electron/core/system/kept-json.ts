import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { readTextFile, writeFileAtomically } from './files.ts'
import { setAside } from './set-aside.ts'

/** More than a file of choices ever holds: whatever is larger is something else. */
const MOST_BYTES = 8 * 1024 * 1024

/** A small file of the application's own. */
export interface KeptFile<Kept> {
  /** What it keeps now; what it is empty with, where there is none. */
  readonly read: () => Kept
  /** Keeps it there, in a folder for the officer alone. Throws as the disk does. */
  readonly write: (kept: Kept) => void
  /** Whether, since it was opened, a file that could not be understood was set aside. */
  readonly wasSetAside: () => boolean
}

/**
 * Opens a small file of the application's own. One that cannot be understood counts as empty, and is
 * first given another name beside its own, for what replaces it would else be all that is left of it.
 */
export function openKept<Kept>(file: string, schema: z.ZodType<Kept>, empty: Kept): KeptFile<Kept> {
  let hasSetAside = false
  return {
    read: () => {
      try {
        const text = readTextFile(file, MOST_BYTES)
        if (text !== null) return schema.parse(JSON.parse(text))
      } catch {
        // Absent, or not understood.
      }
      if (setAside(file)) hasSetAside = true
      return empty
    },
    write: (kept) => {
      mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
      writeFileAtomically(file, Buffer.from(JSON.stringify(kept)))
    },
    wasSetAside: () => hasSetAside,
  }
}
