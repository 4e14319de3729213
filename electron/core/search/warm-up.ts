import { setTimeout as wait } from 'node:timers/promises'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns } from './columns.ts'
import { findHitsWhileWanted } from './search.ts'

/** Searches until the code they go through is compiled. */
const SEARCHES = 8
/** Milliseconds between two of them, in which whatever was asked meanwhile is answered. */
const PAUSE_MS = 50
const NEWEST = 5
const WORD = /\p{L}{4,}/gu

/**
 * Searches for words of the newest titles, one at a time, so that the first search of an officer
 * meets code that is compiled and pages that were read: it would take three times as long.
 */
export async function warmUp(
  db: ReadableArchive,
  columns: Columns,
  signal: AbortSignal,
): Promise<void> {
  const titles = db
    .prepare<{ title: string }>(`SELECT title FROM version ORDER BY seq DESC LIMIT ${NEWEST}`)
    .all()
  const words = new Set(titles.flatMap(({ title }) => title.match(WORD) ?? []))
  const filter = { years: [], issuers: [], languages: [] }
  for (const query of [...words].slice(0, SEARCHES)) {
    await findHitsWhileWanted(db, columns, { query, filter, offset: 0, limit: 25 }, signal)
    if (signal.aborted) return
    await wait(PAUSE_MS)
  }
}
