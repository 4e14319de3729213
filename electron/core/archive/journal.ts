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
