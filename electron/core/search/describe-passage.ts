import type { Passage } from '../../../shared/model/passage.ts'
import { paragraphNumber } from '../../../shared/text/paragraph-number.ts'
import { paragraphsOrNone } from '../db/packed-paragraphs.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'

/** Where words stand: a row of version, its title or text, and offsets into it. */
export interface Standing {
  readonly version: number
  readonly field: Passage['field']
  readonly start: number
  readonly end: number
}

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
    paragraph:
      field === 'title' ? null : paragraphNumber(body, paragraphsOrNone(paragraphs), start),
    start,
    end,
    text: original.slice(start, end),
  }
}
