import { LETTER, classAt } from '../../../shared/text/fold.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { LANGUAGES } from './columns.ts'
import type { Columns } from './columns.ts'
import { keysFromFirst } from './date-key.ts'
import { findDescribed } from './described.ts'
import { isTextOnly, matchExpression } from './match-expression.ts'
import type { Families, WordTable } from './match-expression.ts'
import type { ExactNode, QueryNode } from './query.ts'

/** A set of communiqués: 1 at the row of each. */
export type CommuniqueSet = Uint8Array

/** What every part of a query is answered from. */
export interface Matching {
  readonly db: ReadableArchive
  readonly columns: Columns
  readonly families: Families
  readonly table: WordTable
}

/** The communiqués whose title and text, or one of whose notes, answer the query. */
export function findMatches(node: QueryNode, matching: Matching): CommuniqueSet {
  if (isTextOnly(node)) return matchesOfExpression(textExpression(node, matching), matching)
  switch (node.kind) {
    case 'everything':
      return everyCommunique(matching.columns)
    case 'exact':
      return matchesOfExact(node, matching)
    case 'dated':
      return matchesOfDates(node, matching.columns)
    case 'described':
      return findDescribed(node, matching)
    case 'not':
      return without(everyCommunique(matching.columns), findMatches(node.part, matching))
    case 'and':
      return intersection(node.parts, matching)
    case 'or':
      return union(
        node.parts.map((part) => findMatches(part, matching)),
        matching.columns,
      )
    case 'words':
    case 'near':
      return matchesOfExpression(textExpression(node, matching), matching)
  }
}

/** The FTS5 expression of a part that is about words alone; null when it cannot match. */
export function textExpression(node: QueryNode, matching: Matching): string | null {
  switch (node.kind) {
    case 'words':
    case 'near':
    case 'exact':
      return matchExpression(node, matching.table, matching.families)
    case 'and':
    case 'or': {
      const parts = node.parts.map((part) => textExpression(part, matching))
      const present = parts.filter((part) => part !== null)
      if (present.length === 0 || (node.kind === 'and' && present.length < parts.length))
        return null
      return `(${present.join(node.kind === 'and' ? ' AND ' : ' OR ')})`
    }
    case 'everything':
    case 'described':
    case 'dated':
    case 'not':
      return null
  }
}

/** The sets' common members: words that must all be there are one question to FTS5. */
function intersection(parts: readonly QueryNode[], matching: Matching): CommuniqueSet {
  const words = parts.filter(isTextOnly)
  const others = parts.filter((part) => !isTextOnly(part))
  const sets = others.map((part) => findMatches(part, matching))
  if (words.length > 0) {
    const expression = textExpression({ kind: 'and', parts: words }, matching)
    sets.unshift(matchesOfExpression(expression, matching))
  }
  const [first = everyCommunique(matching.columns), ...rest] = sets
  for (const set of rest) {
    for (let row = 0; row < first.length; row++) first[row] = (first[row] ?? 0) & (set[row] ?? 0)
  }
  return first
}

function union(sets: readonly CommuniqueSet[], columns: Columns): CommuniqueSet {
  const result = emptySet(columns)
  for (const set of sets) {
    for (let row = 0; row < result.length; row++) result[row] = (result[row] ?? 0) | (set[row] ?? 0)
  }
  return result
}

function without(from: CommuniqueSet, removed: CommuniqueSet): CommuniqueSet {
  for (let row = 0; row < from.length; row++) if (removed[row] === 1) from[row] = 0
  return from
}

function everyCommunique(columns: Columns): CommuniqueSet {
  const set = emptySet(columns)
  for (let row = 1; row < set.length; row++) set[row] = (columns.version[row] ?? 0) > 0 ? 1 : 0
  return set
}

function emptySet(columns: Columns): CommuniqueSet {
  return new Uint8Array(columns.count + 1)
}

function matchesOfExpression(expression: string | null, matching: Matching): CommuniqueSet {
  const { db, columns, table } = matching
  const set = emptySet(columns)
  if (expression === null) return set
  if (table === 'note_words') {
    for (const { seq } of noteRows(db, expression)) if (seq < set.length) set[seq] = 1
    return set
  }
  const rows = db
    .prepare<{ rows: string | null }>(
      'SELECT group_concat(rowid) AS rows FROM version_words WHERE version_words MATCH ?',
    )
    .get(expression)?.rows
  eachRow(rows ?? '', (version) => {
    const communique = columns.communique[version] ?? 0
    if (communique > 0 && communique < set.length) set[communique] = 1
  })
  return set
}

function noteRows(db: ReadableArchive, expression: string): readonly { seq: number }[] {
  return db
    .prepare<{ seq: number }>(
      `SELECT DISTINCT communique_seq AS seq FROM annotation
       WHERE seq IN (SELECT rowid FROM note_words WHERE note_words MATCH ?)`,
    )
    .all(expression)
}

/** Reads `12,15,20`: one string from SQLite is far cheaper than one call for each row. */
function eachRow(list: string, visit: (row: number) => void): void {
  if (list === '') return
  let row = 0
  for (let index = 0; index < list.length; index++) {
    const unit = list.charCodeAt(index)
    if (unit === 0x2c) {
      visit(row)
      row = 0
    } else row = row * 10 + unit - 0x30
  }
  visit(row)
}

function matchesOfDates(
  { from, to }: { readonly from: number; readonly to: number },
  columns: Columns,
): CommuniqueSet {
  const set = emptySet(columns)
  for (let row = 1; row < set.length; row++) {
    const key = columns.date[row] ?? 0
    if (key > 0 && key <= to && keysFromFirst(key).last >= from) {
      set[row] = (columns.version[row] ?? 0) > 0 ? 1 : 0
    }
  }
  return set
}

/** Reads the original of each candidate, for only it tells one typography from another. */
function matchesOfExact(node: ExactNode, matching: Matching): CommuniqueSet {
  const { db, columns, table } = matching
  const set = matchesOfExpression(matchExpression(node, table, matching.families), matching)
  const wordings = db.prepare<{ title: string; text: string }>(
    'SELECT title, text FROM version WHERE seq = ?',
  )
  const notes = db.prepare<{ body: string; tags: string }>(
    'SELECT body, tags FROM annotation WHERE communique_seq = ? AND withdrawn = 0',
  )
  for (let row = 1; row < set.length; row++) {
    if (set[row] === 0) continue
    const originals: string[] = []
    if (table === 'version_words') {
      const wording = wordings.get(columns.version[row] ?? 0)
      if (node.scope !== 'text') originals.push(wording?.title ?? '')
      if (node.scope !== 'title') originals.push(wording?.text ?? '')
    } else {
      for (const { body, tags } of notes.all(row)) {
        if (node.scope !== 'tag') originals.push(body)
        if (node.scope !== 'note') originals.push(tags)
      }
    }
    if (!originals.some((original) => findExact(original, node.text, 0) >= 0)) set[row] = 0
  }
  return set
}

/** Where a text has the given wording, whole words only, from an offset on; -1 when nowhere. */
export function findExact(text: string, wording: string, from: number): number {
  let at = text.indexOf(wording, from)
  while (at >= 0 && !isWhole(text, at, at + wording.length)) at = text.indexOf(wording, at + 1)
  return at
}

function isWhole(text: string, start: number, end: number): boolean {
  return (
    !(isInWord(text, start - 1) && isInWord(text, start)) &&
    !(isInWord(text, end - 1) && isInWord(text, end))
  )
}

function isInWord(text: string, index: number): boolean {
  if (index < 0 || index >= text.length) return false
  const kind = classAt(text, index)
  return kind === LETTER || kind === 2
}

/** The position of a language among `LANGUAGES`. */
export function languageIndex(language: string): number {
  return LANGUAGES.findIndex((known) => known === language)
}
