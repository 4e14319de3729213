import type { Passage } from '../../../shared/model/passage.ts'
import { z } from 'zod'
import type { ReadableArchive } from '../db/archive-handle.ts'

/** Where words stand: a row of version, its title or text, and offsets into it. */
export interface Standing {
  readonly version: number
  readonly field: Passage['field']
  readonly start: number
  readonly end: number
}

const paragraphsSchema = z.array(z.looseObject({ start: z.number(), end: z.number() }))

type PassageRow = Omit<Passage, 'field' | 'paragraph' | 'start' | 'end' | 'text'> & {
  readonly body: string
  readonly paragraphs: string
}

/** A passage with its communiqué, wording, issuer, date and paragraph; null for a row that is gone. */
export function describePassage(
  db: ReadableArchive,
  { version, field, start, end }: Standing,
): Passage | null {
  const row = db
    .prepare<PassageRow>(
      `SELECT communique.id AS communiqueId, version.id AS versionId,
         version.number AS versionNumber, version.title, authority.name AS issuerName,
         communique.sorted_on AS sortedOn, version.text AS body, version.paragraphs
       FROM version JOIN communique ON communique.seq = version.communique_seq
       LEFT JOIN authority ON authority.seq = communique.issuer_seq
       WHERE version.seq = ?`,
    )
    .get(version)
  if (row === undefined) return null
  const { body, paragraphs, ...named } = row
  const original = field === 'title' ? named.title : body
  return {
    ...named,
    field,
    paragraph: field === 'title' ? null : paragraphAt(body, paragraphs, start),
    start,
    end,
    text: original.slice(start, end),
  }
}

/** Counted where the paragraphs are not recorded: a blank line parts them. */
function paragraphAt(body: string, paragraphs: string, offset: number): number {
  const recorded = paragraphsSchema.parse(JSON.parse(paragraphs))
  const index = recorded.findIndex(({ end }) => offset < end)
  if (index >= 0) return index + 1
  return body.slice(0, offset).split(/\n\n+/u).length
}
