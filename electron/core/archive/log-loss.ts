import { z } from 'zod'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { LogLoss } from '../db/lost-log.ts'
import { appendToJournal, type Authorship } from './journal.ts'

const ACTION = 'archive.log-lost'

/** Says in the journal that the log of an earlier day was found wanting when the archive was opened. */
export function noteLogLoss(db: WritableArchive, authorship: Authorship, loss: LogLoss): void {
  db.write(() =>
    appendToJournal(db, authorship, { action: ACTION, subject: loss, before: null, after: null }),
  )
}

const lossSchema = z.object({ at: z.string(), loss: z.enum(['removed', 'cut', 'foreign']) })

/** The last such loss, while it is among the last 200 changes: an officer may still know what is missing. */
export function recentLogLoss(db: ReadableArchive): z.infer<typeof lossSchema> | null {
  const found = db
    .prepare<unknown>(
      `SELECT at, subject AS loss FROM (SELECT * FROM journal ORDER BY seq DESC LIMIT 200)
       WHERE action = '${ACTION}' LIMIT 1`,
    )
    .get()
  return lossSchema
    .nullable()
    .catch(null)
    .parse(found ?? null)
}
