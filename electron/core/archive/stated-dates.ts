import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { CalendarDate, DateOrigin, Settlement } from '../../../shared/model/stated-date.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import { appendToJournal, type Authorship } from './journal.ts'

interface DateDecision {
  readonly id: string
  readonly settlement: Settlement
  /** A corrected value, or null to keep the suggested one. */
  readonly value: CalendarDate | null
}

interface DateRow {
  readonly communiqueSeq: number
  readonly communiqueId: string
  readonly value: CalendarDate
  readonly origin: DateOrigin
  readonly settlement: Settlement
}

/** Records what the officer decided about a date. Fails with `not-found`. */
export function settleDate(
  db: WritableArchive,
  authorship: Authorship,
  decision: DateDecision,
): Outcome<{ communiqueId: string }> {
  return db.write(() => {
    const { id, settlement } = decision
    const found = db
      .prepare<DateRow>(
        `SELECT communique.seq AS communiqueSeq, communique.id AS communiqueId, value, origin,
           settlement
         FROM stated_date JOIN communique ON communique.seq = stated_date.communique_seq
         WHERE stated_date.id = $id`,
      )
      .get({ id })
    if (!found) return fail({ kind: 'not-found', what: 'date', id })
    const { communiqueSeq, communiqueId, ...before } = found
    const corrected = decision.value !== null && decision.value !== before.value
    const after = {
      value: decision.value ?? before.value,
      origin: corrected ? 'officer' : before.origin,
      settlement,
    }
    db.prepare(
      `UPDATE stated_date SET value = $value, origin = $origin, settlement = $settlement
       WHERE id = $id`,
    ).run({ id, ...after })
    refreshDates(db, communiqueSeq)
    appendToJournal(db, authorship, { action: 'date.settle', subject: id, before, after })
    return succeed({ communiqueId })
  })
}

/**
 * Brings the dates that lists show in line with `stated_date`: a confirmed value before a
 * suggested one, the earliest found before later ones, a rejected one never.
 */
export function refreshDates(db: WritableArchive, communiqueSeq: number): void {
  db.prepare(
    `WITH best AS (
       SELECT role, value, settlement, row_number() OVER (
         PARTITION BY role ORDER BY settlement = 'confirmed' DESC, origin = 'stated' DESC, seq
       ) AS place
       FROM stated_date WHERE communique_seq = $communiqueSeq AND settlement <> 'rejected'
     )
     UPDATE communique SET
       event_on = (SELECT value FROM best WHERE role = 'event' AND place = 1),
       event_settled = coalesce(
         (SELECT settlement = 'confirmed' FROM best WHERE role = 'event' AND place = 1), 0),
       published_on = (SELECT value FROM best WHERE role = 'published' AND place = 1),
       sorted_on = coalesce(
         (SELECT value FROM best WHERE role = 'event' AND place = 1),
         (SELECT value FROM best WHERE role = 'published' AND place = 1),
         (SELECT value FROM best WHERE role = 'signed' AND place = 1),
         (SELECT value FROM best WHERE role = 'header' AND place = 1))
     WHERE seq = $communiqueSeq`,
  ).run({ communiqueSeq })
}
