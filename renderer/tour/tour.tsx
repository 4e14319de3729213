import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { useKeysOf } from '../actions/acting.tsx'
import type { ActionId } from '../actions/actions.ts'
import { useSpeech } from '../i18n/words.tsx'
import { isDialogOpen, isTyping } from '../keys.ts'
import { Button } from '../ui/button.tsx'
import { placeCard, type Box } from './card-place.ts'

type StepName = 'list' | 'search' | 'timeline' | 'reader' | 'review' | 'dossiers' | 'commands'

interface TourStep {
  readonly name: StepName
  /** What it speaks of, if that is on screen. */
  readonly target: string
  /** The action whose keys it names. */
  readonly action: ActionId | null
}

const STEPS: readonly TourStep[] = [
  { name: 'list', target: '.list-pane', action: null },
  { name: 'search', target: '.search-field', action: 'search' },
  { name: 'timeline', target: '.timeline', action: 'timeline' },
  { name: 'reader', target: '.reader-pane', action: null },
  { name: 'review', target: '.desk-entries', action: 'review' },
  { name: 'dossiers', target: '[aria-labelledby="dossiers-title"]', action: 'gather' },
  { name: 'commands', target: '.top-acts', action: 'palette' },
]

/**
 * Goes through the window part by part. Nothing is held meanwhile: everything can be used, and
 * Escape leaves.
 */
export function Tour({ onClose }: { readonly onClose: () => void }) {
  const { words, formats } = useSpeech()
  const keysOf = useKeysOf()
  const [at, setAt] = useState(0)
  const step = STEPS[at] ?? { name: 'list', target: '.list-pane', action: null }
  const { card, target, place } = useCardPlace(step.target)
  useLeavingByEscape(onClose)
  const { title, text } = words.tour.steps[step.name]
  const keys = step.action === null ? undefined : keysOf(step.action)?.shown
  const isLast = at === STEPS.length - 1
  return (
    <>
      {target !== null && <TourRing around={target} />}
      <section
        ref={card}
        className="tour-card"
        aria-label={words.tour.label}
        tabIndex={-1}
        style={{ insetBlockStart: place.top, left: place.left }}
      >
        <div aria-live="polite">
          <p className="tour-count">
            {words.tour.step(formats.number(at + 1), formats.number(STEPS.length))}
          </p>
          <h2 className="tour-title">
            {title}
            {keys !== undefined && <kbd className="tour-keys">{keys}</kbd>}
          </h2>
          <p>{text}</p>
        </div>
        <footer className="tour-foot">
          <Button tone="quiet" onPress={onClose}>
            {isLast ? words.common.close : words.tour.leave}
          </Button>
          <span className="tour-steps">
            <Button isDisabled={at === 0} onPress={() => setAt(at - 1)}>
              {words.tour.previous}
            </Button>
            <Button tone="primary" onPress={() => (isLast ? onClose() : setAt(at + 1))}>
              {isLast ? words.tour.done : words.tour.next}
            </Button>
          </span>
        </footer>
      </section>
    </>
  )
}

function TourRing({ around: { left, top, width, height } }: { readonly around: Box }) {
  return (
    <div
      className="tour-ring"
      aria-hidden="true"
      style={{ left, insetBlockStart: top, inlineSize: width, blockSize: height }}
    />
  )
}

/** Follows what a step speaks of; the card takes the focus once, so that keys reach it. */
function useCardPlace(selector: string) {
  const card = useRef<HTMLElement>(null)
  const [target, setTarget] = useState<Box | null>(null)
  const [place, setPlace] = useState({ left: 0, top: 0 })
  useLayoutEffect(() => {
    const update = (): void => {
      const shown = document.querySelector(selector)?.getBoundingClientRect()
      const box = shown && shown.width > 0 && shown.height > 0 ? shown : null
      const size = card.current?.getBoundingClientRect() ?? { width: 0, height: 0 }
      setTarget(box)
      setPlace(placeCard(box, size, { width: window.innerWidth, height: window.innerHeight }))
    }
    update()
    const resizes = new ResizeObserver(update)
    resizes.observe(document.body)
    const shown = document.querySelector(selector)
    if (shown !== null) resizes.observe(shown)
    return () => resizes.disconnect()
  }, [selector])
  useEffect(() => card.current?.focus({ preventScroll: true }), [])
  return { card, target, place }
}

function useLeavingByEscape(onClose: () => void): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    if (!isDialogOpen() && !isTyping(event.target)) onClose()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    window.addEventListener('keydown', listener)
    return () => window.removeEventListener('keydown', listener)
  }, [])
}
