import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Settlement } from '../../../shared/model/stated-date.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { appendToJournal, type Authorship } from './journal.ts'

/** What an officer decides about who speaks in a communiqué, or who printed it. */
export interface AttributionDecision {
  readonly communiqueId: string
  readonly role: 'issuer' | 'publisher'
  readonly settlement: Settlement
}

/** Records what the officer decided about a suggested issuer or publisher. Fails with `not-found`. */
export function settleAttribution(
  db: WritableArchive,
  authorship: Authorship,
  { communiqueId, role, settlement }: AttributionDecision,
): Outcome<{ communiqueId: string }> {
  return db.write(() => {
    const before = db
      .prepare<{ communiqueSeq: number; authoritySeq: number; settlement: Settlement }>(
        `SELECT communique_seq AS communiqueSeq, authority_seq AS authoritySeq, settlement
         FROM attribution JOIN communique ON communique.seq = attribution.communique_seq
         WHERE communique.id = $communiqueId AND role = $role`,
      )
      .get({ communiqueId, role })
    if (!before) return fail({ kind: 'not-found', what: role, id: communiqueId })
    const { communiqueSeq, authoritySeq } = before
    db.prepare(
      `UPDATE attribution SET settlement = $settlement
       WHERE communique_seq = $communiqueSeq AND role = $role`,
    ).run({ settlement, communiqueSeq, role })
    if (role === 'issuer') {
      db.prepare('UPDATE communique SET issuer_seq = $issuerSeq WHERE seq = $communiqueSeq').run({
        communiqueSeq,
        issuerSeq: settlement === 'rejected' ? null : authoritySeq,
      })
    }
    appendToJournal(db, authorship, {
      action: `${role}.settle`,
      subject: communiqueId,
      before: { settlement: before.settlement },
      after: { settlement },
    })
    return succeed({ communiqueId })
  })
}

/** The row of the record that is said to have published a communiqué, or null. */
export function publisherOf(db: ReadableArchive, communiqueSeq: number): number | null {
  const row = db
    .prepare<{ authoritySeq: number }>(
      `SELECT authority_seq AS authoritySeq FROM attribution
       WHERE communique_seq = $communiqueSeq AND role = 'publisher' AND settlement <> 'rejected'`,
    )
    .get({ communiqueSeq })
  return row?.authoritySeq ?? null
}
