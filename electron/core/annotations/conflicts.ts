import { z } from 'zod'
import {
  conflictFieldSchema,
  type Annotation,
  type AnnotationChange,
  type AnnotationConflict,
} from '../../../shared/model/annotation.ts'
import { fail, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { appendRevision, type AnnotationDesk } from './annotate.ts'
import { getAnnotation } from './annotations.ts'
import { readRevisions } from './project-annotation.ts'

const storedSchema = z.array(
  z.object({ field: conflictFieldSchema, revisionIds: z.array(z.string()) }),
)

/**
 * What colleagues set differently without having seen each other, with every side, until someone
 * chooses; of one communiqué, or of the whole archive when `communiqueId` is null.
 */
export function listConflicts(
  db: ReadableArchive,
  communiqueId: string | null,
): AnnotationConflict[] {
  const rows = db
    .prepare<{ id: string; conflicts: string }>(
      `SELECT annotation.id, conflicts FROM annotation
       JOIN communique ON communique.seq = communique_seq
       WHERE conflicts <> '[]' AND ($communiqueId IS NULL OR communique.id = $communiqueId)
       ORDER BY annotation.seq`,
    )
    .all({ communiqueId })
  return rows.flatMap(({ id, conflicts }) => {
    const annotation = getAnnotation(db, id)
    const revisions = new Map(readRevisions(db, id).map((revision) => [revision.id, revision]))
    return storedSchema.parse(JSON.parse(conflicts)).flatMap(({ field, revisionIds }) => {
      const sides = revisionIds.flatMap((revisionId) => revisions.get(revisionId) ?? [])
      return annotation.ok ? [{ annotation: annotation.value, field, sides }] : []
    })
  })
}

/**
 * Ends a conflict by setting the field again, to what one side said; null keeps an annotation that
 * one side withdrew. Journaled, undoable. Fails with `not-found`.
 */
export function settleConflict(
  db: WritableArchive,
  desk: AnnotationDesk,
  request: {
    readonly id: string
    readonly field: AnnotationConflict['field']
    readonly revisionId: string | null
  },
): Outcome<Annotation> {
  return db.write(() => {
    const { id: annotationId, field, revisionId } = request
    const sides = listSides(db, annotationId, field)
    const chosen = sides?.find((side) => side.id === revisionId)
    const keeps = revisionId === null && field === 'withdrawn'
    if (!sides || (!chosen && !keeps)) {
      return fail({ kind: 'not-found', what: 'conflict', id: annotationId })
    }
    const change: AnnotationChange = chosen
      ? { [field]: chosen.change[field], ...languageOf(field, chosen.change) }
      : { withdrawn: false }
    return appendRevision(db, desk, {
      annotationId,
      action: 'annotation.settle-conflict',
      change,
    })
  })
}

function listSides(
  db: ReadableArchive,
  id: string,
  field: AnnotationConflict['field'],
): AnnotationConflict['sides'] | null {
  const row = db
    .prepare<{ conflicts: string }>('SELECT conflicts FROM annotation WHERE id = $id')
    .get({ id })
  const conflict = storedSchema
    .parse(JSON.parse(row?.conflicts ?? '[]'))
    .find((stored) => stored.field === field)
  if (!conflict) return null
  return readRevisions(db, id).filter((revision) => conflict.revisionIds.includes(revision.id))
}

/** The language of a note is disputed with its words. */
function languageOf(field: string, { bodyLanguage }: AnnotationChange): AnnotationChange {
  return field === 'body' && bodyLanguage !== undefined ? { bodyLanguage } : {}
}
