import { useEffect } from 'react'

/** Parts of the window between which an officer does not expect the focus to jump. */
const PANES = '.banner, .top-bar, .filters-pane, .list-pane, .reader-pane'
const STOPS = 'a[href], button, input, select, textarea, [tabindex="0"]'
/** Where the work goes on when nothing of a pane is left: the first of these that is there. */
const WORK = ['.list-pane [role="listbox"]', '.reader-pane .text', '.list-pane button']

interface Held {
  readonly element: Element
  /** What could take the focus after it in its pane, then what came before it, the nearest first. */
  readonly heirs: readonly HTMLElement[]
}

/**
 * What holds the focus and goes away, an entry that is removed or a notice that is answered, leaves it
 * to what came after it in its pane, so that keys go on from there; what only moves takes it along.
 * Whoever passes the focus on sooner wins, and so does a hand on the mouse.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: Held | null = null
    let isDue = false
    const onFocus = ({ target }: FocusEvent): void => {
      held = target instanceof Element ? heldFrom(target) : null
    }
    const onPress = (): void => {
      held = null
    }
    const pass = (): void => {
      isDue = false
      if (held !== null && document.hasFocus() && !hasFocus())
        heirOf(held)?.focus({ preventScroll: true })
    }
    const observer = new MutationObserver(() => {
      if (held === null || isDue || hasFocus()) return
      isDue = true
      // What is about to take it by itself does so in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(pass))
    })
    document.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPress, true)
    observer.observe(document.body, {
      childList: true,
      subtree: true,
      attributeFilter: ['disabled'],
    })
    return () => {
      document.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPress, true)
      observer.disconnect()
    }
  }, [])
}

const hasFocus = (): boolean => {
  const { activeElement, body } = document
  return activeElement !== null && activeElement !== body && !activeElement.matches(':disabled')
}

function heldFrom(element: Element): Held {
  const stops = [...(element.closest(PANES)?.querySelectorAll<HTMLElement>(STOPS) ?? [])]
  const at = stops.findIndex((stop) => stop === element)
  return {
    element,
    heirs: [...stops.slice(at + 1), ...stops.slice(0, Math.max(at, 0)).toReversed()],
  }
}

function heirOf({ element, heirs }: Held): HTMLElement | null {
  const near = [element, ...heirs].find(
    (stop) => stop instanceof HTMLElement && stop.isConnected && !stop.matches(':disabled'),
  )
  if (near instanceof HTMLElement) return near
  return WORK.map((place) => document.querySelector<HTMLElement>(place)).find(Boolean) ?? null
}
