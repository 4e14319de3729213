import type { AnnotationRevision } from '../../../shared/model/annotation.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import { indexNote, removeNote } from '../search/index-words.ts'
import { foldRevisions, type AnnotationProjection } from './fold-revisions.ts'

/**
 * Adds a revision and brings everything that is derived from revisions in line with it: the
 * annotation as lists show it, where it stands in the text, the search index and the count.
 */
export function projectAnnotation(
  db: WritableArchive,
  revisions: readonly AnnotationRevision[],
  added: AnnotationRevision,
): void {
  const projection = foldRevisions(revisions)
  if (!projection) throw new Error('an annotation without its first revision')
  const annotationSeq = writeProjection(db, projection)
  db.prepare(
    `INSERT INTO annotation_revision (id, annotation_seq, content)
     VALUES ($id, $annotationSeq, $content)`,
  ).run({ id: added.id, annotationSeq, content: JSON.stringify(added) })
  writeAnchor(db, annotationSeq, projection)
  removeNote(db, annotationSeq)
  const { body, tags } = projection
  if (!projection.withdrawn) indexNote(db, { seq: annotationSeq, body, tags })
  db.prepare(
    `UPDATE communique SET annotation_count =
       (SELECT count(*) FROM annotation WHERE communique_seq = communique.seq AND withdrawn = 0)
     WHERE id = $communiqueId`,
  ).run({ communiqueId: projection.target.communiqueId })
}

function writeProjection(db: WritableArchive, projection: AnnotationProjection): number {
  const { id, kind, body, bodyLanguage, visibility, createdBy, createdAt } = projection
  const row = db
    .prepare<{ seq: number }>(
      `INSERT INTO annotation
         (id, communique_seq, kind, body, body_language, visibility, tags, created_by, created_at,
          modified_by, modified_at, withdrawn)
       VALUES ($id, (SELECT seq FROM communique WHERE id = $communiqueId), $kind, $body,
         $bodyLanguage, $visibility, $tags, $createdBy, $createdAt, $modifiedBy, $modifiedAt,
         $withdrawn)
       ON CONFLICT (id) DO UPDATE SET kind = $kind, body = $body, body_language = $bodyLanguage,
         visibility = $visibility, tags = $tags, modified_by = $modifiedBy,
         modified_at = $modifiedAt, withdrawn = $withdrawn
       RETURNING seq`,
    )
    .get({
      id,
      communiqueId: projection.target.communiqueId,
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
    })
  if (!row) throw new Error('an annotation was not written')
  return row.seq
}

function writeAnchor(
  db: WritableArchive,
  annotationSeq: number,
  { target }: AnnotationProjection,
): void {
  const { communiqueId, textDigest, start, end, exact, prefix, suffix } = target
  db.prepare(
    `INSERT INTO anchor
       (annotation_seq, version_seq, start_offset, end_offset, exact, prefix, suffix, status)
     SELECT $annotationSeq, version.seq, $start, $end, $exact, $prefix, $suffix, 'attached'
     FROM version JOIN communique ON communique.seq = version.communique_seq
     WHERE communique.id = $communiqueId AND version.digest = $textDigest
     ON CONFLICT (annotation_seq, version_seq) DO UPDATE SET start_offset = $start,
       end_offset = $end, exact = $exact, prefix = $prefix, suffix = $suffix, status = 'attached'`,
  ).run({ annotationSeq, communiqueId, textDigest, start, end, exact, prefix, suffix })
}
