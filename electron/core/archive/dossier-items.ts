import type { DossierItem, NewDossierItem } from '../../../shared/model/dossier.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { directionFromLanguage, type Language } from '../../../shared/model/language.ts'
import type { Passage } from '../../../shared/model/passage.ts'
import { selectorFromSpan } from '../../../shared/text/anchor.ts'
import { paragraphNumber } from '../../../shared/text/paragraph-number.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { followMerges } from './merged-versions.ts'
import { paragraphsOrNone } from '../db/packed-paragraphs.ts'

/** A row of `dossier_item`: what stands there, before it is looked up. */
export interface OutlineRow {
  readonly seq: number
  readonly id: string
  readonly kind: DossierItem['kind']
  readonly communiqueSeq: number | null
  readonly versionSeq: number | null
  readonly start: number | null
  readonly end: number | null
  readonly words: string | null
  readonly level: number | null
}

/** The rows of an outline (a JSON list of them), in its order. */
export function readOutline(db: ReadableArchive, outline: string): readonly OutlineRow[] {
  return db
    .prepare<OutlineRow>(
      `SELECT dossier_item.seq, dossier_item.id, kind, communique_seq AS communiqueSeq,
         version_seq AS versionSeq, span_start AS start, span_end AS "end", words, level
       FROM json_each(?) AS place JOIN dossier_item ON dossier_item.seq = place.value
       ORDER BY place.key`,
    )
    .all(outline)
}

/** Each row as an officer sees it; a merged communiqué is shown as what it became. */
export function describeOutline(
  db: ReadableArchive,
  rows: readonly OutlineRow[],
): readonly DossierItem[] {
  return rows.map((row) => {
    const { id, words, level } = row
    switch (row.kind) {
      case 'communique':
        return describeWhole(db, row)
      case 'passage':
        return describeQuoted(db, row)
      case 'note':
        return { id, kind: 'note', words: words ?? '' }
      case 'heading':
        return { id, kind: 'heading', words: words ?? '', level: level ?? 1 }
    }
  })
}

interface WholeRow {
  readonly communiqueId: string
  readonly title: string
  readonly issuerName: string | null
  readonly sortedOn: string | null
  readonly language: Language
}

function describeWhole(db: ReadableArchive, { id, communiqueSeq }: OutlineRow): DossierItem {
  const seq = followMerges(db, communiqueSeq ?? 0)
  const row = db
    .prepare<WholeRow>(
      `SELECT communique.id AS communiqueId, title, authority.name AS issuerName,
         sorted_on AS sortedOn, language
       FROM communique LEFT JOIN authority ON authority.seq = issuer_seq
       WHERE communique.seq = ?`,
    )
    .get(seq)
  if (!row) throw new Error(`item ${id} of a dossier names no communiqué`)
  return { id, kind: 'communique', ...row, direction: directionFromLanguage(row.language) }
}

interface QuotedRow extends Omit<Passage, 'field' | 'paragraph' | 'start' | 'end' | 'text'> {
  readonly language: Language
  readonly body: string
  readonly paragraphs: string
  readonly isNewest: 0 | 1
}

function describeQuoted(db: ReadableArchive, item: OutlineRow): DossierItem {
  const row = db
    .prepare<QuotedRow>(
      `SELECT communique.id AS communiqueId, version.id AS versionId,
         version.number AS versionNumber, version.title, authority.name AS issuerName,
         communique.sorted_on AS sortedOn, version.language, version.text AS body,
         version.paragraphs, version.number = (
           SELECT max(number) FROM version AS other
           WHERE other.communique_seq = version.communique_seq) AS isNewest
       FROM version JOIN communique ON communique.seq = version.communique_seq
       LEFT JOIN authority ON authority.seq = communique.issuer_seq
       WHERE version.seq = ?`,
    )
    .get(item.versionSeq)
  if (!row) throw new Error(`item ${item.id} of a dossier names no wording`)
  const { language, body, paragraphs, isNewest, ...named } = row
  const [start, end] = [item.start ?? 0, item.end ?? 0]
  return {
    id: item.id,
    kind: 'passage',
    passage: {
      ...named,
      field: 'text',
      paragraph: paragraphNumber(body, paragraphsOrNone(paragraphs), start),
      start,
      end,
      text: body.slice(start, end),
    },
    language,
    direction: directionFromLanguage(language),
    isNewest: isNewest === 1,
  }
}

/** An item whose place was found and which has no row yet. */
type NewRow = Omit<OutlineRow, 'seq' | 'id'>

const NO_PLACE = {
  communiqueSeq: null,
  versionSeq: null,
  start: null,
  end: null,
  words: null,
  level: null,
}

/**
 * Finds what new items name, without the communiqués that stand there whole. Fails with `not-found`
 * or `passage-invalid`.
 */
export function resolveItems(
  db: ReadableArchive,
  items: readonly NewDossierItem[],
  standing: readonly OutlineRow[],
): Outcome<readonly NewRow[]> {
  const whole = new Set(standing.map(({ communiqueSeq }) => communiqueSeq))
  const rows: NewRow[] = []
  for (const item of items) {
    const row = resolveItem(db, item)
    if (!row.ok) return row
    const { communiqueSeq } = row.value
    if (communiqueSeq !== null && whole.has(communiqueSeq)) continue
    whole.add(communiqueSeq)
    rows.push(row.value)
  }
  return succeed(rows)
}

function resolveItem(db: ReadableArchive, item: NewDossierItem): Outcome<NewRow> {
  switch (item.kind) {
    case 'note':
    case 'heading':
      return succeed({ ...NO_PLACE, ...item })
    case 'communique':
      return resolveWhole(db, item.communiqueId)
    case 'passage':
      return resolvePassage(db, item)
  }
}

function resolveWhole(db: ReadableArchive, id: string): Outcome<NewRow> {
  const row = db.prepare<{ seq: number }>('SELECT seq FROM communique WHERE id = ?').get(id)
  if (!row) return fail({ kind: 'not-found', what: 'communique', id })
  return succeed({ ...NO_PLACE, kind: 'communique', communiqueSeq: row.seq })
}

function resolvePassage(
  db: ReadableArchive,
  { versionId, start, end }: Extract<NewDossierItem, { kind: 'passage' }>,
): Outcome<NewRow> {
  const row = db
    .prepare<{ seq: number; text: string }>('SELECT seq, text FROM version WHERE id = ?')
    .get(versionId)
  if (!row) return fail({ kind: 'not-found', what: 'version', id: versionId })
  const place = selectorFromSpan(row.text, start, end)
  if (!place) return fail({ kind: 'passage-invalid', start, end })
  const span = { start: place.start, end: place.end }
  return succeed({ ...NO_PLACE, kind: 'passage', versionSeq: row.seq, ...span })
}

/** Writes new items and returns their rows. */
export function insertItems(
  db: WritableArchive,
  clock: Clock,
  dossierSeq: number,
  rows: readonly NewRow[],
): readonly number[] {
  return rows.map((row) => insertItem(db, dossierSeq, { ...row, id: clock.newId() }))
}

/** Writes one item, or an item anew under its identifier, and returns its row. */
export function insertItem(
  db: WritableArchive,
  dossierSeq: number,
  { id, kind, communiqueSeq, versionSeq, start, end, words, level }: Omit<OutlineRow, 'seq'>,
): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO dossier_item (dossier_seq, id, kind, communique_seq, version_seq, span_start,
         span_end, words, level)
       VALUES ($dossierSeq, $id, $kind, $communiqueSeq, $versionSeq, $start, $end, $words, $level)`,
    )
    .run({ dossierSeq, id, kind, communiqueSeq, versionSeq, start, end, words, level })
  return Number(lastInsertRowid)
}
