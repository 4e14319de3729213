import {
  annotationRevisionSchema,
  annotationSchema,
  type Annotation,
  type AnnotationRevision,
} from '../../../shared/model/annotation.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { directionFromLanguage } from '../../../shared/model/language.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { compareRevisions } from './revisions.ts'

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

const ANNOTATION_SQL = `
  SELECT annotation.id, communique.id AS communiqueId, annotation.kind, annotation.body,
    annotation.body_language AS bodyLanguage, annotation.visibility, annotation.tags,
    annotation.created_by AS createdBy, annotation.created_at AS createdAt,
    annotation.modified_by AS modifiedBy, annotation.modified_at AS modifiedAt,
    annotation.withdrawn, version.id AS versionId, anchor.start_offset AS start,
    anchor.end_offset AS end, anchor.exact, anchor.prefix, anchor.suffix, anchor.status
  FROM annotation
  JOIN communique ON communique.seq = annotation.communique_seq
  JOIN anchor ON anchor.annotation_seq = annotation.seq
  JOIN version ON version.seq = anchor.version_seq`

/** The annotations of a communiqué on its newest wording that has them, in the text's order. */
export function listAnnotations(db: ReadableArchive, communiqueId: string): Annotation[] {
  return db
    .prepare<AnnotationRow>(
      `${ANNOTATION_SQL}
       WHERE communique.id = $communiqueId AND annotation.withdrawn = 0
         AND version.number = (SELECT max(other.number) FROM anchor AS mine
           JOIN version AS other ON other.seq = mine.version_seq
           WHERE mine.annotation_seq = annotation.seq)
       ORDER BY anchor.start_offset, anchor.end_offset, annotation.seq`,
    )
    .all({ communiqueId })
    .map(annotationFromRow)
}

/** One annotation, withdrawn or not; fails with `not-found`. */
export function getAnnotation(db: ReadableArchive, id: string): Outcome<Annotation> {
  const row = db
    .prepare<AnnotationRow>(
      `${ANNOTATION_SQL} WHERE annotation.id = $id ORDER BY version.number DESC LIMIT 1`,
    )
    .get({ id })
  return row ? succeed(annotationFromRow(row)) : fail({ kind: 'not-found', what: 'annotation', id })
}

/** Every revision of an annotation, in their one total order; fails with `not-found`. */
export function listHistory(
  db: ReadableArchive,
  id: string,
): Outcome<{ revisions: AnnotationRevision[] }> {
  const revisions = db
    .prepare<{ content: string }>(
      `SELECT content FROM annotation_revision JOIN annotation ON annotation.seq = annotation_seq
       WHERE annotation.id = $id`,
    )
    .all({ id })
    .map(({ content }) => annotationRevisionSchema.parse(JSON.parse(content)))
    .toSorted(compareRevisions)
  if (revisions.length === 0) return fail({ kind: 'not-found', what: 'annotation', id })
  return succeed({ revisions })
}

function annotationFromRow(row: AnnotationRow): Annotation {
  const { versionId, start, end, exact, prefix, suffix, ...own } = row
  return annotationSchema.parse({
    ...own,
    bodyDirection: directionFromLanguage(row.bodyLanguage),
    tags: JSON.parse(row.tags),
    withdrawn: row.withdrawn === 1,
    target: { versionId, start, end, exact, prefix, suffix },
  })
}
