import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { writeFileAtomically } from './files.ts'

/** What a small file of the application's own keeps; `empty` where it cannot be read. */
export function readKept<Kept>(file: string, schema: z.ZodType<Kept>, empty: Kept): Kept {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return empty
  }
}

/** Keeps it there, in a folder for the officer alone. Throws as the disk does. */
export function writeKept(file: string, kept: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  writeFileAtomically(file, Buffer.from(JSON.stringify(kept)))
}
