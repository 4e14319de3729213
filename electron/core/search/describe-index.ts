import type { IndexDescription } from '../../../shared/model/discovery.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'

const INDEX_TABLES = `name IN ('term') OR name GLOB 'version_words*' OR name GLOB 'note_words*'`

/** Counts the index. `bytes` are whole pages of the database; `textBytes` is UTF-8. */
export function describeIndex(db: ReadableArchive): IndexDescription {
  const described = db
    .prepare<Omit<IndexDescription, 'segments'>>(
      `SELECT (SELECT count(*) FROM version_words_docsize) AS wordings,
         (SELECT count(*) FROM note_words_docsize) AS notes,
         (SELECT count(*) FROM term) AS forms,
         (SELECT coalesce(sum(octet_length(title) + octet_length(text)), 0) FROM version)
           AS textBytes,
         (SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE aggregate = TRUE AND (${INDEX_TABLES}))
           AS bytes`,
    )
    .get()
  const none = { wordings: 0, notes: 0, forms: 0, bytes: 0, textBytes: 0 }
  return { ...none, ...described, segments: countSegments(db) }
}

/** Pages written in one transaction, so that other changes may be written in between. */
const PAGES_AT_ONCE = 2000

/**
 * Joins the parts of the index into one, in steps of a transaction each. Imports leave parts
 * behind, which FTS5 joins four by four as it goes; joined, searches read less. Yields how many
 * there are left.
 */
export function* compactInSteps(db: WritableArchive): Generator<number, number, undefined> {
  // A negative number begins a merge of all, whatever their sizes; positive ones go on with it.
  for (let pages = -PAGES_AT_ONCE; ; pages = PAGES_AT_ONCE) {
    const isDone = db.write(() => {
      const before = changesOf(db)
      db.prepare(`INSERT INTO version_words (version_words, rank) VALUES ('merge', ?)`).run(pages)
      return changesOf(db) - before < 2
    })
    if (isDone) return countSegments(db)
    yield countSegments(db)
  }
}

function changesOf(db: ReadableArchive): number {
  return db.prepare<{ changes: number }>('SELECT total_changes() AS changes').get()?.changes ?? 0
}

/** The structure of an FTS5 index is its row 10: a cookie, then levels and segments as varints. */
const STRUCTURE = 10
const COOKIE_BYTES = 4
/** Newer structures begin with these four bytes after the cookie. */
const MARK_OF_NEWER = 0xff

function countSegments(db: ReadableArchive): number {
  const structure = db
    .prepare<{ block: Uint8Array }>('SELECT block FROM version_words_data WHERE id = ?')
    .get(STRUCTURE)?.block
  if (structure === undefined) return 0
  const start = structure[COOKIE_BYTES] === MARK_OF_NEWER ? COOKIE_BYTES * 2 : COOKIE_BYTES
  let at = start
  const next = (): number => {
    let value = 0
    for (; at < structure.length; at++) {
      const byte = structure[at] ?? 0
      value = value * 128 + (byte & 0x7f)
      if (byte < 0x80) break
    }
    at++
    return value
  }
  next()
  return next()
}
