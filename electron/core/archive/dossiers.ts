import type { Dossier, DossierSummary, NewDossierItem } from '../../../shared/model/dossier.ts'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import {
  insertItem,
  insertItems,
  readOutline,
  resolveItems,
  type OutlineRow,
} from './dossier-items.ts'
import {
  changeDossier,
  chooseState,
  dossierFromRow,
  findDossier,
  insertState,
  journaled,
  type Cover,
  type DossierDesk,
} from './dossier-states.ts'

/** Every dossier that is not deleted, in order of title. */
export function listDossiers(db: ReadableArchive): DossierSummary[] {
  return db
    .prepare<DossierSummary>(
      `SELECT dossier.id, title, description, marking, created_at AS createdAt,
         created_by AS createdBy, changed_at AS modifiedAt, changed_by AS modifiedBy,
         json_array_length(outline) AS itemCount,
         (SELECT count(DISTINCT coalesce(version.communique_seq, dossier_item.communique_seq))
          FROM json_each(outline) JOIN dossier_item ON dossier_item.seq = json_each.value
          LEFT JOIN version ON version.seq = version_seq) AS communiqueCount
       FROM dossier JOIN dossier_state ON dossier_seq = dossier.seq AND number = dossier.state
       WHERE deleted = 0 ORDER BY title, dossier.seq`,
    )
    .all()
}

/** One dossier with its items, a deleted one too. Fails with `not-found`. */
export function openDossier(db: ReadableArchive, id: string): Outcome<Dossier> {
  const found = findDossier(db, id)
  return found.ok ? succeed(dossierFromRow(db, found.value)) : found
}

/** Makes a dossier. Fails with `not-found` or `passage-invalid` where an item is nowhere. */
export function createDossier(
  db: WritableArchive,
  { clock, authorship }: DossierDesk,
  { items, ...cover }: Cover & { readonly items: readonly NewDossierItem[] },
): Outcome<Dossier> {
  return db.write(() => {
    const resolved = resolveItems(db, items, [])
    if (!resolved.ok) return resolved
    const id = clock.newId()
    const { lastInsertRowid } = db
      .prepare(
        'INSERT INTO dossier (id, state, created_at, created_by) VALUES ($id, 1, $at, $actor)',
      )
      .run({ id, ...authorship })
    const seq = Number(lastInsertRowid)
    const outline = insertItems(db, clock, seq, resolved.value)
    insertState(db, { ...cover, seq, number: 1, deleted: 0, outline }, authorship)
    return journaled(db, authorship, { action: 'dossier.create', id, before: null })
  })
}

/** Changes what the cover says; absent fields stay. Fails with `not-found`. */
export function describeDossier(
  db: WritableArchive,
  desk: DossierDesk,
  { id, ...edit }: { readonly id: string } & { readonly [K in keyof Cover]?: Cover[K] | undefined },
): Outcome<Dossier> {
  return changeDossier(db, desk, { id, action: 'dossier.describe' }, (row) =>
    succeed({
      title: edit.title ?? row.title,
      description: edit.description ?? row.description,
      marking: edit.marking ?? row.marking,
    }),
  )
}

/** Takes a dossier from the list; `undoDossier` puts it back. Fails with `not-found`. */
export function deleteDossier(
  db: WritableArchive,
  desk: DossierDesk,
  id: string,
): Outcome<Dossier> {
  return changeDossier(db, desk, { id, action: 'dossier.delete' }, () => succeed({ deleted: 1 }))
}

/**
 * Puts items before another, or at the end for null. A communiqué that stands there whole is not
 * added again. Fails with `not-found` or `passage-invalid`.
 */
export function addItems(
  db: WritableArchive,
  desk: DossierDesk,
  {
    id,
    items,
    beforeId,
  }: {
    readonly id: string
    readonly items: readonly NewDossierItem[]
    readonly beforeId: string | null
  },
): Outcome<Dossier> {
  return changeDossier(db, desk, { id, action: 'dossier.add-items' }, (row) => {
    const standing = readOutline(db, row.outline)
    const at = placeOf(standing, beforeId)
    if (at === null) return noItem(beforeId)
    const resolved = resolveItems(db, items, standing)
    if (!resolved.ok) return resolved
    const added = insertItems(db, desk.clock, row.seq, resolved.value)
    const seqs = standing.map(({ seq }) => seq)
    return succeed({ outline: seqs.toSpliced(at, 0, ...added) })
  })
}

/** Puts items, in the order they have, before another or at the end. Fails with `not-found`. */
export function moveItems(
  db: WritableArchive,
  desk: DossierDesk,
  {
    id,
    itemIds,
    beforeId,
  }: { readonly id: string; readonly itemIds: readonly string[]; readonly beforeId: string | null },
): Outcome<Dossier> {
  return changeDossier(db, desk, { id, action: 'dossier.move-items' }, (row) => {
    const standing = readOutline(db, row.outline)
    const missing = missingOf(standing, itemIds)
    if (missing !== null) return noItem(missing)
    const place = placeOf(standing, beforeId)
    if (place === null) return noItem(beforeId)
    const isMoved = ({ id: own }: OutlineRow): boolean => itemIds.includes(own)
    const before = standing.slice(0, place).filter((item) => !isMoved(item))
    const after = standing.slice(place).filter((item) => !isMoved(item))
    const moved = standing.filter(isMoved)
    return succeed({ outline: [...before, ...moved, ...after].map(({ seq }) => seq) })
  })
}

/** Takes items out of a dossier; the archive keeps the texts. Fails with `not-found`. */
export function removeItems(
  db: WritableArchive,
  desk: DossierDesk,
  { id, itemIds }: { readonly id: string; readonly itemIds: readonly string[] },
): Outcome<Dossier> {
  return changeDossier(db, desk, { id, action: 'dossier.remove-items' }, (row) => {
    const standing = readOutline(db, row.outline)
    const missing = missingOf(standing, itemIds)
    if (missing !== null) return noItem(missing)
    const kept = standing.filter((item) => !itemIds.includes(item.id))
    return succeed({ outline: kept.map(({ seq }) => seq) })
  })
}

/**
 * Writes a note or a heading anew. Fails with `not-found`, and with `input-refused` for an item
 * that has no words of its own or a heading without any.
 */
export function writeItem(
  db: WritableArchive,
  desk: DossierDesk,
  {
    id,
    itemId,
    words,
    level,
  }: {
    readonly id: string
    readonly itemId: string
    readonly words: string
    readonly level?: number | undefined
  },
): Outcome<Dossier> {
  return changeDossier(db, desk, { id, action: 'dossier.write-item' }, (row) => {
    const standing = readOutline(db, row.outline)
    const item = standing.find((one) => one.id === itemId)
    if (!item) return noItem(itemId)
    const isHeading = item.kind === 'heading'
    if (item.words === null) return fail({ kind: 'input-refused', at: 'itemId' })
    if (isHeading && words.trim() === '') return fail({ kind: 'input-refused', at: 'words' })
    const written = { words, level: isHeading ? (level ?? item.level) : null }
    if (written.words === item.words && written.level === item.level) return succeed({})
    const seq = insertItem(db, row.seq, { ...item, ...written })
    return succeed({ outline: standing.map((one) => (one === item ? seq : one.seq)) })
  })
}

/** Takes back the newest change that stands. Fails with `not-found` or `nothing-to-undo`. */
export function undoDossier(db: WritableArchive, desk: DossierDesk, id: string): Outcome<Dossier> {
  return chooseState(db, desk, { id, action: 'dossier.undo', by: -1 })
}

/** Puts back what the newest undo took back. Fails with `not-found` or `nothing-to-undo`. */
export function redoDossier(db: WritableArchive, desk: DossierDesk, id: string): Outcome<Dossier> {
  return chooseState(db, desk, { id, action: 'dossier.redo', by: 1 })
}

function placeOf(standing: readonly OutlineRow[], beforeId: string | null): number | null {
  if (beforeId === null) return standing.length
  const at = standing.findIndex(({ id }) => id === beforeId)
  return at < 0 ? null : at
}

function missingOf(standing: readonly OutlineRow[], ids: readonly string[]): string | null {
  const held = new Set(standing.map(({ id }) => id))
  return ids.find((id) => !held.has(id)) ?? null
}

const noItem = (id: string | null): Outcome<never> =>
  fail({ kind: 'not-found', what: 'dossier-item', id: id ?? '' })
