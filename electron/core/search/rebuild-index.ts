import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { createIndexMemory, indexNote, indexVersion } from './index-words.ts'
import type { VersionWords } from './index-words.ts'

/** Raised by one whenever `foldWord` or `analyse` answers differently; older indexes are rebuilt. */
const ANALYSIS = 1
const STEP = 1000

/** Whether the stored words come from another analysis than this one, or were never built. */
export function isIndexStale(db: ReadableArchive): boolean {
  const stored = db.prepare<{ number: number }>('SELECT number FROM search_analysis').get()
  return stored?.number !== ANALYSIS
}

/**
 * Builds the whole index again from the versions and notes of the archive, in one transaction,
 * telling `onProgress` how many texts are done out of how many.
 */
export function rebuildIndex(
  db: WritableArchive,
  onProgress: (done: number, total: number) => void = () => {},
): void {
  db.write(() => {
    const steps = rebuildInSteps(db)
    for (let step = steps.next(); step.done !== true; step = steps.next()) {
      onProgress(step.value.done, step.value.total)
    }
  })
}

/**
 * The same in steps of a transaction each, so that other changes may be written in between; texts
 * that come in meanwhile are indexed by those who add them. An index left half built is stale, and
 * built again when the archive is next opened for writing. Returns the number of texts indexed.
 */
export function* rebuildInSteps(
  db: WritableArchive,
): Generator<{ readonly done: number; readonly total: number }, number, undefined> {
  const { total, last } = db.write(() => emptyIndex(db))
  const next = db.prepare<VersionWords>(
    `SELECT seq, title, text FROM version WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT ${STEP}`,
  )
  let done = 0
  for (let from = 0; ;) {
    const versions = next.all(from, last)
    if (versions.length === 0) break
    db.write(() => {
      const memory = createIndexMemory()
      for (const version of versions) indexVersion(db, version, memory)
    })
    done += versions.length
    from = versions.at(-1)?.seq ?? last
    yield { done, total }
  }
  db.write(() => {
    rebuildNotes(db)
    db.prepare('UPDATE search_analysis SET number = ?').run(ANALYSIS)
  })
  return done
}

function emptyIndex(db: WritableArchive): { readonly total: number; readonly last: number } {
  db.prepare('UPDATE search_analysis SET number = 0').run()
  db.prepare(`INSERT INTO version_words (version_words) VALUES ('delete-all')`).run()
  // As it was; but whatever is set raises the cookie by which one index is told from another.
  db.prepare(`INSERT INTO version_words (version_words, rank) VALUES ('secure-delete', 1)`).run()
  db.prepare('DELETE FROM note_words').run()
  db.prepare('DELETE FROM term').run()
  const counted = db
    .prepare<{ total: number; last: number }>(
      'SELECT count(*) AS total, coalesce(max(seq), 0) AS last FROM version',
    )
    .get()
  return counted ?? { total: 0, last: 0 }
}

function rebuildNotes(db: WritableArchive): void {
  const notes = db.prepare<{ seq: number; body: string; tags: string }>(
    `SELECT seq, body,
       (SELECT coalesce(group_concat(value, char(10)), '') FROM json_each(annotation.tags)) AS tags
     FROM annotation WHERE withdrawn = 0`,
  )
  for (const { seq, body, tags } of notes.all()) indexNote(db, { seq, body, tags: [tags] })
}
