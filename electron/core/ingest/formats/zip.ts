import type { Reading, Source } from '../reading.ts'
import { refuse } from '../reading.ts'
import { partName, withinContainer } from './container.ts'
import type { ReadPart } from './container.ts'
import { joinReadings } from './reading-item.ts'
import { readZipParts } from './zip-parts.ts'

// What systems add to an archive of their own accord.
const LITTER = /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/iu

/**
 * Reads every document of a ZIP archive from its own bytes, named `archive/document`. Entries
 * that climb out of the archive or are locked are refused by name, the others are read.
 */
export async function readZip(source: Source, readPart: ReadPart): Promise<Reading> {
  const opened = await readZipParts(source.bytes, (name) => !LITTER.test(name))
  if (!opened.ok) return refuse(source.name, opened.refusal.reason, opened.refusal)
  const readings: Reading[] = opened.value.refused.map((refusal) =>
    refuse(`${source.name}/${partName(refusal.part, '?')}`, refusal.reason),
  )
  for (const [path, bytes] of opened.value.parts) {
    const name = path
      .split('/')
      .map((step) => partName(step, '_'))
      .join('/')
    const part = { name, bytes }
    readings.push(withinContainer(source.name, part, await readPart(part)))
  }
  return readings.length === 0 ? refuse(source.name, 'empty') : joinReadings(readings)
}
