import type { Span } from '../../shared/model/search.ts'
import type { TextPiece } from './text-map.ts'

/** Up to so many annotations are painted over the whole text at once. */
export const WINDOWED_ABOVE = 1500

/** Painted beyond what is in view, on either side, in heights of the view. */
const SCREENS = 3

/**
 * The stretch of text to paint when there are many annotations: what is in view and three screens
 * about. Every change makes the engine look at all it paints again, so less of it costs less.
 */
export function paintedWindow(scroller: Element, map: readonly TextPiece[]): Span {
  return spanInView(scroller, map, SCREENS)
}

/** Whether a part of what is in view lies outside of what is painted. */
export function isLeft(painted: Span, scroller: Element, map: readonly TextPiece[]): boolean {
  const view = spanInView(scroller, map, 0)
  return view.start < painted.start || view.end > painted.end
}

function spanInView(scroller: Element, map: readonly TextPiece[], screens: number): Span {
  const { top, bottom } = scroller.getBoundingClientRect()
  const more = screens * (bottom - top)
  const first = firstPiece(map, (piece) => boxOf(piece).bottom >= top - more)
  const after = firstPiece(map, (piece) => boxOf(piece).top > bottom + more)
  return { start: map[first]?.start ?? 0, end: map[after - 1]?.end ?? 0 }
}

const boxOf = ({ node }: TextPiece): { readonly top: number; readonly bottom: number } =>
  node.parentElement?.getBoundingClientRect() ?? { top: 0, bottom: 0 }

/** Index of the first paragraph that is so far down; they stand below one another. */
function firstPiece(map: readonly TextPiece[], isReached: (piece: TextPiece) => boolean): number {
  let low = 0
  let high = map.length
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = map[middle]
    if (piece && isReached(piece)) high = middle
    else low = middle + 1
  }
  return low
}
