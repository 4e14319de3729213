import type { Span } from '../../shared/model/search.ts'

/** One paragraph on screen: its only text node and the span of the version's text it shows. */
export interface TextPiece {
  readonly node: Text
  readonly start: number
  readonly end: number
}

/** The paragraphs under `root`, in text order. Each carries `data-start` and one text node. */
export function readTextMap(root: ParentNode): readonly TextPiece[] {
  return [...root.querySelectorAll<HTMLElement>('[data-start]')].flatMap((element) => {
    const node = element.firstChild
    const start = Number(element.dataset['start'])
    return node instanceof Text ? [{ node, start, end: start + node.length }] : []
  })
}

/**
 * The span that a selection covers, or null when it covers no text. A selection may begin or end
 * in an element (a caret moved by whole paragraphs does): only the paragraphs it reaches count.
 */
export function spanFromRange(map: readonly TextPiece[], range: AbstractRangeLike): Span | null {
  const reached = map.filter(({ node }) => range.intersectsNode(node))
  const covered = reached.flatMap(({ node, start, end }) => {
    const from = range.startContainer === node ? start + range.startOffset : start
    const to = range.endContainer === node ? start + range.endOffset : end
    return to > from ? [{ start: from, end: to }] : []
  })
  const first = covered.at(0)
  const last = covered.at(-1)
  return first && last ? { start: first.start, end: last.end } : null
}

type AbstractRangeLike = Pick<
  Range,
  'startContainer' | 'startOffset' | 'endContainer' | 'endOffset' | 'intersectsNode'
>

/** A span as one static range per paragraph it touches. */
export function rangesFromSpan(map: readonly TextPiece[], span: Span): readonly StaticRange[] {
  const pieces: StaticRange[] = []
  for (let at = firstPieceAfter(map, span.start); at < map.length; at++) {
    const piece = map[at]
    if (!piece || piece.start >= span.end) break
    const startOffset = Math.max(0, span.start - piece.start)
    const endOffset = Math.min(piece.node.length, span.end - piece.start)
    if (endOffset <= startOffset) continue
    pieces.push(
      new StaticRange({
        startContainer: piece.node,
        startOffset,
        endContainer: piece.node,
        endOffset,
      }),
    )
  }
  return pieces
}

/** A live range over a span, for selecting it or measuring where it stands; null off the map. */
export function rangeFromSpan(map: readonly TextPiece[], span: Span): Range | null {
  const pieces = rangesFromSpan(map, span)
  const first = pieces.at(0)
  const last = pieces.at(-1)
  if (!first || !last) return null
  const range = document.createRange()
  range.setStart(first.startContainer, first.startOffset)
  range.setEnd(last.endContainer, last.endOffset)
  return range
}

/** The offset of the text under a point of the window, or null beside the text. */
export function offsetAtPoint(map: readonly TextPiece[], x: number, y: number): number | null {
  const caret = document.caretPositionFromPoint(x, y)
  const piece = caret && map.find(({ node }) => node === caret.offsetNode)
  return caret && piece ? piece.start + caret.offset : null
}

/** Index of the first paragraph that ends after `offset`; the map is in text order. */
function firstPieceAfter(map: readonly TextPiece[], offset: number): number {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((map[middle]?.end ?? 0) > offset) high = middle
    else low = middle + 1
  }
  return low
}
