import {
  annotationRevisionSchema,
  type AnnotationRevision,
} from '../../../shared/model/annotation.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { groupByAnnotation, packBundle, type BundledText } from './bundle.ts'
import { foldRevisions, type AnnotationProjection } from './fold-revisions.ts'
import { findHeldText } from './held-texts.ts'
import { webAnnotationFromAnnotation, type JsonObject } from './web-annotation.ts'

/** What leaves the archive. Private annotations do only when it says so. */
export interface ExportChoice {
  /** Null for the whole archive. */
  readonly communiqueIds: readonly string[] | null
  readonly includePrivate: boolean
}

/**
 * The bytes of a bundle with the whole history of every annotation chosen, withdrawn ones too, so
 * that a withdrawal reaches colleagues, and the wordings they stand on.
 */
export function exportBundle(
  db: ReadableArchive,
  { actor, at }: { readonly actor: string; readonly at: string },
  choice: ExportChoice,
): { bytes: Uint8Array; annotationCount: number; textCount: number } {
  const chosen = chooseHistories(db, choice)
  const revisions = chosen.flatMap(({ history }) => history)
  const digests = new Set(revisions.flatMap(({ change }) => change.target?.textDigest ?? []))
  const texts = [...digests].map((digest) => readBundledText(db, digest))
  const archive = db.prepare<{ id: string }>('SELECT id FROM archive').get()
  const bytes = packBundle({
    archiveId: archive?.id ?? '',
    exportedAt: at,
    exportedBy: actor,
    revisions,
    texts,
  })
  return { bytes, annotationCount: chosen.length, textCount: texts.length }
}

/**
 * The annotations chosen as one W3C AnnotationCollection (Web Annotation Vocabulary 2017, its only
 * page embedded), as JSON-LD; withdrawn ones and those whose text is not held stay out.
 */
export function exportWebAnnotations(
  db: ReadableArchive,
  choice: ExportChoice,
): { json: string; annotationCount: number } {
  const items = chooseHistories(db, choice).flatMap(({ projection }) => {
    const version = projection.withdrawn ? null : findAnnotatedVersion(db, projection)
    return version ? [webAnnotationFromAnnotation(projection, version)] : []
  })
  const archive = db.prepare<{ id: string }>('SELECT id FROM archive').get()
  const id = `urn:uuid:${archive?.id ?? ''}`
  const collection: JsonObject = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id,
    type: 'AnnotationCollection',
    total: items.length,
    first: { id: `${id}#1`, type: 'AnnotationPage', startIndex: 0, items },
  }
  return { json: `${JSON.stringify(collection, null, 2)}\n`, annotationCount: items.length }
}

/** Every step of every annotation of the archive, annotation by annotation, withdrawn ones too. */
export function exportRevisions(
  db: ReadableArchive,
  { includePrivate }: Pick<ExportChoice, 'includePrivate'>,
): readonly AnnotationRevision[] {
  return chooseHistories(db, { communiqueIds: null, includePrivate }).flatMap(
    ({ history }) => history,
  )
}

interface ChosenHistory {
  readonly history: readonly AnnotationRevision[]
  readonly projection: AnnotationProjection
}

function chooseHistories(
  db: ReadableArchive,
  { communiqueIds, includePrivate }: ExportChoice,
): readonly ChosenHistory[] {
  const rows = db
    .prepare<{ content: string }>(
      `SELECT content FROM annotation_revision
       JOIN annotation ON annotation.seq = annotation_seq
       JOIN communique ON communique.seq = communique_seq
       WHERE $ids IS NULL OR communique.id IN (SELECT value FROM json_each($ids))
       UNION ALL SELECT content FROM parked_revision WHERE $ids IS NULL`,
    )
    .all({ ids: communiqueIds === null ? null : JSON.stringify(communiqueIds) })
  const revisions = rows.map(({ content }) => annotationRevisionSchema.parse(JSON.parse(content)))
  return [...groupByAnnotation(revisions).values()]
    .flatMap((history) => {
      const projection = foldRevisions(history)
      const leaves = projection && (includePrivate || projection.visibility === 'shareable')
      return leaves ? [{ history, projection }] : []
    })
    .toSorted((a, b) => (a.projection.id < b.projection.id ? -1 : 1))
}

function readBundledText(db: ReadableArchive, digest: string): BundledText {
  const row = db
    .prepare<BundledText>(
      `SELECT version.digest, communique.id AS communiqueId, version.title,
         version.created_at AS createdAt, version.text
       FROM version JOIN communique ON communique.seq = communique_seq
       WHERE version.digest = $digest
       UNION ALL SELECT digest, communique_id, title, created_at, text FROM parked_text
       WHERE digest = $digest LIMIT 1`,
    )
    .get({ digest })
  if (!row) throw new Error('an annotation whose text is neither held nor parked')
  return row
}

function findAnnotatedVersion(
  db: ReadableArchive,
  { target }: AnnotationProjection,
): Parameters<typeof webAnnotationFromAnnotation>[1] | null {
  const held = findHeldText(db, target)
  if (!held) return null
  const row = db
    .prepare<Parameters<typeof webAnnotationFromAnnotation>[1]>(
      `SELECT communique.id AS communiqueId, text, digest, version.created_at AS createdAt
       FROM version JOIN communique ON communique.seq = communique_seq
       WHERE version.seq = $versionSeq`,
    )
    .get({ versionSeq: held.versionSeq })
  return row ?? null
}
