import { useRef, type KeyboardEvent, type PointerEvent } from 'react'
import { useSpeech } from '../i18n/words.tsx'

const STEP = 16

interface Drag {
  readonly from: number
  readonly width: number
}

/** A bar between two panes that is dragged, or moved with the arrows, to give one its width. */
export function PaneDivider({
  label,
  width,
  least,
  most,
  grows,
  onWidth,
}: {
  readonly label: string
  readonly width: number
  readonly least: number
  readonly most: number
  /** The side of the pane it sizes: the one before it, or the one after. */
  readonly grows: 'before' | 'after'
  readonly onWidth: (width: number) => void
}) {
  const { direction } = useSpeech()
  const drag = useRef<Drag | null>(null)
  const sign = (direction === 'rtl' ? -1 : 1) * (grows === 'before' ? 1 : -1)
  const give = (next: number): void => onWidth(Math.round(Math.min(most, Math.max(least, next))))
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowRight: width + sign * STEP,
      ArrowLeft: width - sign * STEP,
      Home: least,
      End: most,
    }
    const next = steps[event.key]
    if (next === undefined) return
    event.preventDefault()
    give(next)
  }
  const onPointerDown = (event: PointerEvent<HTMLDivElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    drag.current = { from: event.clientX, width }
  }
  const onPointerMove = (event: PointerEvent): void => {
    if (drag.current) give(drag.current.width + sign * (event.clientX - drag.current.from))
  }
  return (
    <div
      className="pane-divider"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={least}
      aria-valuemax={most}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        drag.current = null
      }}
    />
  )
}
