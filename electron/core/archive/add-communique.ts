import type { AuthorityKind } from '../../../shared/model/authority-record.ts'
import type { Communique, Paragraph } from '../../../shared/model/communique.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Evidence } from '../../../shared/model/provenance.ts'
import type { Settlement, StatedDate } from '../../../shared/model/stated-date.ts'
import { foldText } from '../../../shared/text/analyse.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { digestOf } from '../system/files.ts'
import { findOrCreateAuthority } from './authorities.ts'
import { appendToJournal, type Authorship } from './journal.ts'
import { addMentions, type NewMention } from './mentions.ts'
import { packParagraphs } from '../db/packed-paragraphs.ts'
import { linkAccession } from './source-files.ts'
import { refreshDates } from './stated-dates.ts'

/** A name with the rule that found it, not yet a record. */
export interface Attribution {
  readonly name: string
  readonly settlement: Settlement
  readonly rule: string
  readonly evidence: Evidence | null
}

/** One wording, before it has a place in the archive. */
export interface NewVersion {
  readonly title: string
  readonly titleEvidence: Evidence | null
  readonly preamble: string
  readonly text: string
  readonly paragraphs: readonly Paragraph[]
  readonly language: Language
  readonly accessionSeq: number
}

/** A communiqué as described at ingest. */
export interface NewCommunique {
  readonly kind: Communique['kind']
  readonly referenceCode: string | null
  readonly place: string | null
  readonly issuer: Attribution | null
  readonly publisher: Attribution | null
  readonly dates: readonly Omit<StatedDate, 'id'>[]
  readonly mentions: readonly NewMention[]
  readonly version: NewVersion
}

/** What was added, by identifier and by row. */
export interface Added {
  readonly communiqueId: string
  readonly communiqueSeq: number
  readonly versionSeq: number
}

/** Adds a communiqué with its first wording, its dates and who speaks, as one change. */
export function addCommunique(
  db: WritableArchive,
  clock: Clock,
  authorship: Authorship,
  described: NewCommunique,
): Added {
  return db.write(() => {
    const { version } = described
    const communiqueId = clock.newId()
    const communiqueSeq = Number(
      db
        .prepare(
          `INSERT INTO communique
             (id, reference_code, kind, place, created_at, title, title_folded, language)
           VALUES ($id, $referenceCode, $kind, $place, $at, $title, $titleFolded, $language)`,
        )
        .run({
          id: communiqueId,
          referenceCode: described.referenceCode,
          kind: described.kind,
          place: described.place,
          at: authorship.at,
          title: version.title,
          titleFolded: foldText(version.title),
          language: version.language,
        }).lastInsertRowid,
    )
    const { issuer, publisher } = described
    const { language } = version
    attribute(db, clock, communiqueSeq, { role: 'issuer', attribution: issuer, language })
    attribute(db, clock, communiqueSeq, { role: 'publisher', attribution: publisher, language })
    for (const date of described.dates) insertDate(db, clock, communiqueSeq, date)
    refreshDates(db, communiqueSeq)
    const versionSeq = addVersion(db, clock, authorship, { communiqueSeq, version })
    addMentions(db, clock, { seq: versionSeq, language }, described.mentions)
    appendToJournal(db, authorship, {
      action: 'communique.add',
      subject: communiqueId,
      before: null,
      after: { version: digestOf(version.text), accession: version.accessionSeq },
    })
    return { communiqueId, communiqueSeq, versionSeq }
  })
}

/** Digest of the words alone: the same for one wording in two layouts or file formats. */
export function digestWording(title: string, text: string): string {
  return digestOf(`${foldText(title)}\n${foldText(text)}`)
}

function addVersion(
  db: WritableArchive,
  clock: Clock,
  { at }: Authorship,
  { communiqueSeq, version }: { readonly communiqueSeq: number; readonly version: NewVersion },
): number {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO version
         (id, communique_seq, number, title, title_evidence, preamble, text, paragraphs, language,
          digest, wording_digest, accession_seq, created_at)
       SELECT $id, $communiqueSeq, 1 + count(*), $title, $titleEvidence, $preamble, $text,
         $paragraphs, $language, $digest, $wordingDigest, $accessionSeq, $at
       FROM version WHERE communique_seq = $communiqueSeq`,
    )
    .run({
      id: clock.newId(),
      communiqueSeq,
      title: version.title,
      titleEvidence: jsonOrNull(version.titleEvidence),
      preamble: version.preamble,
      text: version.text,
      paragraphs: packParagraphs(version.paragraphs),
      language: version.language,
      digest: digestOf(version.text),
      wordingDigest: digestWording(version.title, version.text),
      accessionSeq: version.accessionSeq,
      at,
    })
  const versionSeq = Number(lastInsertRowid)
  linkAccession(db, version.accessionSeq, versionSeq)
  db.prepare(
    'UPDATE communique SET version_count = version_count + 1 WHERE seq = $communiqueSeq',
  ).run({ communiqueSeq })
  return versionSeq
}

function attribute(
  db: WritableArchive,
  clock: Clock,
  communiqueSeq: number,
  {
    role,
    attribution,
    language,
  }: {
    readonly role: 'issuer' | 'publisher'
    readonly attribution: Attribution | null
    readonly language: Language
  },
): void {
  if (!attribution) return
  const kind: AuthorityKind = 'corporate-body'
  const { name, settlement, rule, evidence } = attribution
  const authoritySeq = findOrCreateAuthority(db, clock, { kind, name, language })
  db.prepare(
    `INSERT INTO attribution (communique_seq, role, authority_seq, settlement, rule, evidence)
     VALUES ($communiqueSeq, $role, $authoritySeq, $settlement, $rule, $evidence)`,
  ).run({ communiqueSeq, role, authoritySeq, settlement, rule, evidence: jsonOrNull(evidence) })
  if (role === 'issuer') {
    db.prepare('UPDATE communique SET issuer_seq = $authoritySeq WHERE seq = $communiqueSeq').run({
      authoritySeq,
      communiqueSeq,
    })
  }
}

function insertDate(
  db: WritableArchive,
  clock: Clock,
  communiqueSeq: number,
  date: Omit<StatedDate, 'id'>,
): void {
  const { role, value, origin, settlement, rule, relativeTo } = date
  db.prepare(
    `INSERT INTO stated_date
       (id, communique_seq, role, value, origin, settlement, rule, relative_to, evidence)
     VALUES ($id, $communiqueSeq, $role, $value, $origin, $settlement, $rule, $relativeTo,
       $evidence)`,
  ).run({
    id: clock.newId(),
    communiqueSeq,
    role,
    value,
    origin,
    settlement,
    rule,
    relativeTo,
    evidence: jsonOrNull(date.evidence),
  })
}

function jsonOrNull(value: Evidence | null): string | null {
  return value === null ? null : JSON.stringify(value)
}
