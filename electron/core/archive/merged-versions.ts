import { foldText } from '../../../shared/text/analyse.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'

/** Two wordings that now follow one another: annotations of the first are carried to the second. */
export interface VersionStep {
  readonly fromVersionSeq: number
  readonly toVersionSeq: number
}

interface Joining {
  readonly relationSeq: number
  /** The communiqué whose wordings come after those of the other. */
  readonly fromSeq: number
  readonly toSeq: number
}

/** The communiqué that now holds the wordings of this one: itself unless it was merged. */
export function followMerges(db: ReadableArchive, communiqueSeq: number): number {
  const row = db
    .prepare<{ seq: number }>(
      `WITH RECURSIVE chain (seq, next) AS (
         SELECT seq, merged_into FROM communique WHERE seq = $communiqueSeq
         UNION SELECT communique.seq, communique.merged_into
         FROM communique JOIN chain ON communique.seq = chain.next)
       SELECT seq FROM chain WHERE next IS NULL`,
    )
    .get({ communiqueSeq })
  return row?.seq ?? communiqueSeq
}

/**
 * Makes the wordings of one communiqué the next wordings of another, with their annotations. The
 * first is then merged: it keeps its own description, but no list, count or search shows it.
 * Returns the steps between wordings that are new, none where the two are one already.
 */
export function joinVersions(db: WritableArchive, joining: Joining): readonly VersionStep[] {
  const { relationSeq, fromSeq } = joining
  const toSeq = followMerges(db, joining.toSeq)
  const moved = listVersionSeqs(db, fromSeq)
  const newest = listVersionSeqs(db, toSeq).at(-1)
  if (toSeq === fromSeq || newest === undefined || moved.length === 0) return []
  db.prepare(
    `INSERT INTO version_move (relation_seq, version_seq, former_communique_seq, former_number)
     SELECT $relationSeq, seq, communique_seq, number FROM version WHERE communique_seq = $fromSeq`,
  ).run({ relationSeq, fromSeq })
  db.prepare(
    `UPDATE version SET communique_seq = $toSeq, number = number +
       (SELECT max(number) FROM version WHERE communique_seq = $toSeq)
     WHERE communique_seq = $fromSeq`,
  ).run({ fromSeq, toSeq })
  db.prepare('UPDATE communique SET merged_into = $toSeq WHERE seq = $fromSeq').run({
    fromSeq,
    toSeq,
  })
  db.prepare('UPDATE annotation SET communique_seq = $toSeq WHERE communique_seq = $fromSeq').run({
    fromSeq,
    toSeq,
  })
  refreshSummary(db, fromSeq)
  refreshSummary(db, toSeq)
  return moved.map((toVersionSeq, at) => ({
    fromVersionSeq: moved[at - 1] ?? newest,
    toVersionSeq,
  }))
}

/**
 * Gives a merged communiqué its wordings back, wherever they went since, with the annotations that
 * were made on them alone; what had been carried over to them goes. Returns how many left.
 */
export function partVersions(db: WritableArchive, relationSeq: number): number {
  const moves = db
    .prepare<{ versionSeq: number; formerSeq: number; formerNumber: number; holderSeq: number }>(
      `SELECT version_seq AS versionSeq, former_communique_seq AS formerSeq,
         former_number AS formerNumber, communique_seq AS holderSeq
       FROM version_move JOIN version ON version.seq = version_seq
       WHERE relation_seq = $relationSeq`,
    )
    .all({ relationSeq })
  const [first] = moves
  if (!first) return 0
  const giveBack = db.prepare(
    `UPDATE version SET communique_seq = $formerSeq, number = $formerNumber WHERE seq = $versionSeq`,
  )
  const forget = db.prepare('DELETE FROM version_move WHERE version_seq = $versionSeq')
  for (const { versionSeq, formerSeq, formerNumber } of moves) {
    giveBack.run({ versionSeq, formerSeq, formerNumber })
  }
  const { formerSeq, holderSeq } = first
  renumber(db, holderSeq)
  db.prepare('UPDATE communique SET merged_into = NULL WHERE seq = $formerSeq').run({ formerSeq })
  partAnnotations(db, formerSeq, holderSeq)
  for (const { versionSeq } of moves) forget.run({ versionSeq })
  refreshSummary(db, formerSeq)
  refreshSummary(db, holderSeq)
  return moves.length
}

function partAnnotations(db: WritableArchive, formerSeq: number, holderSeq: number): void {
  db.prepare(
    `UPDATE annotation SET communique_seq = $formerSeq
     WHERE communique_seq = $holderSeq
       AND EXISTS (SELECT 1 FROM anchor JOIN version ON version.seq = version_seq
                   WHERE annotation_seq = annotation.seq AND version.communique_seq = $formerSeq)
       AND NOT EXISTS (SELECT 1 FROM anchor JOIN version ON version.seq = version_seq
                   WHERE annotation_seq = annotation.seq AND version.communique_seq = $holderSeq)`,
  ).run({ formerSeq, holderSeq })
  db.prepare(
    `DELETE FROM anchor
     WHERE version_seq IN (SELECT seq FROM version WHERE communique_seq = $formerSeq)
       AND annotation_seq IN (SELECT seq FROM annotation WHERE communique_seq = $holderSeq)`,
  ).run({ formerSeq, holderSeq })
}

function listVersionSeqs(db: ReadableArchive, communiqueSeq: number): readonly number[] {
  return db
    .prepare<{ seq: number }>(
      'SELECT seq FROM version WHERE communique_seq = $communiqueSeq ORDER BY number',
    )
    .all({ communiqueSeq })
    .map(({ seq }) => seq)
}

/** Numbers run from 1 without a gap. They only ever fall, so that in order none is taken. */
function renumber(db: WritableArchive, communiqueSeq: number): void {
  const set = db.prepare('UPDATE version SET number = $number WHERE seq = $seq')
  for (const [at, seq] of listVersionSeqs(db, communiqueSeq).entries()) {
    set.run({ seq, number: at + 1 })
  }
}

/** What lists show of a communiqué is its newest wording. */
function refreshSummary(db: WritableArchive, communiqueSeq: number): void {
  const newest = db
    .prepare<{ title: string; language: string; count: number }>(
      `SELECT title, language, number AS count FROM version
       WHERE communique_seq = $communiqueSeq ORDER BY number DESC LIMIT 1`,
    )
    .get({ communiqueSeq })
  if (newest) {
    db.prepare(
      `UPDATE communique SET title = $title, title_folded = $titleFolded, language = $language
       WHERE seq = $communiqueSeq`,
    ).run({
      communiqueSeq,
      title: newest.title,
      titleFolded: foldText(newest.title),
      language: newest.language,
    })
  }
  db.prepare(
    `UPDATE communique SET version_count = $count, annotation_count =
       (SELECT count(*) FROM annotation
        WHERE communique_seq = communique.seq AND withdrawn = 0)
     WHERE seq = $communiqueSeq`,
  ).run({ communiqueSeq, count: newest?.count ?? 0 })
}
