import type { AuthorityKind, AuthorityRecord } from '../../../shared/model/authority-record.ts'
import { languageSchema, type Language } from '../../../shared/model/language.ts'
import { foldText } from '../../../shared/text/analyse.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'

/** A name found in a text, in the language of that text. */
export interface NamedAuthority {
  readonly kind: AuthorityKind
  readonly name: string
  readonly language: Language | null
  /** ISO 3166-1 alpha-2 where the name is that of a country. */
  readonly countryCode?: string
}

/**
 * The sequence number of the record that goes by this name, made when there is none. A name of
 * another language counts only where no record has it in this one.
 */
export function findOrCreateAuthority(
  db: WritableArchive,
  clock: Clock,
  named: NamedAuthority,
): number {
  const known = findAuthority(db, named)
  if (known !== undefined) return known
  const { kind, name } = named
  const folded = foldText(name)
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO authority (id, kind, name, folded, country_code)
       VALUES ($id, $kind, $name, $folded, $countryCode)`,
    )
    .run({ id: clock.newId(), kind, name, folded, countryCode: named.countryCode ?? null })
  const seq = Number(lastInsertRowid)
  addAuthorityName(db, seq, named)
  return seq
}

/** Adds a name to a record; one that it has already stays as it is. */
export function addAuthorityName(
  db: WritableArchive,
  authoritySeq: number,
  { name, language }: Pick<NamedAuthority, 'name' | 'language'>,
): void {
  db.prepare(
    `INSERT INTO authority_name (authority_seq, folded, name, language)
     VALUES ($authoritySeq, $folded, $name, $language) ON CONFLICT DO NOTHING`,
  ).run({ authoritySeq, folded: foldText(name), name, language })
}

function findAuthority(
  db: ReadableArchive,
  { kind, name, language, countryCode }: NamedAuthority,
): number | undefined {
  if (countryCode !== undefined) {
    const country = db
      .prepare<{ seq: number }>(
        `SELECT seq FROM authority WHERE country_code = $countryCode AND merged_into IS NULL`,
      )
      .get({ countryCode })
    if (country) return country.seq
  }
  const named = db
    .prepare<{ seq: number }>(
      `SELECT authority.seq FROM authority_name JOIN authority ON authority.seq = authority_seq
       WHERE authority_name.folded = $folded AND kind = $kind AND merged_into IS NULL
       ORDER BY language IS $language DESC, authority.seq LIMIT 1`,
    )
    .get({ folded: foldText(name), kind, language })
  return named?.seq ?? findByHeading(db, { kind, folded: foldText(name) })
}

/** A record keeps its heading to itself after it was joined to another: that one is found then. */
function findByHeading(
  db: ReadableArchive,
  heading: { readonly kind: AuthorityKind; readonly folded: string },
): number | undefined {
  return db
    .prepare<{ seq: number }>(
      `WITH RECURSIVE chain (seq, next) AS (
         SELECT seq, merged_into FROM authority WHERE kind = $kind AND folded = $folded
         UNION SELECT authority.seq, authority.merged_into
         FROM authority JOIN chain ON authority.seq = chain.next)
       SELECT seq FROM chain WHERE next IS NULL`,
    )
    .get(heading)?.seq
}

/** A name that is looked for in new texts. */
export interface KnownName {
  readonly authoritySeq: number
  readonly kind: AuthorityKind
  readonly name: string
  readonly language: Language | null
}

/**
 * Names of the persons, bodies and instruments that are beyond doubt: those that came with the
 * application, and those an officer confirmed in a text.
 */
export function listKnownNames(db: ReadableArchive): readonly KnownName[] {
  return db
    .prepare<KnownName>(
      `SELECT authority_seq AS authoritySeq, kind, authority_name.name, language
       FROM authority_name JOIN authority ON authority.seq = authority_seq
       WHERE kind <> 'place' AND merged_into IS NULL
         AND (origin = 'list' OR seq IN (
           SELECT authority_seq FROM mention WHERE settlement = 'confirmed'
           UNION SELECT authority_seq FROM attribution WHERE settlement = 'confirmed'))`,
    )
    .all()
}

/** Which records to list. */
export interface AuthorityRequest {
  readonly kind: AuthorityKind | null
  /** Words that one of the names holds, however they are accented; empty for all. */
  readonly query: string
  /** Leaves out the records that only came with the application. */
  readonly onlyNamed: boolean
  readonly offset: number
  readonly limit: number
}

const MATCHING_SQL = `
  FROM authority WHERE merged_into IS NULL
    AND ($kind IS NULL OR kind = $kind)
    AND ($query = '' OR seq IN (SELECT authority_seq FROM authority_name
                                WHERE instr(folded, $query) > 0))
    AND ($onlyNamed = 0 OR seq IN (SELECT authority_seq FROM mention
                                   UNION SELECT authority_seq FROM attribution))`

const RECORD_SQL = `
  SELECT seq, id, kind, name, country_code AS countryCode, origin,
    (SELECT json_group_array(json_object('name', authority_name.name, 'language', language))
     FROM authority_name WHERE authority_seq = authority.seq) AS names,
    (SELECT count(*) FROM mention WHERE authority_seq = authority.seq AND settlement <> 'rejected')
      + (SELECT count(*) FROM attribution
         WHERE authority_seq = authority.seq AND settlement <> 'rejected') AS mentionCount,
    (SELECT count(*) FROM mention
     WHERE authority_seq = authority.seq AND settlement = 'confirmed')
      + (SELECT count(*) FROM attribution
         WHERE authority_seq = authority.seq AND settlement = 'confirmed') AS confirmedCount`

type RecordRow = Omit<AuthorityRecord, 'names'> & { readonly seq: number; readonly names: string }

/** One page of the authority records, by name, and how many there are. */
export function listAuthorities(
  db: ReadableArchive,
  { kind, query, onlyNamed, offset, limit }: AuthorityRequest,
): { readonly total: number; readonly rows: AuthorityRecord[] } {
  const parameters = { kind, query: foldText(query), onlyNamed: onlyNamed ? 1 : 0 }
  const total = db
    .prepare<{ total: number }>(`SELECT count(*) AS total ${MATCHING_SQL}`)
    .get(parameters)
  const rows = db
    .prepare<RecordRow>(
      `${RECORD_SQL} ${MATCHING_SQL} ORDER BY folded, seq LIMIT $limit OFFSET $offset`,
    )
    .all({ ...parameters, limit, offset })
  return { total: total?.total ?? 0, rows: rows.map(recordFromRow) }
}

/** A record with its row, or undefined; a merged one is not found. */
export function readAuthority(
  db: ReadableArchive,
  id: string,
): { readonly seq: number; readonly record: AuthorityRecord } | undefined {
  const row = db
    .prepare<RecordRow>(`${RECORD_SQL} FROM authority WHERE id = $id AND merged_into IS NULL`)
    .get({ id })
  return row ? { seq: row.seq, record: recordFromRow(row) } : undefined
}

function recordFromRow({ seq: _seq, names, ...row }: RecordRow): AuthorityRecord {
  const given: readonly { readonly name: string; readonly language: unknown }[] = JSON.parse(names)
  return {
    ...row,
    names: given.map(({ name, language }) => ({
      name,
      language: languageSchema.nullable().parse(language),
    })),
  }
}
