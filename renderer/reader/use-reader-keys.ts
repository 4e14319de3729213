import { useEffect, useEffectEvent } from 'react'
import { useAnnotating } from '../annotate/annotating.tsx'
import { KINDS } from '../annotate/kinds.tsx'
import { useMarking } from '../annotate/use-marking.ts'
import { useSentences } from '../annotate/use-sentences.ts'
import { chordFromKey, isDialogOpen, isTyping } from '../keys.ts'
import { useSettings } from '../settings/settings.tsx'
import { useReading } from './reading.tsx'
import { isOpenSuggestion, useSettleDate } from './use-settle-date.ts'

interface ReaderActs {
  readonly find: () => void
  readonly quote: () => void
  readonly exportPdf: () => void
}

/** The keys of the reading view. Letters alone act only while the text holds the focus. */
export function useReaderKeys({ find, quote, exportPdf }: ReaderActs): void {
  const { settings } = useSettings()
  const { selected, textRef } = useReading()
  const { undoLast, redoLast } = useAnnotating()
  const mark = useMarking()
  const sentences = useSentences()
  const move = useMoves()
  const settle = useSettleFirst()
  const acts: Readonly<Record<string, () => void>> = {
    'ctrl+f': find,
    'ctrl+p': exportPdf,
    'ctrl+shift+a': quote,
    'alt+arrowdown': sentences.next,
    'alt+arrowup': sentences.previous,
    'alt+shift+arrowdown': sentences.grow,
    'alt+shift+arrowup': sentences.shrink,
    'alt+p': sentences.paragraph,
    'alt+n': () => move(1),
    'alt+shift+n': () => move(-1),
    'alt+o': () => settle('confirmed'),
    'alt+r': () => settle('rejected'),
  }
  const onlyInText = (event: KeyboardEvent, chord: string): (() => void) | undefined => {
    if (isTyping(event.target)) return undefined
    if (chord === 'ctrl+z') return () => void undoLast()
    if (chord === 'ctrl+shift+z' || chord === 'ctrl+y') return () => void redoLast()
    const kind = KINDS.find(({ letter }) => letter.toLowerCase() === chord)?.kind
    const isInText = textRef.current?.contains(document.activeElement) ?? false
    const isAllowed = settings.singleKeys && selected !== null && isInText
    return kind && isAllowed ? () => mark(kind) : undefined
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (isDialogOpen()) return
    const chord = chordFromKey(event)
    const act = acts[chord] ?? onlyInText(event, chord)
    if (!act) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event)
    // On the way down: fields keep the keys they handle from coming up again.
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}

/** Goes from one annotation to the next, or back, round the text. */
function useMoves(): (step: number) => void {
  const { annotations, activeId, setActiveId } = useReading()
  return (step) => {
    const at = annotations.findIndex(({ id }) => id === activeId)
    const from = at === -1 && step < 0 ? 0 : at
    const next = annotations[(from + step + annotations.length) % annotations.length]
    if (next) setActiveId(next.id)
  }
}

/** Settles the first suggestion that is still open. */
function useSettleFirst(): (settlement: 'confirmed' | 'rejected') => void {
  const { record } = useReading()
  const settle = useSettleDate()
  return (settlement) => {
    const date = record.communique.dates.find(isOpenSuggestion)
    if (date) void settle(date, settlement, null)
  }
}
