import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useSettings } from '../settings/settings.tsx'
import { useActing, useActions } from './acting.tsx'
import type { ActionId } from './actions.ts'

const Palette = lazy(async () => ({
  default: (await import('./palette.tsx')).Palette,
}))
const ShortcutSheet = lazy(async () => ({
  default: (await import('./shortcut-sheet.tsx')).ShortcutSheet,
}))
const ShortcutSettings = lazy(async () => ({
  default: (await import('./shortcut-settings.tsx')).ShortcutSettings,
}))
const Tour = lazy(async () => ({
  default: (await import('../tour/tour.tsx')).Tour,
}))
const AboutDialog = lazy(async () => ({
  default: (await import('../settings/about-dialog.tsx')).AboutDialog,
}))

type Opened = 'palette' | 'sheet' | 'settings' | 'about' | 'tour' | null

/** The palette of actions, the sheet of their keys, the settings of those, and what Fonds is; the tour. */
export function ActionWindows() {
  const [opened, setOpened] = useState<Opened>(null)
  const { actOf } = useActing()
  const comeBack = useComingBack()
  useActions({
    palette: () => {
      comeBack.leave()
      setOpened('palette')
    },
    shortcuts: () => setOpened('sheet'),
    'change-shortcuts': () => setOpened('settings'),
    about: () => setOpened('about'),
    tour: () => setOpened('tour'),
  })
  useLookActions()
  const close = (): void => setOpened(null)
  const closePalette = (then: ActionId | null): void => {
    close()
    comeBack.ask(() => {
      if (then !== null) actOf(then)?.()
    })
  }
  return (
    <Suspense>
      {opened === 'palette' && <Palette onRun={closePalette} onClose={() => closePalette(null)} />}
      {opened === 'sheet' && (
        <ShortcutSheet onChange={() => setOpened('settings')} onClose={close} />
      )}
      {opened === 'settings' && <ShortcutSettings onClose={close} />}
      {opened === 'tour' && <Tour onClose={close} />}
      {opened === 'about' && <AboutDialog onClose={close} />}
    </Suspense>
  )
}

/** How the window looks and speaks. */
function useLookActions(): void {
  const { settings, change } = useSettings()
  useActions({
    'theme-light': () => change({ theme: 'light' }),
    'theme-dark': () => change({ theme: 'dark' }),
    'theme-system': () => change({ theme: 'system' }),
    'in-french': () => change({ language: 'fr' }),
    'in-arabic': () => change({ language: 'ar' }),
    'in-english': () => change({ language: 'en' }),
    'larger-text': () => change({ readingSize: Math.min(28, settings.readingSize + 1) }),
    'smaller-text': () => change({ readingSize: Math.max(14, settings.readingSize - 1) }),
  })
}

interface Left {
  readonly focus: Element | null
  readonly range: Range | null
}

/** Brings the focus and the selection back to where they were left, and then does something. */
function useComingBack(): {
  readonly leave: () => void
  readonly ask: (then: () => void) => void
} {
  const left = useRef<Left>({ focus: null, range: null })
  const asked = useRef<(() => void) | null>(null)
  const [, redraw] = useState(0)
  useEffect(() => {
    const then = asked.current
    if (then === null) return
    asked.current = null
    // The dialog gives the focus back by itself in the frame after it went: this comes after it.
    requestAnimationFrame(() => {
      requestAnimationFrame(() => {
        returnTo(left.current)
        then()
      })
    })
  })
  return {
    leave: () => {
      const selection = document.getSelection()
      const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
      left.current = { focus: document.activeElement, range }
    },
    ask: (then) => {
      asked.current = then
      redraw((count) => count + 1)
    },
  }
}

function returnTo({ focus, range }: Left): void {
  if (focus instanceof HTMLElement && focus.isConnected) focus.focus({ preventScroll: true })
  const isInText = range?.startContainer.parentElement?.closest('.text') != null
  if (range === null || !isInText) return
  document
    .getSelection()
    ?.setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer, range.endOffset)
}
