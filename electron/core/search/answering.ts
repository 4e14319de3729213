import { succeed } from '../../../shared/model/failure.ts'
import type { Outcome } from '../../../shared/model/failure.ts'
import type { ReadableArchive } from '../db/archive-handle.ts'
import { refreshColumns } from './columns.ts'
import type { Columns } from './columns.ts'
import { addAll, emptySet } from './communique-set.ts'
import type { CommuniqueSet } from './communique-set.ts'
import { familiesOf } from './match-expression.ts'
import type { Families } from './match-expression.ts'
import { findMatches } from './matching.ts'
import { parseQuery } from './parse-query.ts'
import { wantedWords } from './query.ts'
import type { QueryNode, TextNode } from './query.ts'
import type { Steps } from './steps.ts'

/** The communiqués that answer a query, and how it was understood. */
export interface Answering {
  readonly node: QueryNode
  readonly wanted: readonly TextNode[]
  readonly families: Families
  readonly matches: CommuniqueSet
  /** Those of them that answer by a note. */
  readonly inNotes: CommuniqueSet
}

/** Finds every communiqué that answers a query, bringing the columns up to date first. */
export function* findAnswering(
  db: ReadableArchive,
  columns: Columns,
  query: string,
): Steps<Outcome<Answering>> {
  const parsed = parseQuery(query)
  if (!parsed.ok) return parsed
  const node = parsed.value
  refreshColumns(db, columns)
  const wanted = wantedWords(node)
  const families = familiesOf(db, node)
  const matching = { db, columns, families }
  const matches = yield* findMatches(node, { ...matching, table: 'version_words' })
  const inNotes =
    wanted.length === 0
      ? emptySet(columns)
      : yield* findMatches(node, { ...matching, table: 'note_words' })
  addAll(matches, inNotes)
  return succeed({ node, wanted, families, matches, inNotes })
}
