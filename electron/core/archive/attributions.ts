import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Settlement } from '../../../shared/model/stated-date.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import { appendToJournal, type Authorship } from './journal.ts'

/** Records what the officer decided about a suggested issuer. Fails with `not-found`. */
export function settleIssuer(
  db: WritableArchive,
  authorship: Authorship,
  communiqueId: string,
  settlement: Settlement,
): Outcome<{ communiqueId: string }> {
  return db.write(() => {
    const before = db
      .prepare<{ communiqueSeq: number; authoritySeq: number; settlement: Settlement }>(
        `SELECT communique_seq AS communiqueSeq, authority_seq AS authoritySeq, settlement
         FROM attribution JOIN communique ON communique.seq = attribution.communique_seq
         WHERE communique.id = $communiqueId AND role = 'issuer'`,
      )
      .get({ communiqueId })
    if (!before) return fail({ kind: 'not-found', what: 'issuer', id: communiqueId })
    const { communiqueSeq, authoritySeq } = before
    db.prepare(
      `UPDATE attribution SET settlement = $settlement
       WHERE communique_seq = $communiqueSeq AND role = 'issuer'`,
    ).run({ settlement, communiqueSeq })
    db.prepare('UPDATE communique SET issuer_seq = $issuerSeq WHERE seq = $communiqueSeq').run({
      communiqueSeq,
      issuerSeq: settlement === 'rejected' ? null : authoritySeq,
    })
    appendToJournal(db, authorship, {
      action: 'issuer.settle',
      subject: communiqueId,
      before: { settlement: before.settlement },
      after: { settlement },
    })
    return succeed({ communiqueId })
  })
}
