import type {
  AuthorityDraft,
  AuthorityKind,
  AuthorityRecord,
} from '../../../shared/model/authority-record.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { foldText } from '../../../shared/text/analyse.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { addAuthorityName, findOrCreateAuthority, readAuthority } from './authorities.ts'
import { appendToJournal, type Authorship } from './journal.ts'

/**
 * Adds a record with its names. Where a record of that kind goes by the name already, it is given
 * back, with the names that it lacked.
 */
export function createAuthority(
  db: WritableArchive,
  { clock, authorship }: { readonly clock: Clock; readonly authorship: Authorship },
  { kind, name, names }: AuthorityDraft & { readonly kind: AuthorityKind },
): Outcome<AuthorityRecord> {
  return db.write(() => {
    const language = names.find((each) => each.name === name)?.language ?? null
    const seq = findOrCreateAuthority(db, clock, { kind, name, language })
    for (const each of names) addAuthorityName(db, seq, each)
    const record = recordOfRow(db, seq)
    appendToJournal(db, authorship, {
      action: 'authority.create',
      subject: record.id,
      before: null,
      after: { kind, name: record.name, names: record.names },
    })
    return succeed(record)
  })
}

/**
 * Writes the names of a record anew. Fails with `not-found`, and with `input-refused` at `name`
 * where another record of its kind is listed under that name.
 */
export function reviseAuthority(
  db: WritableArchive,
  authorship: Authorship,
  { id, name, names }: AuthorityDraft & { readonly id: string },
): Outcome<AuthorityRecord> {
  return db.write(() => {
    const found = readAuthority(db, id)
    if (!found) return fail({ kind: 'not-found', what: 'authority', id })
    const { seq, record } = found
    const folded = foldText(name)
    const rival = db
      .prepare<{ seq: number }>(
        'SELECT seq FROM authority WHERE kind = $kind AND folded = $folded AND seq <> $seq',
      )
      .get({ kind: record.kind, folded, seq })
    if (rival) return fail({ kind: 'input-refused', at: 'name' })
    db.prepare('UPDATE authority SET name = $name, folded = $folded WHERE seq = $seq').run({
      name,
      folded,
      seq,
    })
    db.prepare('DELETE FROM authority_name WHERE authority_seq = $seq').run({ seq })
    for (const each of names) addAuthorityName(db, seq, each)
    const language = record.names.find((each) => each.name === name)?.language ?? null
    addAuthorityName(db, seq, { name, language })
    const after = recordOfRow(db, seq)
    appendToJournal(db, authorship, {
      action: 'authority.revise',
      subject: id,
      before: { name: record.name, names: record.names },
      after: { name: after.name, names: after.names },
    })
    return succeed(after)
  })
}

function recordOfRow(db: WritableArchive, seq: number): AuthorityRecord {
  const row = db.prepare<{ id: string }>('SELECT id FROM authority WHERE seq = $seq').get({ seq })
  const found = row && readAuthority(db, row.id)
  if (!found) throw new Error('an authority record vanished while it was written')
  return found.record
}
