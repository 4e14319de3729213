import type { AuthorityPassage } from '../../../shared/model/authority-record.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { readAuthority } from './authorities.ts'

/** Which passages of a record to list. */
export interface PassageRequest {
  readonly id: string
  readonly offset: number
  readonly limit: number
}

interface PassageRow extends Omit<AuthorityPassage, 'span'> {
  readonly part: 'preamble' | 'text' | null
  readonly start: number
  readonly end: number
}

const PASSAGES_SQL = `
  WITH passage AS (
    SELECT mention.id, communique.id AS communiqueId, version.id AS versionId, communique.title,
      'mention' AS capacity, role, sorted_on AS "on", settlement, part, start_offset AS start,
      end_offset AS end,
      substr(CASE part WHEN 'text' THEN version.text ELSE version.preamble END, 1, end_offset)
        AS source
    FROM mention JOIN version ON version.seq = version_seq
    JOIN communique ON communique.seq = version.communique_seq
    WHERE authority_seq = $seq AND settlement <> 'rejected'
    UNION ALL
    SELECT communique.id || ' ' || role, communique.id, NULL, title, role, NULL, sorted_on,
      settlement, NULL, 0, 0, NULL
    FROM attribution JOIN communique ON communique.seq = communique_seq
    WHERE authority_seq = $seq AND settlement <> 'rejected')`

/** One page of the texts that name a record, the newest first. Fails with `not-found`. */
export function listAuthorityPassages(
  db: ReadableArchive,
  { id, offset, limit }: PassageRequest,
): Outcome<{ readonly total: number; readonly rows: AuthorityPassage[] }> {
  const found = readAuthority(db, id)
  if (!found) return fail({ kind: 'not-found', what: 'authority', id })
  const { seq } = found
  const counted = db
    .prepare<{ total: number }>(`${PASSAGES_SQL} SELECT count(*) AS total FROM passage`)
    .get({ seq })
  const rows = db
    .prepare<PassageRow & { readonly source: string | null }>(
      `${PASSAGES_SQL} SELECT * FROM passage
       ORDER BY "on" DESC, communiqueId, capacity, start LIMIT $limit OFFSET $offset`,
    )
    .all({ seq, limit, offset })
  return succeed({ total: counted?.total ?? 0, rows: rows.map(passageFromRow) })
}

function passageFromRow({
  part,
  start,
  end,
  source,
  ...passage
}: PassageRow & { readonly source: string | null }): AuthorityPassage {
  return {
    ...passage,
    quote: source === null ? null : source.slice(start, end),
    span: part === 'text' ? { start, end } : null,
  }
}
