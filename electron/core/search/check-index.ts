import { setImmediate as nextTurn } from 'node:timers/promises'
import { foldForms } from '../../../shared/text/analyse.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { isIndexStale } from './rebuild-index.ts'

/**
 * Compares the search index with the archive (see `checkIndex`), yielding progress after every
 * sixteen wordings, counted from `before`, so that the thread it runs on stays free for others.
 */
export async function* verifyIndex(
  db: ReadableArchive,
  before: number,
): AsyncGenerator<{ done: number; total: number }, readonly string[], void> {
  const counted = db.prepare<{ total: number }>('SELECT count(*) AS total FROM version').get()
  const total = before + (counted?.total ?? 0)
  const steps = checkIndex(db)
  for (let done = before; ; done++) {
    const step = steps.next()
    if (step.done === true) return step.value
    if (done % 16 !== 0) continue
    await nextTurn()
    yield { done, total }
  }
}

/**
 * Compares the search index with the archive: every wording must be indexed with as many words as
 * its title and text have, every note that is not withdrawn must be indexed, and nothing else; the
 * words that are known must be those that the index has.
 * Yields 1 for each wording; returns the ids of what does not fit. The structure of the index
 * itself is SQLite's to check (`PRAGMA integrity_check`).
 */
export function* checkIndex(db: ReadableArchive): Generator<number, readonly string[], undefined> {
  if (isIndexStale(db)) return ['other-analysis']
  const wrong: string[] = []
  const next = db.prepare<IndexedRow>(
    `SELECT version.seq, ${wordsOf('version.id')} AS id, ${wordsOf('title')} AS title,
       ${wordsOf('text')} AS text, CAST(version_words_docsize.sz AS BLOB) AS sizes FROM version
     LEFT JOIN version_words_docsize ON version_words_docsize.id = version.seq
     WHERE version.seq > ? ORDER BY version.seq LIMIT ${READ_AT_ONCE}`,
  )
  for (let last = 0; ;) {
    const rows = next.all(last)
    for (const { id, title, text, sizes } of rows) {
      const expected = [foldForms(title).length, foldForms(text).length]
      if (sizes === null || readSizes(sizes).join(',') !== expected.join(',')) wrong.push(id)
      yield 1
    }
    last = rows.at(-1)?.seq ?? last
    if (rows.length < READ_AT_ONCE) break
  }
  const vocabulary = isVocabularyWhole(db) ? [] : ['vocabulary']
  return [...wrong, ...strayRows(db), ...vocabulary]
}

const READ_AT_ONCE = 200

/** A value of another type, or none, where the file is damaged: it must not stop whoever looks for damage. */
const wordsOf = (column: string): string => `coalesce(CAST(${column} AS TEXT), '')`

interface IndexedRow {
  readonly seq: number
  readonly id: string
  readonly title: string
  readonly text: string
  readonly sizes: Uint8Array | null
}

/** FTS5 keeps the number of words of each column as SQLite's variable-length integers. */
function readSizes(sizes: Uint8Array): readonly number[] {
  const read: number[] = []
  let value = 0
  for (const byte of sizes) {
    value = value * 128 + (byte & 0x7f)
    if (byte >= 0x80) continue
    read.push(value)
    value = 0
  }
  return read
}

function strayRows(db: ReadableArchive): readonly string[] {
  const stray = db.prepare<{ id: string }>(
    `SELECT 'version-' || id AS id FROM version_words_docsize
       WHERE id NOT IN (SELECT seq FROM version)
     UNION ALL SELECT 'note-' || id FROM note_words_docsize
       WHERE id NOT IN (SELECT seq FROM annotation)
     UNION ALL SELECT annotation.id FROM annotation WHERE withdrawn = 0
       AND trim(body) GLOB '*[a-zA-Z]*' AND seq NOT IN (SELECT id FROM note_words_docsize)`,
  )
  return stray.all().map(({ id }) => id)
}

/** Whether each word that is known is in the index of texts or of notes, and each of the first is known. */
function isVocabularyWhole(db: ReadableArchive): boolean {
  const unknown = db.prepare(
    `SELECT 1 FROM version_vocabulary WHERE term NOT IN (SELECT form FROM term) LIMIT 1`,
  )
  if (unknown.get() !== undefined) return false
  const inNotes = db.prepare('SELECT 1 FROM note_words WHERE note_words MATCH ? LIMIT 1')
  const elsewhere = db.prepare<{ form: string }>(
    `SELECT ${wordsOf('form')} AS form FROM term
     WHERE form NOT IN (SELECT term FROM version_vocabulary)`,
  )
  return elsewhere
    .all()
    .every(({ form }) => inNotes.get(`"${form.replaceAll('"', '""')}"`) !== undefined)
}
