/**
 * Loads every face of the window once it has nothing else to do: a text in another script is then
 * drawn in its letters at once, not in others first.
 */
export function loadFacesSoon(): void {
  requestIdleCallback(() => {
    for (const face of document.fonts) {
      // One that cannot be had is asked for again, and told, where it is needed.
      face.load().catch(() => null)
    }
  })
}
