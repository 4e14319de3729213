import type { AnchorReview, Annotation } from '../../../shared/model/annotation.ts'
import { fail, type Outcome } from '../../../shared/model/failure.ts'
import { selectorFromSpan, type Span } from '../../../shared/text/anchor.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { appendRevision, targetFromSpan, type AnnotationDesk } from './annotate.ts'
import { listAnnotations } from './annotations.ts'
import { foldRevisions } from './fold-revisions.ts'
import { readRevisions } from './project-annotation.ts'

/** What an officer decides about a place that an algorithm or an import proposed. */
export type AnchorDecision =
  | { readonly kind: 'accept' }
  | { readonly kind: 'place'; readonly start: number; readonly end: number }
  | { readonly kind: 'orphan' }

interface AnchorRow {
  readonly versionId: string
  readonly start: number
  readonly end: number
  readonly exact: string
  readonly prefix: string
  readonly suffix: string
  readonly status: Annotation['status']
  readonly derivedFrom: number | null
  readonly suggestionStart: number | null
  readonly suggestionEnd: number | null
}

const ANCHOR_SQL = `
  SELECT version.id AS versionId, start_offset AS start, end_offset AS end, exact, prefix, suffix,
    status, derived_from_seq AS derivedFrom, suggestion_start AS suggestionStart,
    suggestion_end AS suggestionEnd
  FROM anchor JOIN version ON version.seq = version_seq
    JOIN annotation ON annotation.seq = annotation_seq`

/**
 * The annotations of a communiqué whose place on the newest wording somebody should look at: words
 * that changed, a place to confirm, an orphan. Each comes
 * with the passage it stood on before, the one proposed, and what is suggested for an orphan.
 */
export function listReviews(db: ReadableArchive, communiqueId: string): AnchorReview[] {
  const newest = db
    .prepare<{ id: string; text: string; digest: string }>(
      `SELECT version.id, text, digest FROM version JOIN communique ON communique.seq = communique_seq
       WHERE communique.id = $communiqueId ORDER BY number DESC LIMIT 1`,
    )
    .get({ communiqueId })
  if (!newest) return []
  return listAnnotations(db, communiqueId)
    .filter(({ id, status }) => OPEN.has(status) && !isKeptOrphan(db, id, status, newest.digest))
    .flatMap((annotation) => {
      const row = findAnchor(db, annotation.id, newest.id)
      return row ? [reviewOf(db, annotation, { row, text: newest.text })] : []
    })
}

/** An orphan that an officer decided to keep as one is no longer a question. */
function isKeptOrphan(
  db: ReadableArchive,
  id: string,
  status: Annotation['status'],
  digest: string,
): boolean {
  return status === 'orphan' && foldRevisions(readRevisions(db, id))?.orphanedIn === digest
}

const OPEN: ReadonlySet<Annotation['status']> = new Set(['changed', 'to-review', 'orphan'])

function reviewOf(
  db: ReadableArchive,
  annotation: Annotation,
  { row, text }: { readonly row: AnchorRow; readonly text: string },
): AnchorReview {
  const { versionId } = row
  const before = row.derivedFrom === null ? null : findAnchorOn(db, annotation.id, row.derivedFrom)
  const suggested = suggestionOf(row)
  const selector = suggested && selectorFromSpan(text, suggested.start, suggested.end)
  return {
    annotation,
    before: before && selectorOf(before),
    proposed: row.status === 'orphan' ? null : selectorOf(row),
    suggestion: selector && { versionId, ...selector },
  }
}

function selectorOf({ versionId, start, end, exact, prefix, suffix }: AnchorRow): {
  versionId: string
  start: number
  end: number
  exact: string
  prefix: string
  suffix: string
} {
  return { versionId, start, end, exact, prefix, suffix }
}

const suggestionOf = ({ suggestionStart, suggestionEnd }: AnchorRow): Span | null =>
  suggestionStart === null || suggestionEnd === null
    ? null
    : { start: suggestionStart, end: suggestionEnd }

/**
 * Settles where an annotation stands on a wording: as proposed or suggested, elsewhere, or nowhere.
 * A step like any other: in the history, taken along by a bundle, taken back by undo. Fails with
 * `not-found` or, where there is nothing to accept or no words, `passage-invalid`.
 */
export function settleAnchor(
  db: WritableArchive,
  desk: AnnotationDesk,
  request: {
    readonly id: string
    readonly versionId: string
    readonly decision: AnchorDecision
  },
): Outcome<Annotation> {
  return db.write(() => {
    const { id: annotationId, versionId, decision } = request
    const row = findAnchor(db, annotationId, versionId)
    if (!row) return fail({ kind: 'not-found', what: 'annotation', id: annotationId })
    const action = 'annotation.settle-anchor'
    if (decision.kind === 'orphan') {
      // Where somebody placed it is no proposal to be turned down: undo takes that back.
      if (row.derivedFrom === null) return fail({ kind: 'passage-invalid', ...spanOf(row) })
      const orphanedIn = digestOfVersion(db, versionId)
      return appendRevision(db, desk, { annotationId, action, change: { orphanedIn } })
    }
    const span = decision.kind === 'place' ? decision : (suggestionOf(row) ?? spanOf(row))
    const target = targetFromSpan(db, { versionId, start: span.start, end: span.end })
    if (!target.ok) return target
    const change = { target: target.value, orphanedIn: null }
    return appendRevision(db, desk, { annotationId, action, change })
  })
}

const spanOf = ({ start, end }: AnchorRow): Span => ({ start, end })

function findAnchor(db: ReadableArchive, id: string, versionId: string): AnchorRow | null {
  return (
    db
      .prepare<AnchorRow>(`${ANCHOR_SQL} WHERE annotation.id = $id AND version.id = $versionId`)
      .get({ id, versionId }) ?? null
  )
}

function findAnchorOn(db: ReadableArchive, id: string, versionSeq: number): AnchorRow | null {
  return (
    db
      .prepare<AnchorRow>(`${ANCHOR_SQL} WHERE annotation.id = $id AND version.seq = $versionSeq`)
      .get({ id, versionSeq }) ?? null
  )
}

function digestOfVersion(db: ReadableArchive, versionId: string): string {
  const row = db
    .prepare<{ digest: string }>('SELECT digest FROM version WHERE id = $versionId')
    .get({ versionId })
  if (!row) throw new Error('a version vanished')
  return row.digest
}
