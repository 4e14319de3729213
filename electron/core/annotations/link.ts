import type {
  AnnotationChange,
  AnnotationKind,
  AnnotationLink,
} from '../../../shared/model/annotation.ts'
import { authorityKindSchema } from '../../../shared/model/authority-record.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { selectorFromSpan, type Span } from '../../../shared/text/anchor.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { LINKED_BY } from './fold-revisions.ts'

/** What a link or a mention is to lead to; `span` is of the newest wording, null for all of it. */
export type LinkRequest =
  | { readonly to: 'communique'; readonly communiqueId: string; readonly span: Span | null }
  | { readonly to: 'authority'; readonly authorityId: string }

/**
 * What an annotation of this kind says of where it leads: nothing for kinds that lead nowhere. Fails
 * with `input-refused` where kind and request do not go together, with `not-found`, and with
 * `passage-invalid` where there are no words.
 */
export function linkChange(
  db: ReadableArchive,
  kind: AnnotationKind,
  request: LinkRequest | undefined,
): Outcome<Pick<AnnotationChange, 'link'>> {
  if (LINKED_BY[kind] !== request?.to) return fail({ kind: 'input-refused', at: 'link' })
  if (request === undefined) return succeed({})
  const link =
    request.to === 'communique'
      ? communiqueLink(db, request.communiqueId, request.span)
      : authorityLink(db, request.authorityId)
  return link.ok ? succeed({ link: link.value }) : link
}

function communiqueLink(
  db: ReadableArchive,
  communiqueId: string,
  span: Span | null,
): Outcome<AnnotationLink> {
  const newest = db
    .prepare<{ title: string; text: string; textDigest: string }>(
      `SELECT version.title, version.text, version.digest AS textDigest
       FROM version JOIN communique ON communique.seq = communique_seq
       WHERE communique.id = $communiqueId ORDER BY number DESC LIMIT 1`,
    )
    .get({ communiqueId })
  if (!newest) return fail({ kind: 'not-found', what: 'communique', id: communiqueId })
  const { title, text, textDigest } = newest
  const passage = span && (selectorFromSpan(text, span.start, span.end) ?? undefined)
  if (passage === undefined && span) return fail({ kind: 'passage-invalid', ...span })
  return succeed({ to: 'communique', communiqueId, textDigest, title, passage: passage ?? null })
}

function authorityLink(db: ReadableArchive, authorityId: string): Outcome<AnnotationLink> {
  const row = db
    .prepare<{ kind: string; name: string }>(
      'SELECT kind, name FROM authority WHERE id = $authorityId',
    )
    .get({ authorityId })
  if (!row) return fail({ kind: 'not-found', what: 'authority', id: authorityId })
  const authorityKind = authorityKindSchema.parse(row.kind)
  return succeed({ to: 'authority', authorityId, authorityKind, name: row.name })
}
