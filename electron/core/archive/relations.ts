import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Relation } from '../../../shared/model/communique.ts'
import type { Settlement } from '../../../shared/model/stated-date.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { appendToJournal, type Authorship } from './journal.ts'

interface Proposal {
  readonly kind: Relation['kind']
  readonly fromSeq: number
  readonly toSeq: number
  readonly rule: string
}

/** Proposes that two communiqués belong together; a proposal made before stays as it is. */
export function proposeRelation(db: WritableArchive, clock: Clock, proposal: Proposal): void {
  db.prepare(
    `INSERT INTO relation (id, kind, from_seq, to_seq, settlement, rule)
     VALUES ($id, $kind, $fromSeq, $toSeq, 'unconfirmed', $rule)
     ON CONFLICT (kind, from_seq, to_seq) DO NOTHING`,
  ).run({ id: clock.newId(), ...proposal })
}

/** Records what the officer decided about a proposed relation. Fails with `not-found`. */
export function settleRelation(
  db: WritableArchive,
  authorship: Authorship,
  id: string,
  settlement: Settlement,
): Outcome<{ communiqueId: string }> {
  return db.write(() => {
    const before = db
      .prepare<{ settlement: Settlement; communiqueId: string }>(
        `SELECT settlement, communique.id AS communiqueId
         FROM relation JOIN communique ON communique.seq = relation.from_seq
         WHERE relation.id = $id`,
      )
      .get({ id })
    if (!before) return fail({ kind: 'not-found', what: 'relation', id })
    db.prepare('UPDATE relation SET settlement = $settlement WHERE id = $id').run({
      id,
      settlement,
    })
    appendToJournal(db, authorship, {
      action: 'relation.settle',
      subject: id,
      before: { settlement: before.settlement },
      after: { settlement },
    })
    return succeed({ communiqueId: before.communiqueId })
  })
}
