import {
  annotationRevisionSchema,
  type AnnotationRevision,
} from '../../../shared/model/annotation.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { indexNote, removeNote } from '../search/index-words.ts'
import { foldRevisions, type AnnotationProjection } from './fold-revisions.ts'
import { findHeldText } from './held-texts.ts'
import { findChosenPlace, placeAnchors, type AlignmentMemory } from './place-anchors.ts'
import { canonicalJson, compareRevisions, mergeRevisions } from './revisions.ts'

/** Every revision of an annotation, those that wait for their text too, in their one total order. */
export function readRevisions(db: ReadableArchive, id: string): readonly AnnotationRevision[] {
  return db
    .prepare<{ content: string }>(
      `SELECT content FROM annotation_revision JOIN annotation ON annotation.seq = annotation_seq
       WHERE annotation.id = $id
       UNION ALL SELECT content FROM parked_revision WHERE annotation_id = $id`,
    )
    .all({ id })
    .map(({ content }) => annotationRevisionSchema.parse(JSON.parse(content)))
    .toSorted(compareRevisions)
}

/** What one transaction remembers while it stores many annotations. */
export interface StoringMemory {
  readonly alignments: AlignmentMemory
  /** Communiqués whose annotations are to be counted again. */
  readonly touched: Set<number>
}

/** Adds one revision to those known of its annotation; see `writeHistory`. */
export function storeRevision(
  db: WritableArchive,
  known: readonly AnnotationRevision[],
  revision: AnnotationRevision,
): void {
  const memory: StoringMemory = { alignments: new Map(), touched: new Set() }
  writeHistory(db, { known, revisions: mergeRevisions(known, [revision]) }, memory)
  countTouched(db, memory)
}

/**
 * Makes these, and no others, the revisions of their annotation and brings everything derived from
 * them in line: the annotation as lists show it, where it stands in each wording, the search index.
 * Where none of its texts is held, all of it waits for one. Call `countTouched` before the end.
 */
export function writeHistory(
  db: WritableArchive,
  { known, revisions }: HistoryChange,
  memory: StoringMemory,
): void {
  const id = (known[0] ?? revisions[0])?.annotationId
  if (id === undefined) return
  const wasParked = unpark(db, id)
  const projection = foldRevisions(revisions)
  awaitTexts(db, id, revisions)
  const place = projection && findChosenPlace(db, projection)
  if (!projection || !place) {
    removeAnnotation(db, id, memory)
    return park(db, revisions)
  }
  const seq = writeProjection(db, projection, place.text.communiqueSeq)
  syncRevisions(db, seq, revisions)
  const before = wasParked ? null : foldRevisions(known)
  const isPlaced = before !== null && placementOf(before) === placementOf(projection)
  if (!isPlaced) placeAnchors(db, seq, projection, memory.alignments)
  indexProjection(db, seq, projection)
  memory.touched.add(place.text.communiqueSeq)
}

interface HistoryChange {
  readonly known: readonly AnnotationRevision[]
  readonly revisions: readonly AnnotationRevision[]
}

/** Counts the annotations of the communiqués that were touched. */
export function countTouched(db: WritableArchive, { touched }: StoringMemory): void {
  const count = db.prepare(
    `UPDATE communique SET annotation_count =
       (SELECT count(*) FROM annotation WHERE communique_seq = communique.seq AND withdrawn = 0)
     WHERE seq = $seq`,
  )
  for (const seq of touched) count.run({ seq })
}

/** What decides where an annotation stands; while it is the same, its anchors are too. */
const placementOf = ({ target, places, orphanedIn }: AnnotationProjection): string =>
  canonicalJson([target, places, orphanedIn])

function awaitTexts(
  db: WritableArchive,
  annotationId: string,
  revisions: readonly AnnotationRevision[],
): void {
  db.prepare('DELETE FROM awaited_text WHERE annotation_id = $annotationId').run({ annotationId })
  for (const { change } of revisions) {
    if (!change.target || findHeldText(db, change.target)) continue
    const { textDigest: digest } = change.target
    db.prepare(
      'INSERT OR IGNORE INTO awaited_text (digest, annotation_id) VALUES ($digest, $annotationId)',
    ).run({ digest, annotationId })
  }
}

function unpark(db: WritableArchive, id: string): boolean {
  const gone = db.prepare('DELETE FROM parked_revision WHERE annotation_id = $id').run({ id })
  return gone.changes > 0
}

function park(db: WritableArchive, revisions: readonly AnnotationRevision[]): void {
  const insert = db.prepare(
    `INSERT INTO parked_revision (id, annotation_id, content)
     VALUES ($id, $annotationId, $content)`,
  )
  for (const revision of revisions) {
    const { id, annotationId } = revision
    insert.run({ id, annotationId, content: JSON.stringify(revision) })
  }
}

/** Its revisions are kept elsewhere or set aside by the caller. */
function removeAnnotation(db: WritableArchive, id: string, { touched }: StoringMemory): void {
  const row = db
    .prepare<{ seq: number; communiqueSeq: number }>(
      'SELECT seq, communique_seq AS communiqueSeq FROM annotation WHERE id = $id',
    )
    .get({ id })
  if (!row) return
  const { seq, communiqueSeq } = row
  removeNote(db, seq)
  db.prepare('DELETE FROM anchor WHERE annotation_seq = $seq').run({ seq })
  db.prepare('DELETE FROM annotation_revision WHERE annotation_seq = $seq').run({ seq })
  db.prepare('DELETE FROM annotation WHERE seq = $seq').run({ seq })
  touched.add(communiqueSeq)
}

function syncRevisions(
  db: WritableArchive,
  annotationSeq: number,
  revisions: readonly AnnotationRevision[],
): void {
  const stored = db
    .prepare<{ id: string }>(
      'SELECT id FROM annotation_revision WHERE annotation_seq = $annotationSeq',
    )
    .all({ annotationSeq })
  const missing = new Map(revisions.map((revision) => [revision.id, revision]))
  const remove = db.prepare('DELETE FROM annotation_revision WHERE id = $id')
  for (const { id } of stored) if (!missing.delete(id)) remove.run({ id })
  const insert = db.prepare(
    `INSERT INTO annotation_revision (id, annotation_seq, content)
     VALUES ($id, $annotationSeq, $content)`,
  )
  for (const [id, revision] of missing) {
    insert.run({ id, annotationSeq, content: JSON.stringify(revision) })
  }
}

function writeProjection(
  db: WritableArchive,
  projection: AnnotationProjection,
  communiqueSeq: number,
): number {
  const { id, kind, body, bodyLanguage, visibility, createdBy, createdAt } = projection
  const row = db
    .prepare<{ seq: number }>(
      `INSERT INTO annotation
         (id, communique_seq, kind, body, body_language, visibility, tags, created_by, created_at,
          modified_by, modified_at, withdrawn, conflicts)
       VALUES ($id, $communiqueSeq, $kind, $body, $bodyLanguage, $visibility, $tags, $createdBy,
         $createdAt, $modifiedBy, $modifiedAt, $withdrawn, $conflicts)
       ON CONFLICT (id) DO UPDATE SET kind = $kind, body = $body, body_language = $bodyLanguage,
         visibility = $visibility, tags = $tags, created_by = $createdBy, created_at = $createdAt,
         modified_by = $modifiedBy, modified_at = $modifiedAt, withdrawn = $withdrawn,
         conflicts = $conflicts, communique_seq = $communiqueSeq
       RETURNING seq`,
    )
    .get({
      id,
      communiqueSeq,
      kind,
      body,
      bodyLanguage,
      visibility,
      tags: JSON.stringify(projection.tags),
      createdBy,
      createdAt,
      modifiedBy: projection.modifiedBy,
      modifiedAt: projection.modifiedAt,
      withdrawn: projection.withdrawn ? 1 : 0,
      conflicts: JSON.stringify(projection.conflicts),
    })
  if (!row) throw new Error('an annotation was not written')
  return row.seq
}

function indexProjection(
  db: WritableArchive,
  seq: number,
  { withdrawn, body, tags }: AnnotationProjection,
): void {
  if (withdrawn) removeNote(db, seq)
  else indexNote(db, { seq, body, tags })
}
