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
 * `changed` keeps three quarters of the words, is not mostly new and holds nothing that stood
 * elsewhere; `to-review` is to be confirmed.
 */
export function reanchor(alignment: Alignment, span: Span): Reanchoring {
  const run = tokensOfSpan(alignment.old.tokens, span)
  if (run === null) return { status: 'orphan', span: null, suggestion: null }
  const piece = largestPiece(alignment, run)
  const verbatim =
    piece !== null && isSame(alignment, run, piece) ? null : onlyPlace(alignment, run)
  if (verbatim !== null) {
    const place = spanOfPiece(alignment, run, verbatim, span)
    return { status: 'to-review', span: place, suggestion: null }
  }
  if (piece === null) return replacedOrOrphan(alignment, run)
  const status = statusOfPiece(alignment, run, piece)
  if (status === 'orphan') return orphan(alignment, run)
  return { status, span: spanOfPiece(alignment, run, piece, span), suggestion: null }
}

/** True when the piece is, word for word and in order, the passage. */
function isSame({ old, fresh }: Alignment, run: TokenRun, piece: Piece): boolean {
  const shift = piece.freshFirst - run.first
  if (piece.freshLast - run.last !== shift) return false
  const words = old.ids.subarray(run.first, run.last + 1)
  return words.every((id, step) => fresh.ids[piece.freshFirst + step] === id)
}

const SURVIVAL_CHANGED = 0.75

const SURVIVAL_TO_REVIEW = 0.45

/** Neighbours that must have come along for a phrase that recurs to be told apart. */
const NEIGHBOURS = 10

const SHORT_PHRASE = 4

/** A phrase of so many words that stands once in each text is most likely the same passage. */
const TELLING_PHRASE = 8

/** The one place of a telling phrase in the fresh text, where the alignment went another way. */
function onlyPlace({ old, fresh }: Alignment, run: TokenRun): Piece | null {
  const survivors = run.last - run.first + 1
  if (survivors < TELLING_PHRASE) return null
  const phrase = old.ids.subarray(run.first, run.last + 1)
  if (placesOf(old.ids, phrase).length > 1) return null
  const [place, second] = placesOf(fresh.ids, phrase)
  if (place === undefined || second !== undefined) return null
  return { freshFirst: place, freshLast: place + survivors - 1, survivors, isMoved: true }
}

function statusOfPiece(alignment: Alignment, run: TokenRun, piece: Piece): AnchorStatus {
  const total = run.last - run.first + 1
  const length = piece.freshLast - piece.freshFirst + 1
  if (isSame(alignment, run, piece)) {
    if (isAmbiguous(alignment, run, piece)) return 'to-review'
    return piece.isMoved ? 'moved' : 'attached'
  }
  const survival = piece.survivors / total
  const isOneStretch = length <= 2 * piece.survivors && !isInvaded(alignment, run, piece)
  if (survival >= SURVIVAL_CHANGED && isOneStretch) return 'changed'
  return survival >= SURVIVAL_TO_REVIEW ? 'to-review' : 'orphan'
}

/** Whether words that stood elsewhere now stand among those of the passage: it was torn apart. */
function isInvaded({ origin }: Alignment, run: TokenRun, piece: Piece): boolean {
  return origin
    .subarray(piece.freshFirst, piece.freshLast + 1)
    .some((old) => old >= 0 && (old < run.first || old > run.last))
}

function isAmbiguous(alignment: Alignment, run: TokenRun, piece: Piece): boolean {
  const { old, fresh } = alignment
  const before = neighboursAlong(alignment, run.first, piece.freshFirst, -1)
  const after = neighboursAlong(alignment, run.last, piece.freshLast, 1)
  if (before + after >= NEIGHBOURS) return isDoubled(alignment, run, { before, after })
  if (run.first === before && piece.freshFirst === before) return false
  const atEnd = (wording: Wording, last: number): boolean => last + after === wording.ids.length - 1
  if (atEnd(old, run.last) && atEnd(fresh, piece.freshLast)) return false
  if (run.last - run.first + 1 < SHORT_PHRASE && before + after < SHORT_PHRASE) return true
  const phrase = old.ids.subarray(run.first, run.last + 1)
  return placesOf(fresh.ids, phrase).length > 1 || placesOf(old.ids, phrase).length > 1
}

/** Whether the passage stands twice where it stood once, with the same neighbours each time. */
function isDoubled(
  { old, fresh }: Alignment,
  run: TokenRun,
  { before, after }: { readonly before: number; readonly after: number },
): boolean {
  const phrase = old.ids.subarray(run.first - before, run.last + after + 1)
  return placesOf(fresh.ids, phrase).length > 1 && placesOf(old.ids, phrase).length === 1
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

/** Where a phrase stands: the first two places at most. */
function placesOf(ids: Int32Array, phrase: Int32Array): readonly number[] {
  const places: number[] = []
  const first = phrase[0] ?? -1
  for (let at = ids.indexOf(first); at >= 0 && places.length < 2; at = ids.indexOf(first, at + 1)) {
    if (phrase.every((id, step) => ids[at + step] === id)) places.push(at)
  }
  return places
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
  const { old, fresh } = alignment
  const isWord = (oldIndex: number, freshIndex: number): boolean =>
    old.ids[oldIndex] === fresh.ids[freshIndex]
  const [oldFirst, oldLast] = [old.tokens[run.first], old.tokens[run.last]]
  const [first, last] = [fresh.tokens[piece.freshFirst], fresh.tokens[piece.freshLast]]
  if (first === undefined || last === undefined) return null
  if (oldFirst === undefined || oldLast === undefined) return null
  const into = isWord(run.first, piece.freshFirst) ? span.start - oldFirst.start : 0
  const short = isWord(run.last, piece.freshLast) ? oldLast.end - span.end : 0
  const start = first.start + (into < first.end - first.start ? Math.max(0, into) : 0)
  const end = last.end - (short < last.end - last.start ? Math.max(0, short) : 0)
  return start < end ? { start, end } : { start: first.start, end: last.end }
}
