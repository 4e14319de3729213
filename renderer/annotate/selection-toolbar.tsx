import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { AnnotationKind } from '../../shared/model/annotation.ts'
import { useActing } from '../actions/acting.tsx'
import { chordsOf, isSingleKey } from '../actions/chords.ts'
import { CopyTools } from '../export/copy-tools.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { PassageTools } from '../passages/passage-tools.tsx'
import { useReading } from '../reader/reading.tsx'
import { Writing } from '../safety/read-only.tsx'
import { KindIcon, KINDS } from './kinds.tsx'
import { rangeFromSpan } from './text-map.ts'
import { useMarking } from './use-marking.ts'

interface Spot {
  readonly top: number
  readonly left: number
}

const GAP = 10
const EDGE = 8

/** The acts on a selection, beside its end. It never takes the focus by itself. */
export function SelectionToolbar() {
  const { words, direction } = useSpeech()
  const { selected, draft, textMap } = useReading()
  const mark = useMarking()
  const { own } = useActing()
  const letterOf = (kind: AnnotationKind): string | undefined =>
    chordsOf(`mark-${kind}`, own).find(isSingleKey)?.toUpperCase()
  const ref = useRef<HTMLDivElement>(null)
  const [spot, setSpot] = useState<Spot | null>(null)
  useLayoutEffect(() => {
    const range = selected && draft === null ? rangeFromSpan(textMap(), selected) : null
    const sheet = ref.current?.offsetParent
    setSpot(range && sheet ? spotBeside(range, sheet, ref.current?.offsetWidth ?? 0) : null)
  }, [selected, draft, textMap])
  return (
    // oxlint-disable-next-line jsx-a11y/interactive-supports-focus -- its buttons take the focus, and hand their arrows up
    <div
      ref={ref}
      className={spot === null ? 'selection-toolbar selection-toolbar-away' : 'selection-toolbar'}
      role="toolbar"
      aria-label={words.annotate.toolbar}
      style={spot ?? {}}
      onKeyDown={(event) => moveByArrow(event, direction)}
    >
      <Writing>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="selection-act"
            aria-keyshortcuts={letterOf(kind)}
            // The selection would be lost to the button otherwise.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => mark(kind)}
          >
            <KindIcon kind={kind} />
            {words.annotate.verbs[kind]}
            {letterOf(kind) && <kbd aria-hidden="true">{letterOf(kind)}</kbd>}
          </button>
        ))}
      </Writing>
      <CopyTools />
      <PassageTools />
    </div>
  )
}

/** Left and right go from one act to the one that stands there. */
function moveByArrow(event: KeyboardEvent<HTMLElement>, direction: 'ltr' | 'rtl'): void {
  const isHeld = event.shiftKey || event.ctrlKey || event.altKey || event.metaKey
  if (isHeld || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
  const acts = [...event.currentTarget.querySelectorAll('button')]
  const at = acts.findIndex((act) => act === document.activeElement)
  const step = (event.key === 'ArrowRight') === (direction === 'ltr') ? 1 : -1
  acts[(at + step + acts.length) % acts.length]?.focus()
  event.preventDefault()
}

function spotBeside(range: Range, sheet: Element, width: number): Spot | null {
  const end = [...range.getClientRects()].at(-1)
  if (!end) return null
  const frame = sheet.getBoundingClientRect()
  const middle = end.left + end.width / 2 - frame.left - width / 2
  return {
    top: end.bottom - frame.top + GAP,
    left: Math.max(EDGE, Math.min(middle, frame.width - width - EDGE)),
  }
}
