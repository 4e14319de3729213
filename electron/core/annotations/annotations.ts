import {
  annotationSchema,
  type Annotation,
  type AnnotationRevision,
} from '../../../shared/model/annotation.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { directionFromLanguage } from '../../../shared/model/language.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { foldRevisions, LINKED_BY } from './fold-revisions.ts'
import { readRevisions } from './project-annotation.ts'

interface AnnotationRow {
  readonly id: string
  readonly communiqueId: string
  readonly kind: string
  readonly body: string
  readonly bodyLanguage: 'fr' | 'ar' | 'en' | 'und'
  readonly visibility: string
  readonly tags: string
  readonly createdBy: string
  readonly createdAt: string
  readonly modifiedBy: string
  readonly modifiedAt: string
  readonly withdrawn: 0 | 1
  readonly versionId: string
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly status: string
}

/**
 * Each annotation on one wording of its communiqué, the newest unless `$versionId` names another. An
 * orphan, or one that was never carried over, is given where it last had a place.
 */
const ANNOTATION_SQL = `
  SELECT annotation.id, communique.id AS communiqueId, annotation.kind, annotation.body,
    annotation.body_language AS bodyLanguage, annotation.visibility, annotation.tags,
    annotation.created_by AS createdBy, annotation.created_at AS createdAt,
    annotation.modified_by AS modifiedBy, annotation.modified_at AS modifiedAt,
    annotation.withdrawn, version.id AS versionId, placed.start_offset AS start,
    placed.end_offset AS end, placed.exact, placed.prefix, placed.suffix,
    coalesce(asked.status, placed.status) AS status
  FROM annotation
  JOIN communique ON communique.seq = annotation.communique_seq
  JOIN version AS shown ON shown.seq = coalesce(
    (SELECT seq FROM version WHERE id = $versionId AND communique_seq = communique.seq),
    (SELECT seq FROM version WHERE communique_seq = communique.seq ORDER BY number DESC LIMIT 1))
  JOIN anchor AS placed ON placed.annotation_seq = annotation.seq AND placed.version_seq =
    (SELECT anchor.version_seq FROM anchor JOIN version ON version.seq = anchor.version_seq
     WHERE anchor.annotation_seq = annotation.seq AND anchor.status <> 'orphan'
     ORDER BY version.seq = shown.seq DESC, version.number <= shown.number DESC,
       version.number DESC LIMIT 1)
  JOIN version ON version.seq = placed.version_seq
  LEFT JOIN anchor AS asked
    ON asked.annotation_seq = annotation.seq AND asked.version_seq = shown.seq`

/** The annotations of a communiqué on one of its wordings, in the text's order, orphans too. */
export function listAnnotations(
  db: ReadableArchive,
  communiqueId: string,
  versionId: string | null = null,
): Annotation[] {
  return db
    .prepare<AnnotationRow>(
      `${ANNOTATION_SQL}
       WHERE communique.id = $communiqueId AND annotation.withdrawn = 0
       ORDER BY placed.start_offset, placed.end_offset, annotation.seq`,
    )
    .all({ communiqueId, versionId })
    .map((row) => annotationFromRow(db, row))
}

/** The annotations of these rows, in their order, on the newest wording of each communiqué. */
export function annotationsOfRows(db: ReadableArchive, seqs: readonly number[]): Annotation[] {
  return db
    .prepare<AnnotationRow>(
      `${ANNOTATION_SQL} JOIN json_each($seqs) AS wanted ON wanted.value = annotation.seq
       ORDER BY wanted.key`,
    )
    .all({ seqs: JSON.stringify(seqs), versionId: null })
    .map((row) => annotationFromRow(db, row))
}

/** One annotation on the newest wording, withdrawn or not; fails with `not-found`. */
export function getAnnotation(db: ReadableArchive, id: string): Outcome<Annotation> {
  const row = db
    .prepare<AnnotationRow>(`${ANNOTATION_SQL} WHERE annotation.id = $id`)
    .get({ id, versionId: null })
  return row
    ? succeed(annotationFromRow(db, row))
    : fail({ kind: 'not-found', what: 'annotation', id })
}

/** Every revision of an annotation, in their one total order; fails with `not-found`. */
export function listHistory(
  db: ReadableArchive,
  id: string,
): Outcome<{ revisions: AnnotationRevision[] }> {
  const revisions = [...readRevisions(db, id)]
  if (revisions.length === 0) return fail({ kind: 'not-found', what: 'annotation', id })
  return succeed({ revisions })
}

function annotationFromRow(db: ReadableArchive, row: AnnotationRow): Annotation {
  const { versionId, start, end, exact, prefix, suffix, ...own } = row
  return annotationSchema.parse({
    ...own,
    bodyDirection: directionFromLanguage(row.bodyLanguage),
    tags: JSON.parse(row.tags),
    // Few annotations lead anywhere, and their revisions say where to.
    link: row.kind in LINKED_BY ? (foldRevisions(readRevisions(db, row.id))?.link ?? null) : null,
    withdrawn: row.withdrawn === 1,
    target: { versionId, start, end, exact, prefix, suffix },
  })
}
