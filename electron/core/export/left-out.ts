import type { ExportReport } from '../../../shared/channels/export.ts'
import type { Failure, Outcome } from '../../../shared/model/failure.ts'
import { failureFromError } from '../db/sqlite-failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'

/** A text that could not be read, and is missing from what was written. */
export type LeftOut = ExportReport['leftOut'][number]

/**
 * Reads one text among others. What the archive holds of it may be damaged, which must not keep
 * the others back: that is the failure `archive-corrupt`, whatever the damage.
 */
export function readAmongOthers<T>(read: () => Outcome<T>): Outcome<T> {
  try {
    return read()
  } catch (error) {
    const failure: Failure | null = isUnreadable(error)
      ? { kind: 'archive-corrupt' }
      : failureFromError(error)
    if (failure?.kind !== 'archive-corrupt') throw error
    return { ok: false, failure }
  }
}

/** What is stored is parsed as it is read: JSON that is none, or of another shape. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof SyntaxError || (error instanceof Error && error.name === 'ZodError')

/** Names a text that was left out, by its title where the archive still knows it. */
export function leftOutFrom(db: ReadableArchive, communiqueId: string, failure: Failure): LeftOut {
  return {
    communiqueId,
    title: titleOf(db, communiqueId),
    why: failure.kind === 'archive-corrupt' ? 'damaged' : 'not-found',
  }
}

/** Texts that were left out, each named once however often it was asked for. */
export const eachOnce = (leftOut: readonly LeftOut[]): readonly LeftOut[] => [
  ...new Map(leftOut.map((text) => [text.communiqueId, text])).values(),
]

/** Why nothing can be written where every text was left out: the reason of the first. */
export function failureFromLeftOut({ communiqueId, why }: LeftOut): Failure {
  if (why === 'damaged') return { kind: 'archive-corrupt' }
  return { kind: 'not-found', what: 'communique', id: communiqueId }
}

function titleOf(db: ReadableArchive, communiqueId: string): string | null {
  const row = db
    .prepare<{ title: string }>(
      `SELECT version.title FROM version
       JOIN communique ON communique.seq = communique_seq
       WHERE communique.id = $communiqueId ORDER BY number DESC LIMIT 1`,
    )
    .get({ communiqueId })
  return row?.title ?? null
}
