import type { Dossier } from '../../../shared/model/dossier.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import type { Clock } from '../system/clock.ts'
import { describeOutline, readOutline } from './dossier-items.ts'
import { appendToJournal, type Authorship } from './journal.ts'

/** Who works on dossiers, and where identifiers come from. */
export interface DossierDesk {
  readonly clock: Clock
  readonly authorship: Authorship
}

/** What the cover of a dossier says. */
export interface Cover {
  readonly title: string
  readonly description: string
  readonly marking: string
}

/** A dossier in the state that holds; `outline` is a JSON list of rows of items. */
export interface DossierRow extends Cover {
  readonly seq: number
  readonly id: string
  readonly state: number
  readonly last: number
  readonly deleted: 0 | 1
  readonly outline: string
  readonly createdAt: string
  readonly createdBy: string
  readonly modifiedAt: string
  readonly modifiedBy: string
}

const DOSSIER_SQL = `
  SELECT dossier.seq, dossier.id, dossier.state, title, description, marking, deleted, outline,
    (SELECT max(number) FROM dossier_state WHERE dossier_seq = dossier.seq) AS last,
    created_at AS createdAt, created_by AS createdBy,
    changed_at AS modifiedAt, changed_by AS modifiedBy
  FROM dossier JOIN dossier_state ON dossier_seq = dossier.seq AND number = dossier.state`

/** A dossier, deleted or not. Fails with `not-found`. */
export function findDossier(db: ReadableArchive, id: string): Outcome<DossierRow> {
  const row = db.prepare<DossierRow>(`${DOSSIER_SQL} WHERE dossier.id = ?`).get(id)
  return row ? succeed(row) : noDossier(id)
}

/** What an officer sees of a dossier. */
export function dossierFromRow(db: ReadableArchive, row: DossierRow): Dossier {
  const { seq: _seq, state, last, deleted, outline, ...shown } = row
  return {
    ...shown,
    items: [...describeOutline(db, readOutline(db, outline))],
    isDeleted: deleted === 1,
    canUndo: state > 1,
    canRedo: state < last,
  }
}

/** Goes one state back or forth. Fails with `not-found` or `nothing-to-undo`. */
export function chooseState(
  db: WritableArchive,
  { authorship }: DossierDesk,
  { id, action, by }: { readonly id: string; readonly action: string; readonly by: 1 | -1 },
): Outcome<Dossier> {
  return db.write(() => {
    const found = findDossier(db, id)
    if (!found.ok) return found
    const state = found.value.state + by
    if (state < 1 || state > found.value.last) return fail({ kind: 'nothing-to-undo' })
    db.prepare('UPDATE dossier SET state = $state WHERE id = $id').run({ state, id })
    return journaled(db, authorship, { action, id, before: found.value })
  })
}

/** What a change makes different. */
export type Change = Partial<Cover> & { readonly deleted?: 1; readonly outline?: readonly number[] }

/** A change is a new state; what had been undone before it can no longer be redone. Fails with `not-found`. */
export function changeDossier(
  db: WritableArchive,
  { authorship }: DossierDesk,
  { id, action }: { readonly id: string; readonly action: string },
  changeFrom: (row: DossierRow) => Outcome<Change>,
): Outcome<Dossier> {
  return db.write(() => {
    const found = findDossier(db, id)
    if (!found.ok) return found
    const row = found.value
    if (row.deleted === 1) return noDossier(id)
    const change = changeFrom(row)
    if (!change.ok) return change
    const { outline, ...rest } = change.value
    const next = { ...row, ...rest, outline: outline ? JSON.stringify(outline) : row.outline }
    if (KEPT.every((field) => next[field] === row[field])) return succeed(dossierFromRow(db, row))
    db.prepare('DELETE FROM dossier_state WHERE dossier_seq = $seq AND number > $state').run({
      seq: row.seq,
      state: row.state,
    })
    const number = row.state + 1
    insertState(db, { ...next, number, outline: readSeqs(next.outline) }, authorship)
    db.prepare('UPDATE dossier SET state = $number WHERE seq = $seq').run({ number, seq: row.seq })
    return journaled(db, authorship, { action, id, before: row })
  })
}

const KEPT = ['title', 'description', 'marking', 'deleted', 'outline'] as const

const readSeqs = (outline: string): readonly number[] =>
  outline === '[]' ? [] : outline.slice(1, -1).split(',').map(Number)

/** A state to write. */
interface State extends Cover {
  readonly seq: number
  readonly number: number
  readonly deleted: 0 | 1
  readonly outline: readonly number[]
}

/** Writes one state of a dossier. */
export function insertState(
  db: WritableArchive,
  { seq, number, title, description, marking, deleted, outline }: State,
  { at, actor }: Authorship,
): void {
  db.prepare(
    `INSERT INTO dossier_state (dossier_seq, number, title, description, marking, deleted, outline,
       changed_at, changed_by)
     VALUES ($seq, $number, $title, $description, $marking, $deleted, $outline, $at, $actor)`,
  ).run({
    seq,
    number,
    title,
    description,
    marking,
    deleted,
    outline: JSON.stringify(outline),
    at,
    actor,
  })
}

/** Adds a change to the journal, which names items by their rows, and returns the dossier as it is now. */
export function journaled(
  db: WritableArchive,
  authorship: Authorship,
  entry: { readonly action: string; readonly id: string; readonly before: DossierRow | null },
): Outcome<Dossier> {
  const found = findDossier(db, entry.id)
  if (!found.ok) return found
  const { before } = entry
  appendToJournal(db, authorship, {
    action: entry.action,
    subject: entry.id,
    before: before === null ? null : stateFromRow(before),
    after: stateFromRow(found.value),
  })
  return succeed(dossierFromRow(db, found.value))
}

function stateFromRow({ title, description, marking, deleted, outline }: DossierRow): object {
  return { title, description, marking, isDeleted: deleted === 1, items: readSeqs(outline) }
}

const noDossier = (id: string): Outcome<never> => fail({ kind: 'not-found', what: 'dossier', id })
