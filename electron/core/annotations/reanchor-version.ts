import type { AnchorStatus } from '../../../shared/model/annotation.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { appendToJournal } from '../archive/journal.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import type { AnnotationDesk } from './annotate.ts'
import { heldTextOf, type HeldText } from './held-texts.ts'
import { carryOver, type AlignmentMemory } from './place-anchors.ts'
import { readRevisions } from './project-annotation.ts'
import { foldRevisions } from './fold-revisions.ts'

/** How many annotations ended in each state; they add up to all that were carried over. */
export type ReanchorCounts = Readonly<Record<AnchorStatus, number>>

/**
 * Carries the annotations of a communiqué over to the text that became its newest version, in one
 * transaction: each gets one anchor there, an orphan with the passage to offer. Anchors on older
 * versions are kept, and an annotation that somebody placed on the new version stays where it is.
 * Journaled; `undoReanchor` takes it back.
 */
export function reanchorVersion(
  db: WritableArchive,
  desk: AnnotationDesk,
  { fromVersionSeq, toVersionSeq }: { fromVersionSeq: number; toVersionSeq: number },
): ReanchorCounts {
  return db.write(() => {
    const to = heldTextOf(db, toVersionSeq)
    const alignments: AlignmentMemory = new Map()
    const counts = { attached: 0, moved: 0, changed: 0, 'to-review': 0, orphan: 0 }
    for (const { seq, id } of annotationsToCarry(db, to)) {
      const orphanedIn = foldRevisions(readRevisions(db, id))?.orphanedIn ?? null
      const status = carryOver(db, { annotationSeq: seq, to, orphanedIn }, alignments)
      if (status) counts[status] += 1
    }
    journal(db, desk, {
      action: 'annotation.reanchor',
      toVersionSeq,
      after: { from: versionId(db, fromVersionSeq), ...counts },
    })
    return counts
  })
}

/**
 * Takes back what `reanchorVersion` wrote for a version, and nothing else: places that somebody has
 * since chosen there stay. Returns how many anchors went.
 */
export function undoReanchor(
  db: WritableArchive,
  desk: AnnotationDesk,
  { toVersionSeq }: { toVersionSeq: number },
): number {
  return db.write(() => {
    const { changes } = db
      .prepare(
        `DELETE FROM anchor WHERE version_seq = $toVersionSeq AND derived_from_seq IS NOT NULL`,
      )
      .run({ toVersionSeq })
    journal(db, desk, { action: 'annotation.undo-reanchor', toVersionSeq, after: { changes } })
    return changes
  })
}

/** `undoReanchor` on the newest wording; fails with `nothing-to-undo` where nothing was carried. */
export function undoNewestReanchor(
  db: WritableArchive,
  desk: AnnotationDesk,
  communiqueId: string,
): Outcome<{ readonly undone: number }> {
  const [newest] = newestVersions(db, communiqueId)
  const undone = newest ? undoReanchor(db, desk, { toVersionSeq: newest.seq }) : 0
  return undone === 0 ? fail({ kind: 'nothing-to-undo' }) : succeed({ undone })
}

/** `reanchorVersion` onto the newest wording; fails with `not-found` where there is only one. */
export function reanchorNewest(
  db: WritableArchive,
  desk: AnnotationDesk,
  communiqueId: string,
): Outcome<{ readonly counts: ReanchorCounts }> {
  const [newest, before] = newestVersions(db, communiqueId)
  if (!newest || !before) return fail({ kind: 'not-found', what: 'version', id: communiqueId })
  const step = { fromVersionSeq: before.seq, toVersionSeq: newest.seq }
  return succeed({ counts: reanchorVersion(db, desk, step) })
}

function newestVersions(
  db: WritableArchive,
  communiqueId: string,
): readonly { readonly seq: number }[] {
  return db
    .prepare<{ seq: number }>(
      `SELECT version.seq FROM version JOIN communique ON communique.seq = communique_seq
       WHERE communique.id = $communiqueId ORDER BY number DESC LIMIT 2`,
    )
    .all({ communiqueId })
}

function annotationsToCarry(
  db: WritableArchive,
  { versionSeq, communiqueSeq }: HeldText,
): readonly { readonly seq: number; readonly id: string }[] {
  return db
    .prepare<{ seq: number; id: string }>(
      `SELECT seq, id FROM annotation WHERE communique_seq = $communiqueSeq AND NOT EXISTS
         (SELECT 1 FROM anchor WHERE annotation_seq = annotation.seq
          AND version_seq = $versionSeq AND derived_from_seq IS NULL)`,
    )
    .all({ versionSeq, communiqueSeq })
}

function versionId(db: WritableArchive, versionSeq: number): string {
  const row = db
    .prepare<{ id: string }>('SELECT id FROM version WHERE seq = $versionSeq')
    .get({ versionSeq })
  return row?.id ?? ''
}

function journal(
  db: WritableArchive,
  { actor, clock }: AnnotationDesk,
  entry: { readonly action: string; readonly toVersionSeq: number; readonly after: object },
): void {
  appendToJournal(
    db,
    { actor, at: clock.now() },
    {
      action: entry.action,
      subject: versionId(db, entry.toVersionSeq),
      before: null,
      after: entry.after,
    },
  )
}
