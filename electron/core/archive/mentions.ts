import type { AuthorityKind, Mention } from '../../../shared/model/authority-record.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { Language } from '../../../shared/model/language.ts'
import type { Settlement } from '../../../shared/model/stated-date.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { findOrCreateAuthority, readAuthority } from './authorities.ts'
import { appendToJournal, type Authorship } from './journal.ts'

/** A passage that names something, as it was found; offsets are UTF-16 code units into `part`. */
export interface NewMention {
  readonly kind: AuthorityKind
  readonly name: string
  readonly countryCode?: string
  readonly part: 'preamble' | 'text'
  readonly start: number
  readonly end: number
  readonly role: string | null
  readonly rule: string
}

/** Adds what was found in a version, as suggestions. */
export function addMentions(
  db: WritableArchive,
  clock: Clock,
  { seq, language }: { readonly seq: number; readonly language: Language },
  found: readonly NewMention[],
): void {
  const insert = db.prepare(
    `INSERT INTO mention
       (id, version_seq, authority_seq, part, start_offset, end_offset, role, settlement, rule)
     VALUES ($id, $versionSeq, $authoritySeq, $part, $start, $end, $role, 'unconfirmed', $rule)`,
  )
  for (const { part, start, end, role, rule, ...named } of found) {
    const authoritySeq = findOrCreateAuthority(db, clock, { ...named, language })
    insert.run({ id: clock.newId(), versionSeq: seq, authoritySeq, part, start, end, role, rule })
  }
}

const MENTION_SQL = `
  SELECT mention.id, version.id AS versionId, authority.id AS authorityId, authority.kind,
    authority.name, part, start_offset AS start, end_offset AS end, role, settlement, rule,
    CASE part WHEN 'text' THEN version.text ELSE version.preamble END AS source
  FROM mention JOIN version ON version.seq = version_seq
  JOIN authority ON authority.seq = authority_seq`

type MentionRow = Omit<Mention, 'quote'> & { readonly source: string }

/** What a version names, in the order of the text; rejected mentions are left out. */
export function listMentions(db: ReadableArchive, versionId: string): Mention[] {
  return db
    .prepare<MentionRow>(
      `${MENTION_SQL} WHERE version.id = $versionId AND settlement <> 'rejected'
       ORDER BY part, start_offset, mention.seq`,
    )
    .all({ versionId })
    .map(({ source, ...mention }) => ({
      ...mention,
      quote: source.slice(mention.start, mention.end),
    }))
}

/** What an officer decides about a mention. */
export interface MentionDecision {
  readonly id: string
  readonly settlement: Settlement
  /** The record it names instead; null keeps the proposed one. */
  readonly authorityId: string | null
}

interface SettledRow {
  readonly seq: number
  readonly versionId: string
  readonly authorityId: string
  readonly settlement: Settlement
}

/**
 * Records what the officer decided about a mention. A record with a confirmed mention is looked
 * for by all its names in the texts that come after. Fails with `not-found`.
 */
export function settleMention(
  db: WritableArchive,
  authorship: Authorship,
  { id, settlement, authorityId }: MentionDecision,
): Outcome<{ versionId: string }> {
  return db.write(() => {
    const before = db
      .prepare<SettledRow>(
        `SELECT mention.seq, version.id AS versionId, authority.id AS authorityId, settlement
         FROM mention JOIN version ON version.seq = version_seq
         JOIN authority ON authority.seq = authority_seq WHERE mention.id = $id`,
      )
      .get({ id })
    if (!before) return fail({ kind: 'not-found', what: 'mention', id })
    const chosen = readAuthority(db, authorityId ?? before.authorityId)
    if (!chosen) return fail({ kind: 'not-found', what: 'authority', id: authorityId ?? '' })
    db.prepare(
      `UPDATE mention SET settlement = $settlement, authority_seq = $authoritySeq WHERE seq = $seq`,
    ).run({ settlement, authoritySeq: chosen.seq, seq: before.seq })
    appendToJournal(db, authorship, {
      action: 'mention.settle',
      subject: id,
      before: { settlement: before.settlement, authority: before.authorityId },
      after: { settlement, authority: chosen.record.id },
    })
    return succeed({ versionId: before.versionId })
  })
}
