import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Settlement } from '../../../shared/model/stated-date.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { readAuthority } from './authorities.ts'
import { appendToJournal, type Authorship } from './journal.ts'

/** What an officer decides about who speaks in a communiqué, or who printed it. */
export interface AttributionDecision {
  readonly communiqueId: string
  readonly role: 'issuer' | 'publisher'
  readonly settlement: Settlement
  /** The record it really is; without it the proposed one stays. */
  readonly authorityId?: string | undefined
}

/** Records what the officer decided about a suggested issuer or publisher. Fails with `not-found`. */
export function settleAttribution(
  db: WritableArchive,
  authorship: Authorship,
  { communiqueId, role, settlement, authorityId }: AttributionDecision,
): Outcome<{ communiqueId: string }> {
  return db.write(() => {
    const before = db
      .prepare<{ communiqueSeq: number; authorityId: string; settlement: Settlement }>(
        `SELECT communique_seq AS communiqueSeq, authority.id AS authorityId, settlement
         FROM attribution JOIN communique ON communique.seq = attribution.communique_seq
         JOIN authority ON authority.seq = authority_seq
         WHERE communique.id = $communiqueId AND role = $role`,
      )
      .get({ communiqueId, role })
    if (!before) return fail({ kind: 'not-found', what: role, id: communiqueId })
    const { communiqueSeq } = before
    const chosen = readAuthority(db, authorityId ?? before.authorityId)
    if (!chosen) return fail({ kind: 'not-found', what: 'authority', id: authorityId ?? '' })
    const authoritySeq = chosen.seq
    db.prepare(
      `UPDATE attribution SET settlement = $settlement, authority_seq = $authoritySeq
       WHERE communique_seq = $communiqueSeq AND role = $role`,
    ).run({ settlement, authoritySeq, communiqueSeq, role })
    if (role === 'issuer') {
      db.prepare('UPDATE communique SET issuer_seq = $issuerSeq WHERE seq = $communiqueSeq').run({
        communiqueSeq,
        issuerSeq: settlement === 'rejected' ? null : authoritySeq,
      })
    }
    appendToJournal(db, authorship, {
      action: `${role}.settle`,
      subject: communiqueId,
      before: { settlement: before.settlement, authority: before.authorityId },
      after: { settlement, authority: chosen.record.id },
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
