import type { AnnotationLink, LinkedPlace } from '../../../shared/model/annotation.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { alignTexts } from '../../../shared/text/align.ts'
import { spanFromSelector, type Span } from '../../../shared/text/anchor.ts'
import { foldText } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { getAnnotation } from './annotations.ts'
import { findHeldText, readText } from './held-texts.ts'
import { reanchor } from './reanchor/reanchor.ts'

/**
 * Where the link or mention of an annotation leads in this archive. A text is found by its digest
 * first, for it may have come with a colleague's work; its passage is carried over to the newest
 * wording by the rules of re-anchoring, and where it is lost there, the older wording is named.
 * Fails with `not-found` for the annotation, the text or the record.
 */
export function followLink(db: ReadableArchive, id: string): Outcome<LinkedPlace> {
  const found = getAnnotation(db, id)
  if (!found.ok) return found
  const { link } = found.value
  if (link === null) return fail({ kind: 'not-found', what: 'link', id })
  return link.to === 'communique' ? followToText(db, link) : followToAuthority(db, link)
}

type LinkTo<T> = Extract<AnnotationLink, { to: T }>

interface WordingRow {
  readonly seq: number
  readonly versionId: string
  readonly title: string
  readonly communiqueId: string
}

const WORDING_SQL = `
  SELECT version.seq, version.id AS versionId, version.title, communique.id AS communiqueId
  FROM version JOIN communique ON communique.seq = version.communique_seq`

function followToText(db: ReadableArchive, link: LinkTo<'communique'>): Outcome<LinkedPlace> {
  const held = findHeldText(db, link)
  const newest = db
    .prepare<WordingRow>(
      `${WORDING_SQL} WHERE communique.seq = $seq OR ($seq IS NULL AND communique.id = $id)
       ORDER BY number DESC LIMIT 1`,
    )
    .get({ seq: held?.communiqueSeq ?? null, id: link.communiqueId })
  if (!newest) return fail({ kind: 'not-found', what: 'communique', id: link.communiqueId })
  const { passage } = link
  if (passage === null || held === null) return succeed(placeOn(newest, null, passage !== null))
  const now = carriedPassage(db, { ...passage, from: held.versionSeq, to: newest.seq })
  if (now) return succeed(placeOn(newest, now.span, now.isMoved))
  const older = db
    .prepare<WordingRow>(`${WORDING_SQL} WHERE version.seq = $seq`)
    .get({ seq: held.versionSeq })
  return succeed(placeOn(older ?? newest, older ? passage : null, true))
}

function placeOn(
  { communiqueId, versionId, title }: WordingRow,
  span: Span | null,
  isMoved: boolean,
): LinkedPlace {
  const place = span && { start: span.start, end: span.end }
  return { to: 'communique', communiqueId, versionId, title, span: place, isMoved }
}

interface Carried {
  readonly span: Span
  readonly isMoved: boolean
}

function carriedPassage(
  db: ReadableArchive,
  { from, to, ...passage }: Span & { exact: string; from: number; to: number },
): Carried | null {
  const old = readText(db, from)
  if (spanFromSelector(old, passage) === null) return null
  if (from === to) return { span: passage, isMoved: false }
  const { status, span } = reanchor(alignTexts(old, readText(db, to)), passage)
  return span && { span, isMoved: status !== 'attached' }
}

function followToAuthority(db: ReadableArchive, link: LinkTo<'authority'>): Outcome<LinkedPlace> {
  const row = db
    .prepare<{ id: string; name: string }>(
      `SELECT kept.id, kept.name FROM authority AS named
       LEFT JOIN authority_name ON authority_seq = named.seq AND authority_name.folded = $folded
       JOIN authority AS kept ON kept.seq = coalesce(named.merged_into, named.seq)
       WHERE named.id = $id OR (authority_name.folded = $folded AND named.kind = $kind)
       ORDER BY named.id = $id DESC, named.seq LIMIT 1`,
    )
    .get({ id: link.authorityId, kind: link.authorityKind, folded: foldText(link.name) })
  if (!row) return fail({ kind: 'not-found', what: 'authority', id: link.authorityId })
  return succeed({ to: 'authority', authorityId: row.id, name: row.name })
}
