import type { JournalRecord, JournalRequest } from '../../../shared/model/journal.ts'
import type { ReadableArchive, WritableArchive } from '../db/archive-handle.ts'
import { digestOf } from '../system/files.ts'

/** Who changes the archive, and when; made once per change. */
export interface Authorship {
  readonly actor: string
  readonly at: string
}

/** One change, as the archivist will read it years later. */
export interface JournalEntry {
  /** `noun.verb` of what was done, for example `annotation.create`. */
  readonly action: string
  /** Identifier of what was changed. */
  readonly subject: string
  readonly before: unknown
  readonly after: unknown
}

/**
 * Adds a change to the journal, inside the transaction that makes it. Every entry carries the
 * digest of itself and of the entry before, so that none can be taken out unnoticed.
 */
export function appendToJournal(
  db: WritableArchive,
  { actor, at }: Authorship,
  entry: JournalEntry,
): void {
  const before = entry.before === null ? null : JSON.stringify(entry.before)
  const after = entry.after === null ? null : JSON.stringify(entry.after)
  const last = db
    .prepare<{ digest: string }>('SELECT digest FROM journal ORDER BY seq DESC LIMIT 1')
    .get()
  const digest = digestOf(
    JSON.stringify([last?.digest ?? '', at, actor, entry.action, entry.subject, before, after]),
  )
  db.prepare(
    `INSERT INTO journal (at, actor, action, subject, before, after, digest)
     VALUES ($at, $actor, $action, $subject, $before, $after, $digest)`,
  ).run({ at, actor, action: entry.action, subject: entry.subject, before, after, digest })
}

/** One line of the journal as it is read again: content as JSON values. */
const entryFromRow = ({ before, after, ...row }: JournalRow): JournalRecord => ({
  ...row,
  before: before === null ? null : JSON.parse(before),
  after: after === null ? null : JSON.parse(after),
})

/** A page of the journal, newest first, of one subject or of all, and how many entries there are. */
export function listJournal(
  db: ReadableArchive,
  { subject, offset, limit }: JournalRequest,
): { readonly total: number; readonly entries: JournalRecord[] } {
  const total = db
    .prepare<{ total: number }>(
      'SELECT count(*) AS total FROM journal WHERE $subject IS NULL OR subject = $subject',
    )
    .get({ subject })
  const entries = db
    .prepare<JournalRow>(
      `SELECT seq, at, actor, action, subject, before, after, digest FROM journal
       WHERE $subject IS NULL OR subject = $subject ORDER BY seq DESC LIMIT $limit OFFSET $offset`,
    )
    .all({ subject, offset, limit })
    .map(entryFromRow)
  return { total: total?.total ?? 0, entries }
}

/**
 * The whole journal as lines of JSON, oldest first. `before` and `after` are given as the very
 * strings that the digest was made of, so that anyone can make the chain again. Without private
 * annotations, the entries about them are withheld: their digests alone carry the chain on. So are
 * those about an annotation that is no longer there to say that it may be shared.
 */
export function* journalLines(
  db: ReadableArchive,
  { includePrivate }: { readonly includePrivate: boolean },
): Generator<string> {
  const rows = db
    .prepare<JournalRow & { readonly isPrivate: 0 | 1 }>(
      `SELECT seq, at, actor, action, subject, before, after, digest,
         EXISTS (SELECT 1 FROM annotation WHERE id = subject AND visibility = 'private')
           OR EXISTS (SELECT 1 FROM erased_annotation WHERE id = subject)
           OR EXISTS (SELECT 1 FROM set_aside_revision WHERE annotation_id = subject)
             AND NOT EXISTS (SELECT 1 FROM annotation WHERE id = subject) AS isPrivate
       FROM journal ORDER BY seq`,
    )
    .iterate()
  for (const { isPrivate, ...row } of rows) {
    const { seq, digest } = row
    const isWithheld = isPrivate === 1 && !includePrivate
    yield `${JSON.stringify(isWithheld ? { seq, withheld: true, digest } : row)}\n`
  }
}

interface JournalRow {
  readonly seq: number
  readonly at: string
  readonly actor: string
  readonly action: string
  readonly subject: string
  readonly before: string | null
  readonly after: string | null
  readonly digest: string
}

/** Sequence numbers of the entries that do not follow from the entry before them. */
export function findBrokenEntries(db: ReadableArchive): readonly number[] {
  const rows = db
    .prepare<JournalRow>(
      'SELECT seq, at, actor, action, subject, before, after, digest FROM journal ORDER BY seq',
    )
    .iterate()
  const broken: number[] = []
  let previous = ''
  for (const row of rows) {
    const { seq, at, actor, action, subject, before, after, digest } = row
    const expected = digestOf(JSON.stringify([previous, at, actor, action, subject, before, after]))
    if (expected !== digest) broken.push(seq)
    previous = digest
  }
  return broken
}
