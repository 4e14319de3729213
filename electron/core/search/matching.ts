import type { ReadableArchive } from '../db/archive-handle.ts'
import type { Columns } from './columns.ts'
import {
  addAll,
  communiquesMatching,
  communiquesWhere,
  emptySet,
  keepCommon,
} from './communique-set.ts'
import type { CommuniqueSet } from './communique-set.ts'
import { keysFromFirst } from './date-key.ts'
import { findDescribed } from './described.ts'
import { findExact } from './exact.ts'
import {
  commonExpression,
  isTextOnly,
  matchExpression,
  textExpression,
} from './match-expression.ts'
import type { Families, WordTable } from './match-expression.ts'
import type { ExactNode, QueryNode } from './query.ts'
import type { Steps } from './steps.ts'

/** Originals read between two steps. */
const READ_AT_ONCE = 1000

/** What every part of a query is answered from. */
export interface Matching {
  readonly db: ReadableArchive
  readonly columns: Columns
  readonly families: Families
  readonly table: WordTable
}

/**
 * The communiqués that answer a query: by their title and text, or by one of their notes,
 * as `table` says.
 */
export function* findMatches(node: QueryNode, matching: Matching): Steps<CommuniqueSet> {
  const { db, columns, families, table } = matching
  switch (node.kind) {
    case 'everything':
      return communiquesWhere(columns, () => true)
    case 'words':
    case 'near':
      return yield* communiquesMatching(db, columns, table, matchExpression(node, table, families))
    case 'exact':
      return yield* findExactly(node, matching)
    case 'dated':
      return communiquesWhere(columns, (row) => isDated(columns.date[row] ?? 0, node))
    case 'described':
      return findDescribed(node, matching)
    case 'not': {
      const excluded = yield* findMatches(node.part, matching)
      return communiquesWhere(columns, (row) => excluded[row] === 0)
    }
    case 'and':
      return yield* findCommon(node.parts, matching)
    case 'or':
      return yield* findEither(node.parts, matching)
  }
}

/**
 * Words that must all be there, or must not, are one question to FTS5, which answers it fastest;
 * words can only be taken from others that are wanted.
 */
function* findCommon(parts: readonly QueryNode[], matching: Matching): Steps<CommuniqueSet> {
  const { db, columns, families, table } = matching
  const words = parts.filter(isTextOnly)
  const excluded = words.length === 0 ? [] : parts.flatMap(excludedWords)
  const sets: CommuniqueSet[] = []
  if (words.length > 0) {
    const expression = commonExpression(words, excluded, table, families)
    sets.push(yield* communiquesMatching(db, columns, table, expression))
  }
  for (const part of parts) {
    if (isTextOnly(part) || (words.length > 0 && excludedWords(part).length > 0)) continue
    sets.push(yield* findMatches(part, matching))
  }
  const [first = emptySet(columns), ...rest] = sets
  for (const set of rest) keepCommon(first, set)
  return first
}

function excludedWords(node: QueryNode): readonly QueryNode[] {
  return node.kind === 'not' && isTextOnly(node.part) ? [node.part] : []
}

function* findEither(parts: readonly QueryNode[], matching: Matching): Steps<CommuniqueSet> {
  const words = parts.filter(isTextOnly)
  const set = yield* findWords({ kind: 'or', parts: words }, matching)
  for (const part of parts) if (!isTextOnly(part)) addAll(set, yield* findMatches(part, matching))
  return set
}

function findWords(
  node: QueryNode,
  { db, columns, families, table }: Matching,
): Steps<CommuniqueSet> {
  return communiquesMatching(db, columns, table, textExpression(node, table, families))
}

function isDated(
  key: number,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  return key > 0 && key <= to && keysFromFirst(key).last >= from
}

/** Reads the original of each candidate, for only it tells one typography from another. */
function* findExactly(
  node: ExactNode,
  { db, columns, families, table }: Matching,
): Steps<CommuniqueSet> {
  const expression = matchExpression(node, table, families)
  const set = yield* communiquesMatching(db, columns, table, expression)
  const originals = table === 'version_words' ? wordingOf(db, node) : notesOf(db, node)
  let read = 0
  for (let row = 1; row < set.length; row++) {
    if (set[row] === 0) continue
    if (++read % READ_AT_ONCE === 0) yield
    const texts = originals(table === 'version_words' ? (columns.version[row] ?? 0) : row)
    if (!texts.some((text) => findExact(text, node.text, 0) >= 0)) set[row] = 0
  }
  return set
}

type Originals = (row: number) => readonly string[]

function wordingOf(db: ReadableArchive, { scope }: ExactNode): Originals {
  const wording = db.prepare<{ title: string; text: string }>(
    'SELECT title, text FROM version WHERE seq = ?',
  )
  return (version) => {
    const { title = '', text = '' } = wording.get(version) ?? {}
    if (scope === 'title') return [title]
    return scope === 'text' ? [text] : [title, text]
  }
}

function notesOf(db: ReadableArchive, { scope }: ExactNode): Originals {
  const notes = db.prepare<{ body: string; tag: string | null }>(
    `SELECT body, value AS tag FROM annotation LEFT JOIN json_each(tags)
     WHERE communique_seq = ? AND withdrawn = 0`,
  )
  return (communique) =>
    notes.all(communique).flatMap(({ body, tag }) => {
      if (scope === 'tag') return [tag ?? '']
      return scope === 'note' ? [body] : [body, tag ?? '']
    })
}
