import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Relation } from '../../../shared/model/communique.ts'
import type { Settlement } from '../../../shared/model/stated-date.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { appendToJournal, type Authorship } from './journal.ts'
import { joinVersions, partVersions, type VersionStep } from './merged-versions.ts'

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

/** Who decides about a relation, and what becomes of the annotations of wordings that move. */
export interface RelationDesk {
  readonly authorship: Authorship
  /** Called for each wording that now follows another. */
  readonly carryAnnotations: (step: VersionStep) => void
}

/** What an officer decides about a proposed relation. */
interface RelationDecision {
  readonly id: string
  readonly settlement: Settlement
  /** What the link really is; without it the proposed kind stays. */
  readonly kind?: Relation['kind'] | undefined
}

interface RelationRow {
  readonly seq: number
  readonly kind: Relation['kind']
  readonly settlement: Settlement
  readonly fromSeq: number
  readonly toSeq: number
  readonly communiqueId: string
}

/**
 * Records what the officer decided about a proposed relation. A text confirmed to amend another
 * becomes the next version of its communiqué; taking the confirmation back parts them again as
 * they were. Fails with `not-found`, and with `input-refused` where the two texts have another
 * link of the kind chosen.
 */
export function settleRelation(
  db: WritableArchive,
  desk: RelationDesk,
  { id, settlement, kind: chosen }: RelationDecision,
): Outcome<{ communiqueId: string }> {
  return db.write(() => {
    const before = db
      .prepare<RelationRow>(
        `SELECT relation.seq, relation.kind, settlement, from_seq AS fromSeq, to_seq AS toSeq,
           communique.id AS communiqueId
         FROM relation JOIN communique ON communique.seq = relation.from_seq
         WHERE relation.id = $id`,
      )
      .get({ id })
    if (!before) return fail({ kind: 'not-found', what: 'relation', id })
    const kind = chosen ?? before.kind
    if (hasTwin(db, before, kind)) return fail({ kind: 'input-refused', at: 'kind' })
    db.prepare('UPDATE relation SET settlement = $settlement, kind = $kind WHERE id = $id').run({
      id,
      settlement,
      kind,
    })
    const wasJoined = before.kind === 'amends' && before.settlement === 'confirmed'
    const isJoined = kind === 'amends' && settlement === 'confirmed'
    const moved = wasJoined === isJoined ? {} : moveVersions(db, desk, before, isJoined)
    appendToJournal(db, desk.authorship, {
      action: 'relation.settle',
      subject: id,
      before: { settlement: before.settlement, kind: before.kind },
      after: { settlement, kind, ...moved },
    })
    return succeed({ communiqueId: before.communiqueId })
  })
}

function hasTwin(
  db: WritableArchive,
  { seq, fromSeq, toSeq }: RelationRow,
  kind: Relation['kind'],
): boolean {
  const twin = db
    .prepare<{ seq: number }>(
      `SELECT seq FROM relation
       WHERE kind = $kind AND from_seq = $fromSeq AND to_seq = $toSeq AND seq <> $seq`,
    )
    .get({ kind, fromSeq, toSeq, seq })
  return twin !== undefined
}

function moveVersions(
  db: WritableArchive,
  { carryAnnotations }: RelationDesk,
  { seq: relationSeq, fromSeq, toSeq }: RelationRow,
  isJoined: boolean,
): { readonly joined?: number; readonly parted?: number } {
  if (isJoined) {
    const steps = joinVersions(db, { relationSeq, fromSeq, toSeq })
    for (const step of steps) carryAnnotations(step)
    return { joined: steps.length }
  }
  return { parted: partVersions(db, relationSeq) }
}
