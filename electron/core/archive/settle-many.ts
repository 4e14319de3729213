import { fail, succeed, type Failure, type Outcome } from '../../../shared/model/failure.ts'
import type { BulkDecision } from '../../../shared/model/suggestion.ts'
import type { DateOrigin } from '../../../shared/model/stated-date.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { settleAttribution } from './attributions.ts'
import type { Authorship } from './journal.ts'
import { settleMention } from './mentions.ts'
import { settleDate } from './stated-dates.ts'

/**
 * Settles several suggestions of one rule, all or none, each journaled like a single one; settling
 * them `unconfirmed` takes it back. Fails with `not-found` for one that this rule did not make, and
 * with `input-refused` where a date that no source prints would be confirmed unseen.
 */
export function settleMany(
  db: WritableArchive,
  authorship: Authorship,
  decision: BulkDecision,
): Outcome<{ settled: number }> {
  return db.write(() => {
    const ids = [...new Set(decision.ids)]
    for (const id of ids) {
      const refusal = refusalOf(db, decision, id)
      if (refusal) return fail(refusal)
    }
    for (const id of ids) {
      const settled = settleOne(db, authorship, decision, id)
      if (!settled.ok) throw new Error('a suggestion that was there could not be settled')
    }
    return succeed({ settled: ids.length })
  })
}

/** Rows of each kind by `$id`; only dates tell where they come from. */
const FOUND_SQL: Readonly<Record<BulkDecision['kind'], string>> = {
  date: 'SELECT rule, origin FROM stated_date WHERE id = $id',
  mention: `SELECT rule, 'stated' AS origin FROM mention WHERE id = $id`,
  issuer: attributionSql('issuer'),
  publisher: attributionSql('publisher'),
}

function attributionSql(role: string): string {
  return `SELECT rule, 'stated' AS origin FROM attribution
    JOIN communique ON communique.seq = communique_seq WHERE id = $id AND role = '${role}'`
}

function refusalOf(
  db: ReadableArchive,
  { kind, rule, settlement }: BulkDecision,
  id: string,
): Failure | null {
  const found = db.prepare<{ rule: string; origin: DateOrigin }>(FOUND_SQL[kind]).get({ id })
  if (found?.rule !== rule) return { kind: 'not-found', what: kind, id }
  const isUnseen = settlement === 'confirmed' && found.origin === 'deduced'
  return isUnseen ? { kind: 'input-refused', at: 'ids' } : null
}

function settleOne(
  db: WritableArchive,
  authorship: Authorship,
  { kind, settlement }: BulkDecision,
  id: string,
): Outcome<unknown> {
  switch (kind) {
    case 'date':
      return settleDate(db, authorship, { id, settlement, value: null })
    case 'issuer':
    case 'publisher':
      return settleAttribution(db, authorship, { communiqueId: id, role: kind, settlement })
    case 'mention':
      return settleMention(db, authorship, { id, settlement, authorityId: null })
  }
}
