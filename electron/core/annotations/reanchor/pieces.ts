import type { Alignment } from '../../../../shared/text/align.ts'
import type { Token } from '../../../../shared/text/align-tokens.ts'
import type { Span } from '../../../../shared/text/anchor.ts'

/** Tokens from `first` to `last`, both included. */
export interface TokenRun {
  readonly first: number
  readonly last: number
}

/** The part of a passage that stayed together, with the fresh tokens it now covers. */
export interface Piece {
  readonly freshFirst: number
  readonly freshLast: number
  /** Old tokens of the passage whose partner lies within. */
  readonly survivors: number
  readonly isMoved: boolean
}

/** The tokens a span touches; null when it touches none. */
export function tokensOfSpan(tokens: readonly Token[], span: Span): TokenRun | null {
  const first = countWhile(tokens, (token) => token.end <= span.start)
  const last = countWhile(tokens, (token) => token.start < span.end) - 1
  return first <= last ? { first, last } : null
}

/**
 * The largest piece of a passage in the fresh text, grown at its edges into words that replaced
 * those of the passage, never across a block; null when no word survived. Words that stayed in
 * order are one piece whatever was inserted between them; each moved passage is a piece.
 */
export function largestPiece(alignment: Alignment, run: TokenRun): Piece | null {
  const [core, ...others] = shardsOfRun(alignment, run).toSorted((a, b) => b.count - a.count)
  if (core === undefined) return null
  const within = others.filter(
    (other) => other.freshFirst > core.freshFirst && other.freshLast < core.freshLast,
  )
  const start = { old: core.oldFirst, fresh: core.freshFirst }
  const end = { old: core.oldLast, fresh: core.freshLast }
  return {
    freshFirst: grownEdge(alignment, start, core.oldFirst - run.first, -1),
    freshLast: grownEdge(alignment, end, run.last - core.oldLast, 1),
    survivors: within.reduce((sum, other) => sum + other.count, core.count),
    isMoved: core.isMoved,
  }
}

interface Shard {
  readonly oldFirst: number
  readonly freshFirst: number
  readonly isMoved: boolean
  oldLast: number
  freshLast: number
  count: number
}

/** A moved passage may have gained this many words and still be one. */
const LOOSENESS = 8

function shardsOfRun({ partner, moved }: Alignment, run: TokenRun): readonly Shard[] {
  const shards: Shard[] = []
  let staying: Shard | null = null
  let moving: Shard | null = null
  for (let old = run.first; old <= run.last; old++) {
    const fresh = partner[old] ?? -1
    if (fresh < 0) continue
    const isMoved = moved[old] === 1
    const open: Shard | null = isMoved ? moving : staying
    const continues = open !== null && (!isMoved || follows(open, old, fresh))
    const shard: Shard = continues
      ? open
      : { oldFirst: old, oldLast: old, freshFirst: fresh, freshLast: fresh, count: 0, isMoved }
    if (!continues) shards.push(shard)
    shard.oldLast = old
    shard.freshLast = fresh
    shard.count++
    if (isMoved) moving = shard
    else [staying, moving] = [shard, null]
  }
  return shards
}

function follows(shard: Shard, old: number, fresh: number): boolean {
  const gained = fresh - shard.freshLast
  return gained > 0 && gained <= LOOSENESS + (old - shard.oldLast)
}

interface Edge {
  readonly old: number
  readonly fresh: number
}

/**
 * Grows an edge over fresh words without partner: all of them when the word just outside the
 * passage stands right behind, else the passage's share of the words that were replaced.
 */
function grownEdge(alignment: Alignment, edge: Edge, missing: number, step: 1 | -1): number {
  if (missing === 0) return edge.fresh
  const { partner, origin, moved, fresh } = alignment
  const most = Math.ceil(1.5 * missing) + 1
  const block = fresh.blocks[edge.fresh]
  let free = 0
  while (free < most && origin[edge.fresh + step * (free + 1)] === -1) {
    if (fresh.blocks[edge.fresh + step * (free + 1)] !== block) break
    free++
  }
  const outside = edge.old + step * (missing + 1)
  const isClosed = partner[outside] === edge.fresh + step * (free + 1)
  if (isClosed && moved[outside] === moved[edge.old]) return edge.fresh + step * free
  let replaced = missing
  while (partner[edge.old + step * (replaced + 1)] === -1) replaced++
  return edge.fresh + step * Math.min(missing, Math.round((free * missing) / replaced))
}

function countWhile(tokens: readonly Token[], isBefore: (token: Token) => boolean): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    const token = tokens[middle]
    if (token !== undefined && isBefore(token)) low = middle + 1
    else high = middle
  }
  return low
}
