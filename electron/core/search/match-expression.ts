import type { ReadableArchive } from '../db/archive-handle.ts'
import { everyWord } from './query.ts'
import type { NearNode, QueryNode, Scope, TextNode, WordsNode } from './query.ts'
import { widenForm } from './widen.ts'

/** The two full-text tables: the words of versions and the words of notes. */
export type WordTable = 'version_words' | 'note_words'

/** The forms each word of the query may take in the archive, for matching and highlighting. */
export type Families = ReadonlyMap<string, readonly string[]>

const COLUMNS: Readonly<Record<WordTable, Readonly<Record<Scope, string | null>>>> = {
  version_words: { any: '', title: '{title} : ', text: '{body} : ', note: null, tag: null },
  note_words: { any: '', title: null, text: null, note: '{body} : ', tag: '{tags} : ' },
}

/** More combinations than this of a compound word's forms, and it is looked for as written. */
const MAX_COMBINATIONS = 32

/** Widens every word of the query that may be widened, the excluded ones too. */
export function familiesOf(db: ReadableArchive, query: QueryNode): Families {
  const forms = everyWord(query)
    .filter((node) => node.kind === 'near' || (node.kind === 'words' && node.widened))
    .flatMap((node) => node.forms)
  return new Map([...new Set(forms)].map((form) => [form, widenForm(db, form)]))
}

/** Whether a part of a query is about words alone, so that FTS5 can answer all of it. */
export function isTextOnly(node: QueryNode): boolean {
  if (node.kind === 'and' || node.kind === 'or') return node.parts.every(isTextOnly)
  return node.kind === 'words' || node.kind === 'near'
}

/** The FTS5 expression of a part that is about words alone; null when it cannot match. */
export function textExpression(
  node: QueryNode,
  table: WordTable,
  families: Families,
): string | null {
  if (node.kind === 'words' || node.kind === 'near') return matchExpression(node, table, families)
  if (node.kind !== 'and' && node.kind !== 'or') return null
  const parts = node.parts.map((part) => textExpression(part, table, families))
  const present = parts.filter((part) => part !== null)
  if (present.length === 0 || (node.kind === 'and' && present.length < parts.length)) return null
  return `(${present.join(node.kind === 'and' ? ' AND ' : ' OR ')})`
}

/**
 * The words a communiqué's score comes from: an FTS5 expression that every version answering the
 * query matches, or null when it may answer without a word. What is excluded adds nothing.
 */
export function scoringExpression(node: QueryNode, families: Families): string | null {
  switch (node.kind) {
    case 'words':
    case 'near':
    case 'exact':
      return isShortBeginning(node) ? null : matchExpression(node, 'version_words', families)
    case 'and':
    case 'or':
      return joinedScoring(
        node.kind,
        node.parts.map((part) => scoringExpression(part, families)),
      )
    case 'everything':
    case 'described':
    case 'dated':
    case 'not':
      return null
  }
}

/** An alternative without words may be answered without a word; a condition without words may not. */
function joinedScoring(kind: 'and' | 'or', parts: readonly (string | null)[]): string | null {
  const present = parts.filter((part) => part !== null)
  if (present.length === 0 || (kind === 'or' && present.length < parts.length)) return null
  return `(${present.join(kind === 'and' ? ' AND ' : ' OR ')})`
}

/** Two letters begin a word of nearly every text, and do not tell which text is better. */
function isShortBeginning(node: TextNode): boolean {
  return node.kind === 'words' && node.prefix && node.forms.join('').length < 3
}

/** The same without what the parts exclude: `(wanted) NOT (excluded)`; null when it cannot match. */
export function commonExpression(
  wanted: readonly QueryNode[],
  excluded: readonly QueryNode[],
  table: WordTable,
  families: Families,
): string | null {
  const expression = textExpression({ kind: 'and', parts: wanted }, table, families)
  const without = textExpression({ kind: 'or', parts: excluded }, table, families)
  return expression === null || without === null ? expression : `(${expression} NOT ${without})`
}

/**
 * The FTS5 expression for words, or null when the table has no such column. Forms hold letters
 * and digits only, so that quoting them is safe. An exact wording gives its folded words: what it
 * matches is still to be compared with the original.
 */
export function matchExpression(
  node: TextNode,
  table: WordTable,
  families: Families,
): string | null {
  const columns = COLUMNS[table][node.scope]
  return columns === null ? null : `${columns}(${expressionFrom(node, families)})`
}

/** The expression of one form alone, as a word that is meant in one form has it. */
export function formExpression(form: string): string {
  return `("${form}")`
}

/** The same in titles only. */
export function titleExpression(expression: string): string {
  return `{title} : (${expression})`
}

/** How many wordings of the archive hold a part of a query, in any of its forms. */
export function countHolding(db: ReadableArchive, node: TextNode, families: Families): number {
  const expression = matchExpression(node, 'version_words', families)
  if (expression === null) return 0
  const matched = db
    .prepare<{ count: number }>(
      'SELECT count(*) AS count FROM version_words WHERE version_words MATCH ?',
    )
    .get(expression)
  return matched?.count ?? 0
}

/** Every way to write consecutive words, each in all of its forms. */
export function wordings(
  node: Pick<WordsNode, 'forms' | 'widened'>,
  families: Families,
): readonly (readonly string[])[] {
  if (!node.widened) return [node.forms]
  const choices = node.forms.map((form) => families.get(form) ?? [form])
  const count = choices.reduce((product, forms) => product * forms.length, 1)
  if (node.forms.length > 1 && count > MAX_COMBINATIONS) return [node.forms]
  return choices.reduce<readonly (readonly string[])[]>(
    (started, forms) => started.flatMap((words) => forms.map((form) => [...words, form])),
    [[]],
  )
}

function expressionFrom(node: TextNode, families: Families): string {
  switch (node.kind) {
    case 'words':
      return wordings(node, families)
        .map((forms) => `"${forms.join(' ')}"${node.prefix ? '*' : ''}`)
        .join(' OR ')
    case 'exact':
      return `"${node.forms.join(' ')}"`
    case 'near':
      return nearExpression(node, families)
  }
}

/** FTS5's NEAR takes phrases only: each combination of forms is a group of its own. */
function nearExpression({ forms, distance }: NearNode, families: Families): string {
  return wordings({ forms, widened: true }, families)
    .map((wording) => `NEAR(${wording.map((form) => `"${form}"`).join(' ')}, ${distance})`)
    .join(' OR ')
}
