import {
  communiqueSchema,
  type CommuniqueRecord,
  type Relation,
  type Version,
  type VersionSummary,
} from '../../../shared/model/communique.ts'
import type { AuthorityReference } from '../../../shared/model/authority-record.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { directionFromLanguage, type Language } from '../../../shared/model/language.ts'
import { evidenceSchema, type Evidence, type SourceFile } from '../../../shared/model/provenance.ts'
import type { StatedDate } from '../../../shared/model/stated-date.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { followMerges } from './merged-versions.ts'
import { unpackParagraphs } from '../db/packed-paragraphs.ts'

/**
 * Everything there is to read of one communiqué with one of its wordings, the newest when
 * `versionId` is null. One that was merged is read as the communiqué that holds its wordings.
 * Fails with `not-found`.
 */
export function getCommunique(
  db: ReadableArchive,
  id: string,
  versionId: string | null,
): Outcome<CommuniqueRecord> {
  const row = db
    .prepare<CommuniqueRow>(
      `SELECT seq, id, reference_code AS referenceCode, kind, place, created_at AS createdAt
       FROM communique WHERE seq = $seq`,
    )
    .get({ seq: holderOf(db, id) })
  if (!row) return fail({ kind: 'not-found', what: 'communique', id })
  const { seq, ...described } = row
  const summaries = listVersions(db, seq)
  const wanted = summaries.find((summary) => summary.id === versionId) ?? summaries.at(-1)
  if (!wanted || (versionId !== null && wanted.id !== versionId)) {
    return fail({ kind: 'not-found', what: 'version', id: versionId ?? '' })
  }
  return succeed({
    communique: communiqueSchema.parse({
      ...described,
      issuer: readAttribution(db, seq, 'issuer'),
      publisher: readAttribution(db, seq, 'publisher'),
      dates: listDates(db, seq),
    }),
    version: completeVersion(db, wanted),
    versions: summaries,
    relations: listRelations(db, seq),
  })
}

function holderOf(db: ReadableArchive, id: string): number {
  const named = db.prepare<{ seq: number }>('SELECT seq FROM communique WHERE id = $id').get({ id })
  return named ? followMerges(db, named.seq) : 0
}

interface CommuniqueRow {
  readonly seq: number
  readonly id: string
  readonly referenceCode: string | null
  readonly kind: string
  readonly place: string | null
  readonly createdAt: string
}

interface VersionRow {
  readonly id: string
  readonly communiqueId: string
  readonly number: number
  readonly title: string
  readonly language: Language
  readonly digest: string
  readonly createdAt: string
  readonly sourceDigest: string
  readonly name: string
  readonly origin: string | null
  readonly mediaType: string
  readonly encoding: string | null
  readonly size: number
  readonly ingestedAt: string
  readonly ingestedBy: string
  readonly reader: string
}

function listVersions(db: ReadableArchive, communiqueSeq: number): VersionSummary[] {
  return db
    .prepare<VersionRow>(
      `SELECT version.id, communique.id AS communiqueId, version.number, version.title,
         version.language, version.digest, version.created_at AS createdAt,
         accession.digest AS sourceDigest, accession.name, accession.origin,
         source_file.media_type AS mediaType, accession.encoding, source_file.size,
         accession.ingested_at AS ingestedAt, accession.ingested_by AS ingestedBy, accession.reader
       FROM version
       JOIN communique ON communique.seq = version.communique_seq
       JOIN accession ON accession.seq = version.accession_seq
       JOIN source_file ON source_file.digest = accession.digest
       WHERE version.communique_seq = $communiqueSeq ORDER BY version.number`,
    )
    .all({ communiqueSeq })
    .map(({ id, communiqueId, number, title, language, digest, createdAt, ...accession }) => {
      const { sourceDigest, ...provenance } = accession
      const source: SourceFile = { digest: sourceDigest, ...provenance }
      return {
        id,
        communiqueId,
        number,
        title,
        language,
        direction: directionFromLanguage(language),
        digest,
        createdAt,
        source,
      }
    })
}

function completeVersion(db: ReadableArchive, summary: VersionSummary): Version {
  const row = db
    .prepare<{ titleEvidence: string | null; preamble: string; text: string; paragraphs: string }>(
      `SELECT title_evidence AS titleEvidence, preamble, text, paragraphs
       FROM version WHERE id = $id`,
    )
    .get({ id: summary.id })
  if (!row) throw new Error('a version vanished while it was read')
  return {
    ...summary,
    titleEvidence: evidenceFromJson(row.titleEvidence),
    preamble: row.preamble,
    text: row.text,
    paragraphs: unpackParagraphs(row.paragraphs),
  }
}

function readAttribution(
  db: ReadableArchive,
  communiqueSeq: number,
  role: 'issuer' | 'publisher',
): AuthorityReference | null {
  const row = db
    .prepare<Omit<AuthorityReference, 'evidence'> & { evidence: string | null }>(
      `SELECT authority.id AS authorityId, authority.name, settlement, rule, evidence
       FROM attribution JOIN authority ON authority.seq = attribution.authority_seq
       WHERE communique_seq = $communiqueSeq AND role = $role AND settlement <> 'rejected'`,
    )
    .get({ communiqueSeq, role })
  return row ? { ...row, evidence: evidenceFromJson(row.evidence) } : null
}

function listDates(db: ReadableArchive, communiqueSeq: number): StatedDate[] {
  return db
    .prepare<Omit<StatedDate, 'evidence'> & { evidence: string | null }>(
      `SELECT id, role, value, origin, settlement, rule, relative_to AS relativeTo, evidence
       FROM stated_date WHERE communique_seq = $communiqueSeq ORDER BY seq`,
    )
    .all({ communiqueSeq })
    .map((row) => ({ ...row, evidence: evidenceFromJson(row.evidence) }))
}

/** The relations of a communiqué and of those merged into it; the other end is the farther one. */
function listRelations(db: ReadableArchive, communiqueSeq: number): Relation[] {
  return db
    .prepare<Relation>(
      `WITH RECURSIVE family (seq) AS (
         SELECT $communiqueSeq
         UNION SELECT communique.seq FROM communique JOIN family ON merged_into = family.seq)
       SELECT relation.id, relation.kind, other.id AS communiqueId, other.title,
         relation.settlement
       FROM relation
       JOIN communique AS other ON other.seq = CASE
         WHEN relation.from_seq = $communiqueSeq THEN relation.to_seq
         WHEN relation.to_seq = $communiqueSeq THEN relation.from_seq
         WHEN relation.from_seq IN family THEN relation.to_seq
         ELSE relation.from_seq END
       WHERE (relation.from_seq IN family OR relation.to_seq IN family)
         AND relation.settlement <> 'rejected'
       ORDER BY relation.seq`,
    )
    .all({ communiqueSeq })
}

function evidenceFromJson(json: string | null): Evidence | null {
  return json === null ? null : evidenceSchema.parse(JSON.parse(json))
}
