import { addCommunique } from '../../electron/core/archive/add-communique.ts'
import { joinVersions } from '../../electron/core/archive/merged-versions.ts'
import { recordAccession } from '../../electron/core/archive/source-files.ts'
import { createAnnotation, type AnnotationDesk } from '../../electron/core/annotations/annotate.ts'
import { groupByAnnotation, unpackBundle } from '../../electron/core/annotations/bundle.ts'
import { exportBundle } from '../../electron/core/annotations/export-annotations.ts'
import { foldRevisions } from '../../electron/core/annotations/fold-revisions.ts'
import { mergeIncoming } from '../../electron/core/annotations/merge.ts'
import { canonicalJson } from '../../electron/core/annotations/revisions.ts'
import type { WritableArchive } from '../../electron/core/db/archive-handle.ts'
import { digestOf } from '../../electron/core/system/files.ts'
import type { Clock } from '../../electron/core/system/clock.ts'
import {
  annotationRevisionSchema,
  type Annotation,
  type MergeReport,
} from '../../shared/model/annotation.ts'
import type { Paragraph } from '../../shared/model/communique.ts'
import { directionFromLanguage } from '../../shared/model/language.ts'
import { anArchive } from './archive.ts'

/** Where a text came to be in an archive. */
export interface AddedText {
  readonly communiqueId: string
  readonly communiqueSeq: number
  readonly versionId: string
  readonly versionSeq: number
}

/** An archive and its officer, whose clock and identifiers are their own. */
export interface Office {
  readonly db: WritableArchive
  readonly desk: AnnotationDesk
  readonly path: string
  /** Closes the archive and leaves its files; `close` removes them too. */
  readonly shut: () => void
  readonly close: () => void
}

/** An empty archive of one officer; `hour` sets their clock apart from those of others. */
export function anOffice(actor: string, hour = 8): Office {
  let ticks = 0
  let ids = 0
  const start = Date.UTC(2026, 0, 5, hour)
  const clock: Clock = {
    now: () => new Date(start + 1000 * ticks++).toISOString(),
    newId: () => `${actor}-${String(++ids).padStart(6, '0')}`,
  }
  const { archive: db, path, shut, close } = anArchive(clock)
  return { db, path, shut, close, desk: { clock, actor, device: `${actor}-pc` } }
}

/** Adds a text as a communiqué of its own. */
export function addText({ db, desk }: Office, text: string, title = 'Communiqué'): AddedText {
  const at = desk.clock.now()
  const bytes = Buffer.from(text)
  const accessionSeq = recordAccession(db, {
    digest: digestOf(bytes),
    mediaType: 'text/plain',
    bytes,
    name: 'texte.txt',
    origin: null,
    encoding: 'utf-8',
    reader: 'text',
    ingestedAt: at,
    ingestedBy: desk.actor,
  })
  const { communiqueId, communiqueSeq, versionSeq } = addCommunique(
    db,
    desk.clock,
    { actor: desk.actor, at },
    {
      kind: 'communique',
      referenceCode: null,
      place: null,
      issuer: null,
      publisher: null,
      dates: [],
      mentions: [],
      version: {
        title,
        titleEvidence: null,
        preamble: '',
        text,
        paragraphs: paragraphsOf(text),
        language: languageOf(text),
        accessionSeq,
      },
    },
  )
  return { communiqueId, communiqueSeq, versionSeq, versionId: versionIdOf(db, versionSeq) }
}

const languageOf = (text: string): 'ar' | 'fr' => (/\p{Script=Arabic}/u.test(text) ? 'ar' : 'fr')

function paragraphsOf(text: string): Paragraph[] {
  return [...text.matchAll(/[^\n]+/gu)].map(({ index, 0: line }) => ({
    start: index,
    end: index + line.length,
    kind: 'body',
    language: languageOf(line),
    direction: directionFromLanguage(languageOf(line)),
  }))
}

/** Adds a text and makes it the next wording of a communiqué, as an officer who confirms it does. */
export function addWording(
  office: Office,
  first: AddedText,
  text: string,
  title?: string,
): AddedText {
  const { db, desk } = office
  const added = addText(office, text, title)
  const [fromSeq, toSeq] = [added.communiqueSeq, first.communiqueSeq]
  const relation = db
    .prepare<{ seq: number }>(
      `INSERT INTO relation (id, kind, from_seq, to_seq, settlement, rule)
       VALUES ($id, 'amends', $fromSeq, $toSeq, 'confirmed', 'officer') RETURNING seq`,
    )
    .get({ id: desk.clock.newId(), fromSeq, toSeq })
  if (!relation) throw new Error('no relation')
  joinVersions(db, { relationSeq: relation.seq, fromSeq, toSeq })
  return { ...first, versionId: added.versionId, versionSeq: added.versionSeq }
}

function versionIdOf(db: WritableArchive, seq: number): string {
  const row = db.prepare<{ id: string }>('SELECT id FROM version WHERE seq = $seq').get({ seq })
  if (!row) throw new Error('no version')
  return row.id
}

/** What the officer reads of every annotation, with where it stands in each wording. */
export function shownIn({ db }: Office): unknown {
  return {
    annotations: db
      .prepare(
        `SELECT id, communique_seq, kind, body, body_language, visibility, tags, created_by,
           created_at, withdrawn, conflicts FROM annotation ORDER BY id`,
      )
      .all({}),
    anchors: db
      .prepare(
        `SELECT annotation.id, version_seq, start_offset, end_offset, exact, status,
           derived_from_seq, suggestion_start FROM anchor
         JOIN annotation ON annotation.seq = annotation_seq ORDER BY annotation.id, version_seq`,
      )
      .all({}),
    counts: db.prepare('SELECT id, annotation_count FROM communique ORDER BY id').all({}),
    notes: db
      .prepare(
        `SELECT annotation.id, note_words.body, note_words.tags FROM note_words
         JOIN annotation ON annotation.seq = note_words.rowid ORDER BY annotation.id`,
      )
      .all({}),
  }
}

/** A state that two archives share when they hold the same work, whatever their own identifiers. */
export function stateDigestOf({ db }: Office): string {
  const rows = db
    .prepare<{ content: string }>(
      `SELECT content FROM annotation_revision UNION ALL SELECT content FROM parked_revision`,
    )
    .all({})
  const revisions = rows.map(({ content }) => annotationRevisionSchema.parse(JSON.parse(content)))
  const projections = [...groupByAnnotation(revisions).values()]
    .map((history) => foldRevisions(history))
    .toSorted((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1))
  const anchors = db
    .prepare(
      `SELECT annotation.id, version.digest, start_offset, end_offset, exact, status
       FROM anchor JOIN annotation ON annotation.seq = annotation_seq
       JOIN version ON version.seq = version_seq ORDER BY annotation.id, version.digest`,
    )
    .all({})
  return digestOf(canonicalJson({ projections, anchors }))
}

/** Marks the first place of some words, with a note. */
export function mark(office: Office, place: AddedText, words: string, body = ''): Annotation {
  const row = office.db
    .prepare<{ text: string }>('SELECT text FROM version WHERE seq = $seq')
    .get({ seq: place.versionSeq })
  const start = row?.text.indexOf(words) ?? -1
  const made = createAnnotation(office.db, office.desk, {
    versionId: place.versionId,
    start,
    end: start + words.length,
    kind: body === '' ? 'highlight' : 'comment',
    body,
    tags: [],
    visibility: 'shareable',
  })
  if (!made.ok) throw new Error(made.failure.kind)
  return made.value
}

/** The file one officer hands to another. */
export function bundleOf({ db, desk }: Office, includePrivate = false): Uint8Array {
  const authorship = { actor: desk.actor, at: desk.clock.now() }
  return exportBundle(db, authorship, { communiqueIds: null, includePrivate }).bytes
}

/** Merges such a file; throws when it is refused. */
export async function mergeFile(
  office: Office,
  bytes: Uint8Array,
): Promise<{
  mergeId: string
  report: MergeReport
}> {
  const bundle = await unpackBundle(bytes)
  if (!bundle.ok) throw new Error(JSON.stringify(bundle.failure))
  return mergeIncoming(office.db, office.desk, { ...bundle.value, source: 'bundle' })
}
