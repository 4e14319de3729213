import { useEffect, useRef } from 'react'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Span } from '../../shared/model/search.ts'
import { useSpeech } from '../i18n/words.tsx'
import { paragraphAt } from '../reader/paragraphs.ts'
import { useReading } from '../reader/reading.tsx'
import { useReadOnly } from '../safety/read-only.tsx'
import { useNotices } from '../ui/notices.tsx'
import { useAnnotating } from './annotating.tsx'
import { resizeByWord } from './resize.ts'
import { isPlacedOn } from './text-order.ts'
import { selectSpan } from './use-selection.ts'

/** Several presses are one step of the history. */
const KEPT_AFTER = 900

interface Pending {
  readonly annotation: Annotation
  readonly span: Span
}

/**
 * Moves an edge of the active annotation by words, shown as the selection and read out, and kept
 * once the keys rest. False where no annotation of this text is active.
 */
export function useResize(): (edge: 'start' | 'end', arrow: 'left' | 'right') => boolean {
  const { words } = useSpeech()
  const { announce } = useNotices()
  const { record, annotations, activeId, selected, textMap } = useReading()
  const { resize } = useAnnotating()
  const { reason } = useReadOnly()
  const pending = useRef<Pending | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const { text, paragraphs } = record.version
  useEffect(() => () => clearTimeout(timer.current), [])
  const keep = async (): Promise<void> => {
    const asked = pending.current
    pending.current = null
    document.getSelection()?.collapseToEnd()
    if (asked) await resize(asked.annotation, asked.span)
  }
  return (edge, arrow) => {
    if (reason !== null) return false
    const active = annotations.find(({ id }) => id === activeId)
    if (!active || !isPlacedOn(active, record.version)) return false
    const begun = pending.current?.annotation.id === active.id ? pending.current : null
    if (begun === null && selected !== null) return false
    const before = begun?.span ?? { start: active.target.start, end: active.target.end }
    const isRtl = paragraphAt(paragraphs, before[edge] - 1)?.direction === 'rtl'
    const step = (arrow === 'right') === isRtl ? -1 : 1
    const span = resizeByWord(text, before, { edge, step })
    pending.current = { annotation: active, span }
    selectSpan(textMap(), span)
    announce(words.notes.resized(text.slice(span.start, span.end)))
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void keep(), KEPT_AFTER)
    return true
  }
}
