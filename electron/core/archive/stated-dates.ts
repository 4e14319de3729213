import { z } from 'zod'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import {
  calendarDateSchema,
  dateOriginSchema,
  dateRoleSchema,
  type CalendarDate,
  type DateOrigin,
  type DateRole,
  type Settlement,
} from '../../../shared/model/stated-date.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { appendToJournal, type Authorship } from './journal.ts'

interface DateDecision {
  readonly id: string
  readonly settlement: Settlement
  /** A corrected value, or null to keep the suggested one. */
  readonly value: CalendarDate | null
  /** A corrected role; without it the date keeps its own. */
  readonly role?: DateRole | undefined
}

interface DateRow {
  readonly communiqueSeq: number
  readonly communiqueId: string
  readonly role: DateRole
  readonly value: CalendarDate
  readonly origin: DateOrigin
  readonly settlement: Settlement
}

/**
 * Records what the officer decided about a date. `unconfirmed` without a value takes every decision
 * back: the date is again what its rule proposed. Fails with `not-found`.
 */
export function settleDate(
  db: WritableArchive,
  authorship: Authorship,
  decision: DateDecision,
): Outcome<{ communiqueId: string }> {
  return db.write(() => {
    const { id, settlement } = decision
    const found = db
      .prepare<DateRow>(
        `SELECT communique.seq AS communiqueSeq, communique.id AS communiqueId, role, value,
           origin, settlement
         FROM stated_date JOIN communique ON communique.seq = stated_date.communique_seq
         WHERE stated_date.id = $id`,
      )
      .get({ id })
    if (!found) return fail({ kind: 'not-found', what: 'date', id })
    const { communiqueSeq, communiqueId, ...before } = found
    const after = { ...decidedDate(db, decision, before), settlement }
    db.prepare(
      `UPDATE stated_date
       SET role = $role, value = $value, origin = $origin, settlement = $settlement WHERE id = $id`,
    ).run({ id, ...after })
    refreshDates(db, communiqueSeq)
    appendToJournal(db, authorship, { action: 'date.settle', subject: id, before, after })
    return succeed({ communiqueId })
  })
}

const proposedSchema = z.object({
  role: dateRoleSchema.optional(),
  value: calendarDateSchema,
  origin: dateOriginSchema,
})

type DateContent = Pick<DateRow, 'role' | 'value' | 'origin'>

function decidedDate(
  db: ReadableArchive,
  { id, settlement, value, role }: DateDecision,
  { settlement: _before, ...before }: DateContent & { readonly settlement: Settlement },
): DateContent {
  if (settlement === 'unconfirmed' && value === null) return { ...before, ...readProposed(db, id) }
  const after = { value: value ?? before.value, role: role ?? before.role }
  const isCorrected = after.value !== before.value || after.role !== before.role
  return { ...after, origin: isCorrected ? 'officer' : before.origin }
}

/** What a date was before anybody decided about it; nothing where nobody did. */
function readProposed(db: ReadableArchive, id: string): Partial<DateContent> {
  const first = db
    .prepare<{ before: string }>(
      `SELECT before FROM journal WHERE action = 'date.settle' AND subject = $id
       ORDER BY seq LIMIT 1`,
    )
    .get({ id })
  if (!first) return {}
  const { role, ...proposed } = proposedSchema.parse(JSON.parse(first.before))
  return role === undefined ? proposed : { ...proposed, role }
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
