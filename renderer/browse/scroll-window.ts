/** The tallest track that browsers lay out exactly; a longer list is scrolled in proportion. */
const TALLEST_TRACK = 8_000_000

/** Rows of one height seen through a window; lengths in CSS pixels. */
export interface Extent {
  readonly count: number
  readonly rowHeight: number
  readonly viewport: number
}

/**
 * Where a list is scrolled to. `track` is what the scroll bar says, `list` the distance from the
 * top of the whole list; the two differ only when the list is longer than a track can be.
 */
export interface Scrolled {
  readonly track: number
  readonly list: number
}

/** The height of the element that is scrolled. */
export function trackHeight({ count, rowHeight }: Extent): number {
  return Math.min(count * rowHeight, TALLEST_TRACK)
}

/**
 * Follows the scroll bar to `track`. Short moves (wheel, keys) move the list by as many pixels;
 * long ones (dragging the bar) in proportion. Both ends of the track are the ends of the list.
 */
export function followScroll(before: Scrolled, track: number, extent: Extent): Scrolled {
  const end = trackEnd(extent)
  if (track <= 0) return { track: 0, list: 0 }
  if (track >= end) return { track: end, list: listEnd(extent) }
  const moved = track - before.track
  if (Math.abs(moved) > extent.viewport) return { track, list: track * ratio(extent) }
  return { track, list: Math.min(listEnd(extent), Math.max(0, before.list + moved)) }
}

/** The place of the scroll bar for a place in the list. */
export function scrolledTo(list: number, extent: Extent): Scrolled {
  const within = Math.min(listEnd(extent), Math.max(0, list))
  return { track: within / ratio(extent), list: within }
}

/** The least scrolling that brings a row wholly into view, or null when it already is. */
export function reveal(row: number, at: Scrolled, extent: Extent): Scrolled | null {
  const top = row * extent.rowHeight
  if (top < at.list) return scrolledTo(top, extent)
  const bottom = top + extent.rowHeight
  return bottom > at.list + extent.viewport ? scrolledTo(bottom - extent.viewport, extent) : null
}

/** The first and the last row to draw, with `beyond` rows on either side; last is -1 for none. */
export function rowsInView(
  { list }: Scrolled,
  { count, rowHeight, viewport }: Extent,
  beyond: number,
): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.floor(list / rowHeight) - beyond)
  const last = Math.min(count - 1, Math.ceil((list + viewport) / rowHeight) + beyond)
  return { first, last }
}

function listEnd({ count, rowHeight, viewport }: Extent): number {
  return Math.max(0, count * rowHeight - viewport)
}

function trackEnd(extent: Extent): number {
  return Math.max(0, trackHeight(extent) - extent.viewport)
}

function ratio(extent: Extent): number {
  const track = trackEnd(extent)
  return track === 0 ? 1 : listEnd(extent) / track
}
