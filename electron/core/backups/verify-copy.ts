import { findDamagedAnnotations } from '../annotations/find-damaged.ts'
import { verifyArchive } from '../archive/integrity.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { DataKey } from '../db/keys.ts'
import { openDetached } from '../db/open-detached.ts'

/** Whether every text, original, note and entry of a copy is as it was recorded. */
export async function isWholeCopy(file: string, key: DataKey | null): Promise<boolean> {
  const opened = openDetached(file, key)
  if (!opened.ok) return false
  try {
    return await isWholeArchive(opened.value.archive)
  } finally {
    opened.value.close()
  }
}

/** The same of an open archive. The search index does not count: it is made anew from the rest. */
export async function isWholeArchive(db: ReadableArchive): Promise<boolean> {
  const steps = verifyArchive(db, findDamagedAnnotations)
  let step = await steps.next()
  while (step.done !== true) step = await steps.next()
  return step.value.findings.every(({ what }) => what === 'search-index')
}
