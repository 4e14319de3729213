import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { shippedPartSchema, type ShippedPart } from '../../../shared/channels/shell.ts'

/** What the build says that the program is made of; nothing where it was not built. */
export function readParts(projectFolder: string): readonly ShippedPart[] {
  try {
    const text = readFileSync(path.join(projectFolder, 'dist/parts.json'), 'utf8')
    return z.array(shippedPartSchema).parse(JSON.parse(text))
  } catch {
    return []
  }
}
