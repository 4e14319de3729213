import { foldForms, foldLetters } from '../../../shared/text/analyse.ts'
import type { FoldMemory } from '../../../shared/text/analyse.ts'
import type { WritableArchive } from '../db/archive-handle.ts'
import { addForms, createFormSet } from './form-set.ts'
import type { FormSet } from './form-set.ts'

/** A version as the index takes it: its row, its title and its text. */
export interface VersionWords {
  readonly seq: number
  readonly title: string
  readonly text: string
}

/** A note as the index takes it: the row of its annotation, its body and its tags. */
export interface NoteWords {
  readonly seq: number
  readonly body: string
  readonly tags: readonly string[]
}

/**
 * What a long import need not do twice: the forms it has folded, and those it has written to the
 * vocabulary. Valid within one transaction; make another one for the next.
 */
export interface IndexMemory {
  readonly folded: FoldMemory
  readonly written: FormSet
}

/** An empty memory. */
export function createIndexMemory(): IndexMemory {
  return { folded: new Map(), written: createFormSet() }
}

/** Adds a version to the index. Call it in the transaction that writes the version. */
export function indexVersion(
  db: WritableArchive,
  version: VersionWords,
  memory: IndexMemory = createIndexMemory(),
): void {
  const title = foldLetters(version.title, memory.folded)
  const body = foldLetters(version.text, memory.folded)
  db.prepare('INSERT INTO version_words (rowid, title, body) VALUES (?, ?, ?)').run(
    version.seq,
    title,
    body,
  )
  writeTerms(db, addForms(memory.written, title))
  writeTerms(db, addForms(memory.written, body))
}

/**
 * Takes a version out of the index, given the very title and text it was indexed with, and
 * forgets the words that stand nowhere else. Call it in the transaction that removes the version.
 */
export function removeVersion(db: WritableArchive, version: VersionWords): void {
  const title = foldLetters(version.title)
  const body = foldLetters(version.text)
  db.prepare(
    `INSERT INTO version_words (version_words, rowid, title, body) VALUES ('delete', ?, ?, ?)`,
  ).run(version.seq, title, body)
  forgetTerms(db, addForms(createFormSet(), `${title} ${body}`))
}

/** Adds a note to the index, or replaces it. Call it in the transaction that writes the note. */
export function indexNote(db: WritableArchive, note: NoteWords): void {
  removeNote(db, note.seq)
  const body = foldForms(note.body)
  const tags = foldForms(note.tags.join('\n'))
  if (body.length + tags.length === 0) return
  db.prepare('INSERT INTO note_words (rowid, body, tags) VALUES (?, ?, ?)').run(
    note.seq,
    body.join(' '),
    tags.join(' '),
  )
  writeTerms(db, [...new Set([...body, ...tags])])
}

/** Takes a note out of the index; nothing happens when it is not there. */
export function removeNote(db: WritableArchive, seq: number): void {
  const stored = db
    .prepare<{ body: string; tags: string }>('SELECT body, tags FROM note_words WHERE rowid = ?')
    .get(seq)
  if (stored === undefined) return
  db.prepare('DELETE FROM note_words WHERE rowid = ?').run(seq)
  forgetTerms(db, [...new Set(`${stored.body} ${stored.tags}`.split(' '))])
}

function writeTerms(db: WritableArchive, forms: readonly string[]): void {
  const write = db.prepare('INSERT OR IGNORE INTO term (form) VALUES (?)')
  for (const form of forms) write.run(form)
}

/** A word that was said in a removed text only must not survive in the vocabulary. */
function forgetTerms(db: WritableArchive, forms: readonly string[]): void {
  const inVersions = db.prepare('SELECT 1 FROM version_words WHERE version_words MATCH ? LIMIT 1')
  const inNotes = db.prepare('SELECT 1 FROM note_words WHERE note_words MATCH ? LIMIT 1')
  const forget = db.prepare('DELETE FROM term WHERE form = ?')
  for (const form of forms) {
    if (form === '') continue
    const quoted = `"${form}"`
    if (inVersions.get(quoted) === undefined && inNotes.get(quoted) === undefined) forget.run(form)
  }
}
