import type { Annotation } from '../../../shared/model/annotation.ts'
import type { CommuniqueRecord } from '../../../shared/model/communique.ts'
import { foldRevisions } from '../annotations/fold-revisions.ts'
import { readRevisions } from '../annotations/project-annotation.ts'
import { webAnnotationFromAnnotation, type JsonObject } from '../annotations/web-annotation.ts'
import { getCommunique } from '../archive/communique-record.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import type { ChosenText, ExportedText } from './exported-text.ts'

/** The annotations of one text as a W3C AnnotationCollection with its only page inside. */
export function collectionFromText(db: ReadableArchive, text: ExportedText): string {
  const id = `urn:uuid:${text.page.communiqueId}`
  const items = webAnnotationsOf(db, text)
  const collection: JsonObject = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `${id}#annotations`,
    type: 'AnnotationCollection',
    label: text.page.title,
    total: items.length,
    first: { id: `${id}#annotations-1`, type: 'AnnotationPage', startIndex: 0, items },
  }
  return `${JSON.stringify(collection, null, 2)}\n`
}

/**
 * Everything the archive says of the texts, as JSON: descriptions with what each is drawn from,
 * every wording with its words and offsets (UTF-16 code units), relations, and the annotations
 * chosen in the W3C's form.
 */
export function openJsonFromTexts(
  db: ReadableArchive,
  texts: readonly ExportedText[],
  exportedAt: string,
): string {
  const communiques = texts.map((text) => openRecordFromText(db, text))
  const all = { format: 'fonds-export', formatVersion: 1, exportedAt, communiques }
  return `${JSON.stringify(all, null, 2)}\n`
}

/** One communiqué with every wording whole, its relations and the annotations chosen. */
export function openRecordFromText(db: ReadableArchive, text: ChosenText): OpenRecord {
  const { communique, version, versions, relations } = text.record
  return {
    communique,
    versions: versions.map(({ id }) => {
      if (id === version.id) return version
      const read = getCommunique(db, communique.id, id)
      if (!read.ok) throw new Error('a version vanished while it was read')
      return read.value.version
    }),
    relations,
    annotations: webAnnotationsOf(db, text),
  }
}

interface OpenRecord extends Pick<CommuniqueRecord, 'communique' | 'relations'> {
  readonly versions: readonly CommuniqueRecord['version'][]
  readonly annotations: readonly JsonObject[]
}

/**
 * Each on the wording it stands on. What it answers is told only where that leaves too: it may be
 * a private note.
 */
function webAnnotationsOf(db: ReadableArchive, text: ChosenText): readonly JsonObject[] {
  const leaving = new Set(text.annotations.map(({ id }) => id))
  return text.annotations.map((annotation) => {
    const answered = foldRevisions(readRevisions(db, annotation.id))?.inReplyTo ?? null
    const inReplyTo = answered !== null && leaving.has(answered) ? answered : null
    return webAnnotationFromAnnotation(
      { ...annotation, inReplyTo },
      versionOf(db, annotation, text),
    )
  })
}

function versionOf(
  db: ReadableArchive,
  { target }: Annotation,
  { record }: ChosenText,
): CommuniqueRecord['version'] {
  if (target.versionId === record.version.id) return record.version
  const read = getCommunique(db, record.communique.id, target.versionId)
  if (!read.ok) throw new Error('an annotation stands on a version that is not there')
  return read.value.version
}
