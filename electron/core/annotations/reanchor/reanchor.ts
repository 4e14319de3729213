import type { AnchorStatus } from '../../../../shared/model/annotation.ts'
import type { Alignment, Wording } from '../../../../shared/text/align.ts'
import type { Span } from '../../../../shared/text/anchor.ts'
import { largestPiece, tokensOfSpan } from './pieces.ts'
import type { Piece, TokenRun } from './pieces.ts'
import { closestSpan } from './suggest.ts'

/** Where a passage of the old wording stands in the fresh one. */
export interface Reanchoring {
  readonly status: AnchorStatus
  /** The passage in the fresh text; null only for an orphan. */
  readonly span: Span | null
  /** For an orphan, a passage that reads nearly the same, to be offered and never taken silently. */
  readonly suggestion: Span | null
}

/**
 * Carries one span of the old text over an alignment. `attached` and `moved` hold only where every
 * word is the same word, in order, with enough of its neighbours to tell it from a recurrence;
 * `changed` keeps three quarters of the words and is not mostly new; `to-review` is to be confirmed.
 */
export function reanchor(alignment: Alignment, span: Span): Reanchoring {
  const run = tokensOfSpan(alignment.old.tokens, span)
  if (run === null) return { status: 'orphan', span: null, suggestion: null }
  const piece = largestPiece(alignment, run)
  if (piece === null) return replacedOrOrphan(alignment, run)
  const status = statusOfPiece(alignment, run, piece)
  if (status === 'orphan') return orphan(alignment, run)
  return { status, span: spanOfPiece(alignment, run, piece, span), suggestion: null }
}

const SURVIVAL_CHANGED = 0.75

const SURVIVAL_TO_REVIEW = 0.45

/** Neighbours that must have come along for a phrase that recurs to be told apart. */
const NEIGHBOURS = 10

const SHORT_PHRASE = 4

function statusOfPiece(alignment: Alignment, run: TokenRun, piece: Piece): AnchorStatus {
  const total = run.last - run.first + 1
  const length = piece.freshLast - piece.freshFirst + 1
  const isSame = piece.survivors === total && length === total
  if (isSame) {
    if (isAmbiguous(alignment, run, piece)) return 'to-review'
    return piece.isMoved ? 'moved' : 'attached'
  }
  const survival = piece.survivors / total
  if (survival >= SURVIVAL_CHANGED && length <= 2 * piece.survivors) return 'changed'
  return survival >= SURVIVAL_TO_REVIEW ? 'to-review' : 'orphan'
}

function isAmbiguous(alignment: Alignment, run: TokenRun, piece: Piece): boolean {
  const { old, fresh } = alignment
  const before = neighboursAlong(alignment, run.first, piece.freshFirst, -1)
  const after = neighboursAlong(alignment, run.last, piece.freshLast, 1)
  if (before + after >= NEIGHBOURS) return false
  if (run.first === before && piece.freshFirst === before) return false
  const atEnd = (wording: Wording, last: number): boolean => last + after === wording.ids.length - 1
  if (atEnd(old, run.last) && atEnd(fresh, piece.freshLast)) return false
  if (run.last - run.first + 1 < SHORT_PHRASE && before + after < SHORT_PHRASE) return true
  const phrase = old.ids.subarray(run.first, run.last + 1)
  return recurs(fresh.ids, phrase) || recurs(old.ids, phrase)
}

/** Words next to the passage, on one side, that stand next to it still. */
function neighboursAlong(
  { partner }: Alignment,
  old: number,
  fresh: number,
  direction: 1 | -1,
): number {
  let count = 0
  while (count < NEIGHBOURS) {
    const step = direction * (count + 1)
    if (fresh + step < 0 || partner[old + step] !== fresh + step) break
    count++
  }
  return count
}

function recurs(ids: Int32Array, phrase: Int32Array): boolean {
  const first = phrase[0] ?? -1
  let found = 0
  for (let at = ids.indexOf(first); at >= 0 && found < 2; at = ids.indexOf(first, at + 1)) {
    if (phrase.every((id, step) => ids[at + step] === id)) found++
  }
  return found > 1
}

/** Nothing survived: the words that replaced it between surviving neighbours, to be reviewed. */
function replacedOrOrphan(alignment: Alignment, run: TokenRun): Reanchoring {
  const { partner, fresh } = alignment
  const before = partner[run.first - 1] ?? -1
  const after = partner[run.last + 1] ?? -1
  const start = fresh.tokens[before + 1]
  const end = fresh.tokens[after - 1]
  const count = after - before - 1
  const most = 2 * (run.last - run.first + 1) + 2
  const isReplaced = before >= 0 && count > 0 && count <= most
  if (!isReplaced || start === undefined || end === undefined) return orphan(alignment, run)
  return { status: 'to-review', span: { start: start.start, end: end.end }, suggestion: null }
}

function orphan({ old, fresh }: Alignment, run: TokenRun): Reanchoring {
  const phrase = old.ids.subarray(run.first, run.last + 1)
  return { status: 'orphan', span: null, suggestion: closestSpan(phrase, fresh) }
}

/** Keeps a span that began or ended inside a word at the same letter of that word. */
function spanOfPiece(alignment: Alignment, run: TokenRun, piece: Piece, span: Span): Span | null {
  const { old, fresh, partner } = alignment
  const [oldFirst, oldLast] = [old.tokens[run.first], old.tokens[run.last]]
  const [first, last] = [fresh.tokens[piece.freshFirst], fresh.tokens[piece.freshLast]]
  if (first === undefined || last === undefined) return null
  if (oldFirst === undefined || oldLast === undefined) return null
  const into = partner[run.first] === piece.freshFirst ? span.start - oldFirst.start : 0
  const short = partner[run.last] === piece.freshLast ? oldLast.end - span.end : 0
  const start = first.start + (into < first.end - first.start ? Math.max(0, into) : 0)
  const end = last.end - (short < last.end - last.start ? Math.max(0, short) : 0)
  return start < end ? { start, end } : { start: first.start, end: last.end }
}
