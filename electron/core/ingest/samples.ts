import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { OfferedFile } from './batch.ts'

/** The invented communiqués that come with the application, in the order of their names. */
export function listSamples(resourcesFolder: string): readonly OfferedFile[] {
  const folder = path.join(resourcesFolder, 'sample')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) }))
}
