import { useActions } from '../actions/acting.tsx'
import { useAnnotating } from '../annotate/annotating.tsx'
import { useMarking } from '../annotate/use-marking.ts'
import { useSentences } from '../annotate/use-sentences.ts'
import { useGather } from '../dossiers/use-gather.ts'
import { useCopying } from '../export/use-copying.ts'
import { useReading } from './reading.tsx'
import { useSaveOriginal } from './use-save-original.ts'
import { isOpenSuggestion, useSettleDate } from './use-settle-date.ts'

interface ReaderActs {
  readonly find: () => void
  readonly quote: () => void
  readonly exportPdf: () => void
  readonly toggleNotes: () => void
}

/** What the keys do while a text is open. */
export function useReaderActions({ find, quote, exportPdf, toggleNotes }: ReaderActs): void {
  const { undoLast, redoLast } = useAnnotating()
  const mark = useMarking()
  const sentences = useSentences()
  const move = useMoves()
  const settle = useSettleFirst()
  const saveOriginal = useSaveOriginal()
  const gather = useGather()
  const { copyQuotation, copyReference } = useCopying()
  useActions({
    find,
    quote,
    'export-pdf': exportPdf,
    'copy-quotation': copyQuotation,
    'copy-reference': copyReference,
    gather,
    'save-original': () => void saveOriginal(),
    'notes-panel': toggleNotes,
    'next-sentence': sentences.next,
    'previous-sentence': sentences.previous,
    'grow-selection': sentences.grow,
    'shrink-selection': sentences.shrink,
    paragraph: sentences.paragraph,
    'next-note': () => move(1),
    'previous-note': () => move(-1),
    'confirm-date': () => settle('confirmed'),
    'reject-date': () => settle('rejected'),
    undo: () => void undoLast(),
    redo: () => void redoLast(),
    'mark-highlight': () => mark('highlight'),
    'mark-comment': () => mark('comment'),
    'mark-commitment': () => mark('commitment'),
    'mark-quotation': () => mark('quotation'),
    'mark-question': () => mark('question'),
    'mark-link': () => mark('link'),
    'mark-mention': () => mark('mention'),
  })
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
