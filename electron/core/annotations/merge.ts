import type {
  AnnotationMerge,
  AnnotationRevision,
  MergeReport,
} from '../../../shared/model/annotation.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { appendToJournal } from '../archive/journal.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { AnnotationDesk } from './annotate.ts'
import { groupByAnnotation, type BundledText } from './bundle.ts'
import { isErased } from './erase-annotations.ts'
import { foldRevisions } from './fold-revisions.ts'
import { findHeldText } from './held-texts.ts'
import {
  countTouched,
  readRevisions,
  writeHistory,
  type StoringMemory,
} from './project-annotation.ts'
import { mergeRevisions } from './revisions.ts'

/** Revisions from elsewhere with the wordings they name; checked before, whole or not at all. */
export interface Incoming {
  readonly source: 'bundle' | 'web' | 'hypothesis'
  readonly revisions: readonly AnnotationRevision[]
  readonly texts: readonly BundledText[]
}

/** What a merge would do, without doing it. */
export function previewMerge(db: ReadableArchive, incoming: Incoming): MergeReport {
  return reportOf(db, arrivalsOf(db, incoming), incoming)
}

/**
 * Merges revisions into the archive in one transaction: the union of both histories, never a
 * choice between them. Annotations of texts that are not held wait until their text arrives.
 * Journaled as one step, which `undoMerge` takes back. Make a backup before.
 */
export function mergeIncoming(
  db: WritableArchive,
  { actor, clock }: AnnotationDesk,
  incoming: Incoming,
): { mergeId: string; report: MergeReport } {
  return db.write(() => {
    const arrivals = arrivalsOf(db, incoming)
    const report = reportOf(db, arrivals, incoming)
    const authorship = { actor, at: clock.now() }
    const mergeId = clock.newId()
    const mergeSeq = Number(
      db
        .prepare(
          `INSERT INTO annotation_merge (id, source, merged_by, merged_at)
           VALUES ($id, $source, $actor, $at)`,
        )
        .run({ id: mergeId, source: incoming.source, ...authorship }).lastInsertRowid,
    )
    parkTexts(db, incoming.texts)
    const memory: StoringMemory = { alignments: new Map(), touched: new Set() }
    for (const { known, revisions, added } of arrivals) {
      if (added.length === 0) continue
      writeHistory(db, { known, revisions }, memory)
      recordMerged(db, mergeSeq, added)
    }
    countTouched(db, memory)
    forgetParkedTexts(db)
    const { unknownTexts, ...counts } = report
    appendToJournal(db, authorship, {
      action: 'annotation.merge',
      subject: mergeId,
      before: null,
      after: { source: incoming.source, ...counts, unknownTexts: unknownTexts.length },
    })
    return { mergeId, report }
  })
}

/**
 * Takes back a whole merge: its revisions are set aside, out of every list and export, and come back
 * when they are merged again. Those that later work builds upon stay, and are counted. Fails with
 * `not-found`, or `nothing-to-undo` when it was taken back already.
 */
export function undoMerge(
  db: WritableArchive,
  { actor, clock }: AnnotationDesk,
  mergeId: string,
): Outcome<{ undone: number; kept: number }> {
  return db.write(() => {
    const merge = db
      .prepare<{ seq: number; undoneAt: string | null }>(
        'SELECT seq, undone_at AS undoneAt FROM annotation_merge WHERE id = $mergeId',
      )
      .get({ mergeId })
    if (!merge) return fail({ kind: 'not-found', what: 'merge', id: mergeId })
    if (merge.undoneAt !== null) return fail({ kind: 'nothing-to-undo' })
    const merged = listMerged(db, merge.seq)
    const memory: StoringMemory = { alignments: new Map(), touched: new Set() }
    let undone = 0
    for (const id of listMergedAnnotations(db, merge.seq)) {
      undone += setAside(db, id, merged, memory)
    }
    countTouched(db, memory)
    forgetParkedTexts(db)
    const at = clock.now()
    db.prepare('UPDATE annotation_merge SET undone_at = $at WHERE seq = $seq').run({
      at,
      seq: merge.seq,
    })
    const counts = { undone, kept: merged.size - undone }
    appendToJournal(
      db,
      { actor, at },
      { action: 'annotation.undo-merge', subject: mergeId, before: null, after: counts },
    )
    return succeed(counts)
  })
}

/** Every merge and import, newest first, taken back or not. */
export function listMerges(db: ReadableArchive): AnnotationMerge[] {
  return db
    .prepare<AnnotationMerge>(
      `SELECT id, source, merged_by AS mergedBy, merged_at AS mergedAt, undone_at AS undoneAt,
         (SELECT count(DISTINCT annotation_id) FROM annotation_merge_revision
          WHERE merge_seq = annotation_merge.seq) AS annotationCount
       FROM annotation_merge ORDER BY seq DESC`,
    )
    .all({})
}

/**
 * Places the annotations that waited for a text which has arrived since. Returns how many. Call it
 * after texts were taken in.
 */
export function attachArrivedTexts(db: WritableArchive): number {
  return db.write(() => {
    const waiting = db
      .prepare<{ id: string }>(
        `SELECT DISTINCT annotation_id AS id FROM awaited_text
         JOIN version ON version.digest = awaited_text.digest`,
      )
      .all({})
    const memory: StoringMemory = { alignments: new Map(), touched: new Set() }
    for (const { id } of waiting) {
      writeHistory(db, { known: [], revisions: readRevisions(db, id) }, memory)
    }
    countTouched(db, memory)
    forgetParkedTexts(db)
    return waiting.length
  })
}

interface Arrival {
  readonly known: readonly AnnotationRevision[]
  readonly revisions: readonly AnnotationRevision[]
  readonly added: readonly AnnotationRevision[]
}

function arrivalsOf(db: ReadableArchive, { revisions }: Incoming): readonly Arrival[] {
  return [...groupByAnnotation(revisions)].map(([id, incoming]) => {
    const known = readRevisions(db, id)
    if (isErased(db, id)) return { known, revisions: known, added: [] }
    const knownIds = new Set(known.map((revision) => revision.id))
    const merged = mergeRevisions(known, incoming)
    return {
      known,
      revisions: merged,
      added: merged.filter((revision) => !knownIds.has(revision.id)),
    }
  })
}

function reportOf(
  db: ReadableArchive,
  arrivals: readonly Arrival[],
  { texts }: Incoming,
): MergeReport {
  const changing = arrivals.filter(({ added }) => added.length > 0)
  const unknown = new Map<string, number>()
  let conflictCount = 0
  for (const { known, revisions } of changing) {
    const before = foldRevisions(known)?.conflicts.length ?? 0
    const after = foldRevisions(revisions)
    if ((after?.conflicts.length ?? 0) > before) conflictCount++
    if (!after || findHeldText(db, after.target)) continue
    const { textDigest } = after.target
    unknown.set(textDigest, 1 + (unknown.get(textDigest) ?? 0))
  }
  const titles = new Map(texts.map(({ digest, title }) => [digest, title]))
  return {
    newCount: changing.filter(({ known }) => known.length === 0).length,
    updatedCount: changing.filter(({ known }) => known.length > 0).length,
    knownCount: arrivals.length - changing.length,
    conflictCount,
    unknownTexts: [...unknown].map(([digest, annotationCount]) => ({
      title: titles.get(digest) ?? '',
      annotationCount,
    })),
  }
}

function parkTexts(db: WritableArchive, texts: readonly BundledText[]): void {
  const park = db.prepare(
    `INSERT OR IGNORE INTO parked_text (digest, communique_id, title, created_at, text)
     SELECT $digest, $communiqueId, $title, $createdAt, $text
     WHERE NOT EXISTS (SELECT 1 FROM version WHERE digest = $digest)`,
  )
  for (const text of texts) park.run(text)
}

function forgetParkedTexts(db: WritableArchive): void {
  db.prepare('DELETE FROM parked_text WHERE digest NOT IN (SELECT digest FROM awaited_text)').run(
    {},
  )
}

function recordMerged(
  db: WritableArchive,
  mergeSeq: number,
  revisions: readonly AnnotationRevision[],
): void {
  const record = db.prepare(
    `INSERT INTO annotation_merge_revision (merge_seq, revision_id, annotation_id)
     VALUES ($mergeSeq, $id, $annotationId)`,
  )
  const takeBackIn = db.prepare('DELETE FROM set_aside_revision WHERE id = $id')
  for (const { id, annotationId } of revisions) {
    record.run({ mergeSeq, id, annotationId })
    takeBackIn.run({ id })
  }
}

function listMerged(db: ReadableArchive, mergeSeq: number): ReadonlySet<string> {
  const rows = db
    .prepare<{ id: string }>(
      'SELECT revision_id AS id FROM annotation_merge_revision WHERE merge_seq = $mergeSeq',
    )
    .all({ mergeSeq })
  return new Set(rows.map(({ id }) => id))
}

function listMergedAnnotations(db: ReadableArchive, mergeSeq: number): readonly string[] {
  return db
    .prepare<{ id: string }>(
      `SELECT DISTINCT annotation_id AS id FROM annotation_merge_revision
       WHERE merge_seq = $mergeSeq`,
    )
    .all({ mergeSeq })
    .map(({ id }) => id)
}

/** Sets aside what the merge brought to one annotation, save what others were written upon. */
function setAside(
  db: WritableArchive,
  id: string,
  merged: ReadonlySet<string>,
  memory: StoringMemory,
): number {
  const known = readRevisions(db, id)
  const byId = new Map(known.map((revision) => [revision.id, revision]))
  const staying = new Set(known.map((revision) => revision.id).filter((own) => !merged.has(own)))
  for (const stays of staying) {
    for (const parent of byId.get(stays)?.parents ?? []) staying.add(parent)
  }
  const leaving = known.filter((revision) => !staying.has(revision.id))
  const insert = db.prepare(
    `INSERT INTO set_aside_revision (id, annotation_id, content)
     VALUES ($id, $annotationId, $content)`,
  )
  for (const revision of leaving) {
    insert.run({
      id: revision.id,
      annotationId: id,
      content: JSON.stringify(revision),
    })
  }
  if (leaving.length > 0) {
    const revisions = known.filter((revision) => staying.has(revision.id))
    writeHistory(db, { known, revisions }, memory)
  }
  return leaving.length
}
