/**
 * Gives the focus of a card that closes to what comes next, and tells whether it did: an officer who
 * has gone elsewhere while a note was being kept is not called back.
 */
export function passFocus(from: Element | null, to: HTMLElement | null | undefined): boolean {
  const holder = document.activeElement
  const isElsewhere = holder !== null && holder !== document.body && from?.contains(holder) !== true
  if (isElsewhere) return false
  to?.focus({ preventScroll: true })
  return true
}
