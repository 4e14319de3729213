import { z } from 'zod'
import type {
  AuthorityMergePreview,
  AuthorityName,
  AuthorityRecord,
} from '../../../shared/model/authority-record.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { foldText } from '../../../shared/text/analyse.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { addAuthorityName, readAuthority } from './authorities.ts'
import { appendToJournal, type Authorship } from './journal.ts'

/** Two records of one kind that are the same: which stays, and which is joined to it. */
export interface AuthorityPair {
  readonly keptId: string
  readonly mergedId: string
}

interface Sides {
  readonly kept: { readonly seq: number; readonly record: AuthorityRecord }
  readonly merged: { readonly seq: number; readonly record: AuthorityRecord }
}

/**
 * What joining two records would change. Fails with `not-found`, and with `input-refused` for a
 * record and itself, or two of different kinds.
 */
export function previewAuthorityMerge(
  db: ReadableArchive,
  pair: AuthorityPair,
): Outcome<AuthorityMergePreview> {
  const sides = readSides(db, pair)
  if (!sides.ok) return sides
  const { kept, merged } = sides.value
  const moved = listMoved(db, merged.seq)
  return succeed({
    kept: kept.record,
    merged: merged.record,
    attributionCount: moved.attributions.length,
    mentionCount: moved.mentions.length,
    addedNames: [...namesGained(sides.value)],
  })
}

/**
 * Joins one record to another: its mentions, attributions and names go over, and it leaves the
 * lists. Everything that moved is kept for `undoAuthorityMerge`. Fails as the preview does.
 */
export function mergeAuthorities(
  db: WritableArchive,
  { clock, authorship }: { readonly clock: Clock; readonly authorship: Authorship },
  pair: AuthorityPair,
): Outcome<{ mergeId: string }> {
  return db.write(() => {
    const sides = readSides(db, pair)
    if (!sides.ok) return sides
    const { kept, merged } = sides.value
    const moved: Moved = { ...listMoved(db, merged.seq), names: [...namesGained(sides.value)] }
    for (const name of moved.names) addAuthorityName(db, kept.seq, name)
    moveTo(db, moved, { from: merged.seq, to: kept.seq })
    db.prepare('UPDATE authority SET merged_into = $kept WHERE seq = $merged').run({
      kept: kept.seq,
      merged: merged.seq,
    })
    const mergeId = clock.newId()
    db.prepare(
      `INSERT INTO authority_merge (id, kept_seq, merged_seq, moved, merged_at, merged_by)
       VALUES ($mergeId, $kept, $merged, $moved, $at, $by)`,
    ).run({
      mergeId,
      kept: kept.seq,
      merged: merged.seq,
      moved: JSON.stringify(moved),
      at: authorship.at,
      by: authorship.actor,
    })
    appendToJournal(db, authorship, {
      action: 'authority.merge',
      subject: pair.keptId,
      before: null,
      after: { mergeId, mergedId: pair.mergedId, ...moved },
    })
    return succeed({ mergeId })
  })
}

/**
 * Takes a joining back: what had moved and was not moved again since returns. Fails with
 * `not-found`, or `nothing-to-undo` where it was taken back already.
 */
export function undoAuthorityMerge(
  db: WritableArchive,
  authorship: Authorship,
  mergeId: string,
): Outcome<{ mergeId: string }> {
  return db.write(() => {
    const merge = db
      .prepare<{ kept: number; merged: number; moved: string; undoneAt: string | null }>(
        `SELECT kept_seq AS kept, merged_seq AS merged, moved, undone_at AS undoneAt
         FROM authority_merge WHERE id = $mergeId`,
      )
      .get({ mergeId })
    if (!merge) return fail({ kind: 'not-found', what: 'merge', id: mergeId })
    if (merge.undoneAt !== null) return fail({ kind: 'nothing-to-undo' })
    const moved = movedSchema.parse(JSON.parse(merge.moved))
    moveTo(db, moved, { from: merge.kept, to: merge.merged })
    const drop = db.prepare(
      'DELETE FROM authority_name WHERE authority_seq = $kept AND folded = $folded',
    )
    for (const { name } of moved.names) drop.run({ kept: merge.kept, folded: foldText(name) })
    db.prepare('UPDATE authority SET merged_into = NULL WHERE seq = $merged').run({
      merged: merge.merged,
    })
    db.prepare('UPDATE authority_merge SET undone_at = $at WHERE id = $mergeId').run({
      at: authorship.at,
      mergeId,
    })
    appendToJournal(db, authorship, {
      action: 'authority.undo-merge',
      subject: mergeId,
      before: moved,
      after: null,
    })
    return succeed({ mergeId })
  })
}

const movedSchema = z.object({
  mentions: z.array(z.int()),
  attributions: z.array(z.object({ communiqueSeq: z.int(), role: z.string() })),
  names: z.array(
    z.object({ name: z.string(), language: z.enum(['fr', 'ar', 'en', 'und']).nullable() }),
  ),
})
type Moved = z.infer<typeof movedSchema>

function readSides(db: ReadableArchive, { keptId, mergedId }: AuthorityPair): Outcome<Sides> {
  const kept = readAuthority(db, keptId)
  const merged = readAuthority(db, mergedId)
  if (!kept) return fail({ kind: 'not-found', what: 'authority', id: keptId })
  if (!merged) return fail({ kind: 'not-found', what: 'authority', id: mergedId })
  return kept.seq === merged.seq || kept.record.kind !== merged.record.kind
    ? fail({ kind: 'input-refused', at: 'mergedId' })
    : succeed({ kept, merged })
}

function namesGained({ kept, merged }: Sides): readonly AuthorityName[] {
  const known = new Set(kept.record.names.map(({ name }) => foldText(name)))
  return merged.record.names.filter(({ name }) => !known.has(foldText(name)))
}

function listMoved(db: ReadableArchive, seq: number): Omit<Moved, 'names'> {
  return {
    mentions: db
      .prepare<{ seq: number }>('SELECT seq FROM mention WHERE authority_seq = $seq')
      .all({ seq })
      .map((row) => row.seq),
    attributions: db
      .prepare<{ communiqueSeq: number; role: string }>(
        `SELECT communique_seq AS communiqueSeq, role FROM attribution
         WHERE authority_seq = $seq`,
      )
      .all({ seq }),
  }
}

/** Moves rows that still name `from`; the issuer that lists show goes with its attribution. */
function moveTo(
  db: WritableArchive,
  moved: Omit<Moved, 'names'>,
  { from, to }: { readonly from: number; readonly to: number },
): void {
  db.prepare(
    `UPDATE mention SET authority_seq = $to
     WHERE authority_seq = $from AND seq IN (SELECT value FROM json_each($mentions))`,
  ).run({ from, to, mentions: JSON.stringify(moved.mentions) })
  const attribution = db.prepare(
    `UPDATE attribution SET authority_seq = $to
     WHERE communique_seq = $communiqueSeq AND role = $role AND authority_seq = $from`,
  )
  const issuer = db.prepare(
    `UPDATE communique SET issuer_seq = $to WHERE seq = $communiqueSeq AND issuer_seq = $from`,
  )
  for (const { communiqueSeq, role } of moved.attributions) {
    attribution.run({ from, to, communiqueSeq, role })
    if (role === 'issuer') issuer.run({ from, to, communiqueSeq })
  }
}
