import type { ArchiveContext } from '../context.ts'
import { failureFromError } from '../db/sqlite-failure.ts'

/**
 * Saves what an officer has just written even on a full disk: once more, after the room that was kept
 * for this was given up. Only for words in hand; an import stops instead.
 */
export function withReserve<T>({ spendReserve }: ArchiveContext, save: () => T): T {
  try {
    return save()
  } catch (error) {
    if (failureFromError(error)?.kind !== 'disk-full' || !spendReserve()) throw error
    return save()
  }
}
