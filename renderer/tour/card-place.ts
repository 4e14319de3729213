/** A rectangle of the window, in pixels. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

interface Size {
  readonly width: number
  readonly height: number
}

const GAP = 14
const EDGE = 12

/**
 * Where a card stands that speaks of a part of the window: beside it, below or above it where there
 * is room, else in its lower corner; always whole inside the window.
 */
export function placeCard(target: Box | null, card: Size, window: Size): Pick<Box, 'left' | 'top'> {
  const inside = (left: number, top: number): Pick<Box, 'left' | 'top'> => ({
    left: Math.max(EDGE, Math.min(window.width - card.width - EDGE, left)),
    top: Math.max(EDGE, Math.min(window.height - card.height - EDGE, top)),
  })
  if (target === null) {
    return inside((window.width - card.width) / 2, window.height - card.height - EDGE)
  }
  const right = target.left + target.width
  const bottom = target.top + target.height
  const middle = target.left + (target.width - card.width) / 2
  if (bottom + GAP + card.height + EDGE <= window.height) return inside(middle, bottom + GAP)
  if (right + GAP + card.width + EDGE <= window.width) return inside(right + GAP, target.top + 80)
  if (target.left - GAP - card.width >= EDGE) {
    return inside(target.left - GAP - card.width, target.top + 80)
  }
  if (target.top - GAP - card.height >= EDGE) return inside(middle, target.top - GAP - card.height)
  return inside(right - card.width - EDGE, bottom - card.height - EDGE)
}
