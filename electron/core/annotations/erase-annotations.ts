import { setTimeout as wait } from 'node:timers/promises'
import { fail, succeed, type Outcome } from '../../../shared/model/failure.ts'
import { appendToJournal, type Authorship } from '../archive/journal.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { failureFromError } from '../db/sqlite-failure.ts'
import { removeNote } from '../search/index-words.ts'

/** Where words of an annotation stand, by the annotation's id. */
const HELD_BY_ID = [
  'DELETE FROM parked_revision WHERE annotation_id = $id',
  'DELETE FROM set_aside_revision WHERE annotation_id = $id',
  'DELETE FROM awaited_text WHERE annotation_id = $id',
  'DELETE FROM annotation_merge_revision WHERE annotation_id = $id',
] as const

/** The same, by its row; the row itself last. */
const HELD_BY_ROW = [
  'DELETE FROM anchor WHERE annotation_seq = $seq',
  'DELETE FROM annotation_revision WHERE annotation_seq = $seq',
  'DELETE FROM annotation WHERE seq = $seq',
] as const

/**
 * Erases annotations that were deleted before, with every step of their history and their words in
 * the index; all of them for null. Only the identifier stays, so that no colleague's file brings one
 * back, and the journal tells who erased it and when. Not to be undone. Fails with `not-found`, and
 * then erases nothing, for one that does not exist or was not deleted.
 */
export function eraseAnnotations(
  db: WritableArchive,
  authorship: Authorship,
  ids: readonly string[] | null,
): Outcome<{ erased: number }> {
  return db.write(() => {
    const deleted = new Map(
      db
        .prepare<{ id: string; seq: number }>('SELECT id, seq FROM annotation WHERE withdrawn = 1')
        .all({})
        .map(({ id, seq }) => [id, seq]),
    )
    const wanted = new Set(ids ?? deleted.keys())
    const unknown = [...wanted].find((id) => !deleted.has(id))
    if (unknown !== undefined) return fail({ kind: 'not-found', what: 'annotation', id: unknown })
    for (const id of wanted) eraseOne(db, authorship, { id, seq: deleted.get(id) ?? 0 })
    return succeed({ erased: wanted.size })
  })
}

function eraseOne(
  db: WritableArchive,
  authorship: Authorship,
  { id, seq }: { readonly id: string; readonly seq: number },
): void {
  removeNote(db, seq)
  for (const sql of HELD_BY_ID) db.prepare(sql).run({ id })
  for (const sql of HELD_BY_ROW) db.prepare(sql).run({ seq })
  db.prepare(
    'INSERT INTO erased_annotation (id, erased_at, erased_by) VALUES ($id, $at, $actor)',
  ).run({ id, ...authorship })
  appendToJournal(db, authorship, {
    action: 'annotation.erase',
    subject: id,
    before: null,
    after: null,
  })
}

/** True for an annotation that was erased from this archive. */
export function isErased(db: ReadableArchive, id: string): boolean {
  return db.prepare('SELECT 1 FROM erased_annotation WHERE id = $id').get({ id }) !== undefined
}

const PATIENCE_MS = 5000
const BETWEEN_MS = 100

/**
 * Brings the overwritten pages into the archive file and empties the log, where the erased words
 * still stand. False when a reader kept the log in use for all of five seconds, or the disk is full:
 * they are erased all the same, and closing the archive then does it.
 */
export async function purgeErased(db: WritableArchive): Promise<boolean> {
  for (let waited = 0; ; waited += BETWEEN_MS) {
    const state = tryCheckpoint(db)
    if (state !== 'busy') return state === 'done'
    if (waited >= PATIENCE_MS) return false
    await wait(BETWEEN_MS)
  }
}

function tryCheckpoint(db: WritableArchive): 'done' | 'busy' | 'failed' {
  try {
    const state = db.prepare<{ busy: 0 | 1 }>('PRAGMA wal_checkpoint(TRUNCATE)').get()
    return state?.busy === 0 ? 'done' : 'busy'
  } catch (error) {
    if (failureFromError(error) === null) throw error
    return 'failed'
  }
}
