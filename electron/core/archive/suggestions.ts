import { evidenceSchema } from '../../../shared/model/provenance.ts'
import type {
  Suggestion,
  SuggestionCount,
  SuggestionKind,
} from '../../../shared/model/suggestion.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'

/** Which suggestions to list. */
export interface SuggestionRequest {
  /** Empty for every kind. */
  readonly kinds: readonly SuggestionKind[]
  readonly rule: string | null
  readonly communiqueId: string | null
  /** Only of the texts that this batch added. */
  readonly batchId?: string | undefined
  readonly offset: number
  readonly limit: number
}

const MATCHING_SQL = `
  FROM open_suggestion
  WHERE ($kinds IS NULL OR kind IN (SELECT value FROM json_each($kinds)))
    AND ($rule IS NULL OR rule = $rule)
    AND ($communiqueId IS NULL
         OR communique_seq = (SELECT seq FROM communique WHERE id = $communiqueId))
    AND ($batchId IS NULL OR communique_seq IN (
      SELECT communique.seq
      FROM ingest_batch JOIN ingest_file ON ingest_file.batch_seq = ingest_batch.seq
      JOIN json_each(ingest_file.line) AS told
      JOIN communique ON communique.id = json_extract(told.value, '$.outcome.communiqueId')
      WHERE ingest_batch.id = $batchId
        AND json_extract(told.value, '$.outcome.kind') IN ('added', 'related')))`

/** One page of what waits for an officer, text by text, the newest first, and counts by rule. */
export function listSuggestions(
  db: ReadableArchive,
  { kinds, rule, communiqueId, batchId, offset, limit }: SuggestionRequest,
): {
  readonly total: number
  readonly counts: SuggestionCount[]
  readonly rows: Suggestion[]
} {
  const parameters = {
    kinds: kinds.length === 0 ? null : JSON.stringify(kinds),
    rule,
    communiqueId,
    batchId: batchId ?? null,
  }
  const total = db
    .prepare<{ total: number }>(`SELECT count(*) AS total ${MATCHING_SQL}`)
    .get(parameters)
  const page = db
    .prepare<{ kind: SuggestionKind; id: string }>(
      `SELECT kind, id ${MATCHING_SQL}
       ORDER BY communique_seq DESC, kind, place LIMIT $limit OFFSET $offset`,
    )
    .all({ ...parameters, limit, offset })
  const counts = db
    .prepare<SuggestionCount>(
      `SELECT kind, rule, count(*) AS count FROM open_suggestion
       GROUP BY kind, rule ORDER BY kind, count DESC, rule`,
    )
    .all()
  return { total: total?.total ?? 0, counts, rows: page.map((found) => describe(db, found)) }
}

type DescribedRow = Omit<Suggestion, 'kind' | 'evidence' | 'isStated'> & {
  readonly isStated: 0 | 1
  readonly evidence: string | null
}

function describe(
  db: ReadableArchive,
  { kind, id }: { readonly kind: SuggestionKind; readonly id: string },
): Suggestion {
  if (kind === 'mention') return describeMention(db, id)
  const row = db.prepare<DescribedRow>(DETAILS[kind]).get({ id })
  if (!row) throw new Error('a suggestion vanished while it was read')
  const { evidence, isStated, ...described } = row
  return {
    ...described,
    kind,
    isStated: isStated === 1,
    evidence: evidence === null ? null : evidenceSchema.parse(JSON.parse(evidence)),
  }
}

/** What is said of a communiqué was read from its first own wording. */
const FIRST_VERSION_SQL = `(SELECT version.id FROM version
  WHERE version.communique_seq = communique.seq ORDER BY number LIMIT 1) AS versionId`

const attributionSql = (role: 'issuer' | 'publisher'): string => `
  SELECT communique.id, communique.id AS communiqueId, title, ${FIRST_VERSION_SQL}, '' AS aspect,
    authority.name AS value, authority.id AS otherId, rule, 1 AS isStated, NULL AS relativeTo,
    evidence
  FROM attribution JOIN communique ON communique.seq = communique_seq
  JOIN authority ON authority.seq = authority_seq
  WHERE communique.id = $id AND role = '${role}'`

const DETAILS: Readonly<Record<Exclude<SuggestionKind, 'mention'>, string>> = {
  date: `
    SELECT stated_date.id, communique.id AS communiqueId, title, ${FIRST_VERSION_SQL},
      role AS aspect, value, NULL AS otherId, rule, origin = 'stated' AS isStated, relative_to AS relativeTo, evidence
    FROM stated_date JOIN communique ON communique.seq = communique_seq
    WHERE stated_date.id = $id`,
  issuer: attributionSql('issuer'),
  publisher: attributionSql('publisher'),
  relation: `
    SELECT relation.id, giver.id AS communiqueId, giver.title, NULL AS versionId,
      relation.kind AS aspect, taker.title AS value, taker.id AS otherId, rule, 0 AS isStated, NULL AS relativeTo,
      NULL AS evidence
    FROM relation JOIN communique AS giver ON giver.seq = from_seq
    JOIN communique AS taker ON taker.seq = to_seq
    WHERE relation.id = $id`,
}

function describeMention(db: ReadableArchive, id: string): Suggestion {
  const row = db
    .prepare<
      Pick<Suggestion, 'communiqueId' | 'title' | 'versionId' | 'aspect' | 'value' | 'rule'> & {
        readonly otherId: string
        readonly part: 'preamble' | 'text'
        readonly start: number
        readonly end: number
        readonly source: string
      }
    >(
      `SELECT communique.id AS communiqueId, communique.title, version.id AS versionId,
         authority.kind AS aspect,
         authority.name AS value, authority.id AS otherId, rule, part, start_offset AS start,
         end_offset AS end,
         CASE part WHEN 'text' THEN version.text ELSE version.preamble END AS source
       FROM mention JOIN version ON version.seq = version_seq
       JOIN communique ON communique.seq = version.communique_seq
       JOIN authority ON authority.seq = authority_seq WHERE mention.id = $id`,
    )
    .get({ id })
  if (!row) throw new Error('a suggestion vanished while it was read')
  const { source, part, start, end, ...described } = row
  return {
    ...described,
    id,
    kind: 'mention',
    isStated: true,
    relativeTo: null,
    evidence: { part, start, end, quote: source.slice(start, end) },
  }
}
