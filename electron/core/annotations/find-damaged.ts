import { annotationRevisionSchema } from '../../../shared/model/annotation.ts'
import type { AnnotationRevision } from '../../../shared/model/annotation.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { digestOf } from '../system/files.ts'
import { foldRevisions } from './fold-revisions.ts'
import { canonicalJson, isIntact } from './revisions.ts'

interface ShownRow {
  readonly id: string
  readonly kind: string
  readonly body: string
  readonly visibility: string
  readonly tags: string
  readonly withdrawn: 0 | 1
}

/**
 * Ids of the annotations that are no longer what their authors wrote: a revision that does not
 * match its own digest, or words shown that the revisions do not add up to.
 */
export function findDamagedAnnotations(db: ReadableArchive): readonly string[] {
  const shown = db
    .prepare<ShownRow>('SELECT id, kind, body, visibility, tags, withdrawn FROM annotation')
    .all({})
    .filter((row) => !isAsWritten(row, storedRevisions(db, row.id)))
    .map(({ id }) => id)
  const waiting = db
    .prepare<StoredRow & { annotationId: string }>(
      `SELECT id, annotation_id AS annotationId, content FROM parked_revision
       UNION ALL SELECT id, annotation_id, content FROM set_aside_revision`,
    )
    .all({})
    .filter((row) => !intactRevision(row))
    .map(({ annotationId }) => annotationId)
  return [...new Set([...shown, ...waiting])]
}

interface StoredRow {
  readonly id: string
  readonly content: string
}

function storedRevisions(db: ReadableArchive, id: string): readonly StoredRow[] {
  return db
    .prepare<StoredRow>(
      `SELECT annotation_revision.id, content FROM annotation_revision
       JOIN annotation ON annotation.seq = annotation_seq WHERE annotation.id = $id`,
    )
    .all({ id })
}

function isAsWritten(row: ShownRow, stored: readonly StoredRow[]): boolean {
  const revisions = stored.map(intactRevision)
  const intact = revisions.filter((revision) => revision !== null)
  const projection = foldRevisions(intact)
  if (intact.length < revisions.length || !projection) return false
  const { kind, body, visibility, tags, withdrawn } = projection
  return (
    row.kind === kind &&
    row.body === body &&
    row.visibility === visibility &&
    row.tags === JSON.stringify(tags) &&
    row.withdrawn === Number(withdrawn)
  )
}

/** The revision of a row, or null where it is not the one its id names. */
function intactRevision({ id, content }: StoredRow): AnnotationRevision | null {
  let written: unknown
  try {
    written = JSON.parse(content)
  } catch {
    // A damaged row need not be JSON any more, and that is all there is to know of it.
    return null
  }
  const revision = annotationRevisionSchema.safeParse(written)
  if (!revision.success || revision.data.id !== id || !isIntact(revision.data, digestOf))
    return null
  return canonicalJson(revision.data) === canonicalJson(written) ? revision.data : null
}
