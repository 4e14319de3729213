import { addCommunique } from '../../electron/core/archive/add-communique.ts'
import { recordAccession } from '../../electron/core/archive/source-files.ts'
import type { AnnotationDesk } from '../../electron/core/annotations/annotate.ts'
import type { WritableArchive } from '../../electron/core/db/archive-handle.ts'
import { digestOf } from '../../electron/core/system/files.ts'
import type { Clock } from '../../electron/core/system/clock.ts'
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
  const { archive: db, path, close } = anArchive(clock)
  return { db, path, close, desk: { clock, actor, device: `${actor}-pc` } }
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
        paragraphs: [],
        language: 'fr',
        accessionSeq,
      },
    },
  )
  return { communiqueId, communiqueSeq, versionSeq, versionId: versionIdOf(db, versionSeq) }
}

/** Adds a text and makes it the next wording of a communiqué. */
export function addWording(office: Office, first: AddedText, text: string): AddedText {
  const added = addText(office, text)
  office.db
    .prepare(
      `UPDATE version SET communique_seq = $to, number = 1 +
         (SELECT max(number) FROM version WHERE communique_seq = $to) WHERE seq = $seq`,
    )
    .run({ to: first.communiqueSeq, seq: added.versionSeq })
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
