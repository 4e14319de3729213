import { findDamagedAnnotations } from '../annotations/find-damaged.ts'
import { verifyArchive } from '../archive/integrity.ts'
import type { DataKey } from '../db/keys.ts'
import { openDetached } from '../db/open-detached.ts'

/**
 * Whether every text, original, note and entry of a copy is as it was recorded. The search index
 * does not count: it is made anew from the rest.
 */
export async function isWholeCopy(file: string, key: DataKey | null): Promise<boolean> {
  const opened = openDetached(file, key)
  if (!opened.ok) return false
  try {
    const steps = verifyArchive(opened.value.archive, findDamagedAnnotations)
    let step = await steps.next()
    while (step.done !== true) step = await steps.next()
    return step.value.findings.every(({ what }) => what === 'search-index')
  } finally {
    opened.value.close()
  }
}
