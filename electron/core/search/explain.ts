import type { HitReason } from '../../../shared/model/discovery.ts'
import { fail, succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { createHighlighter } from './highlight.ts'
import type { Found } from './highlight.ts'
import { countHolding, familiesOf } from './match-expression.ts'
import { parseQuery } from './parse-query.ts'
import { wantedWords } from './query.ts'

interface Field {
  readonly name: 'title' | 'text' | 'note'
  readonly text: string
}

/**
 * Why a communiqué answers a query: for each part, how often it stands in the title, the text and
 * the notes, as which words, and how many wordings of the archive have it. Fails with
 * `query-invalid` or `not-found`.
 */
export function explainHit(
  db: ReadableArchive,
  { query, communiqueId }: { readonly query: string; readonly communiqueId: string },
): Outcome<HitReason[]> {
  const parsed = parseQuery(query)
  if (!parsed.ok) return parsed
  const fields = fieldsOf(db, communiqueId)
  if (fields === null) return fail({ kind: 'not-found', what: 'communique', id: communiqueId })
  const wanted = wantedWords(parsed.value)
  const families = familiesOf(db, parsed.value)
  const highlight = createHighlighter(wanted, families)
  const found = fields.map((field) => ({ field, spans: highlight(field.name, field.text) }))
  return succeed(
    wanted.map((node, part) => {
      const own = found.map(({ field, spans }) => ({
        field,
        spans: spans.filter((span) => span.part === part),
      }))
      const countIn = (name: Field['name']): number =>
        own.reduce((sum, { field, spans }) => sum + (field.name === name ? spans.length : 0), 0)
      return {
        part: query.slice(node.start, node.end),
        inTitle: countIn('title'),
        inText: countIn('text'),
        inNotes: countIn('note'),
        spellings: [...new Set(own.flatMap(({ field, spans }) => spellingsIn(field.text, spans)))],
        heldBy: countHolding(db, node, families),
      }
    }),
  )
}

function fieldsOf(db: ReadableArchive, communiqueId: string): readonly Field[] | null {
  const wording = db
    .prepare<{ seq: number; title: string; text: string }>(
      `SELECT communique.seq, version.title, version.text FROM communique
       JOIN version ON version.communique_seq = communique.seq
       WHERE communique.id = ? ORDER BY version.number DESC LIMIT 1`,
    )
    .get(communiqueId)
  if (wording === undefined) return null
  const notes = db
    .prepare<{ body: string }>(
      'SELECT body FROM annotation WHERE communique_seq = ? AND withdrawn = 0 ORDER BY seq',
    )
    .all(wording.seq)
  return [
    { name: 'title', text: wording.title },
    { name: 'text', text: wording.text },
    ...notes.map(({ body }) => ({ name: 'note' as const, text: body })),
  ]
}

function spellingsIn(text: string, spans: readonly Found[]): readonly string[] {
  return spans.map(({ start, end }) => text.slice(start, end))
}
