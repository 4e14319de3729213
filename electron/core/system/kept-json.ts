import { mkdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { writeFileAtomically } from './files.ts'
import { setAside } from './set-aside.ts'

/** More than a file of choices ever holds: whatever is larger is something else. */
const MOST_BYTES = 8 * 1024 * 1024

/**
 * What a small file of the application's own keeps; `empty` where there is none. One that cannot be
 * understood counts as empty too, and is first given another name beside its own, for what replaces
 * it would else be all that is left of it; `onSetAside` is told.
 */
export function readKept<Kept>(
  file: string,
  schema: z.ZodType<Kept>,
  { empty, onSetAside = () => {} }: { readonly empty: Kept; readonly onSetAside?: () => void },
): Kept {
  try {
    const stat = statSync(file)
    if (!stat.isFile() || stat.size > MOST_BYTES) throw new Error('not a file of choices')
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    if (setAside(file)) onSetAside()
    return empty
  }
}

/** Keeps it there, in a folder for the officer alone. Throws as the disk does. */
export function writeKept(file: string, kept: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeFileAtomically(file, Buffer.from(JSON.stringify(kept)))
}
