import { TextQuote } from 'lucide-react'
import { useEffect, useMemo, useState } from 'react'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { Writing } from '../safety/read-only.tsx'
import { IconButton } from '../ui/button.tsx'
import { AnnotationCard } from './annotation-card.tsx'
import { DraftCard } from './draft-card.tsx'
import { PanelFilter, viewOf, type PanelView } from './panel-filter.tsx'

/** Beyond this many, cards out of sight are not laid out. */
const LONG_LIST = 100

/** The annotations of the open text, in its order, and the note that is being written. */
export function AnnotationPanel({ onQuote }: { readonly onQuote: () => void }) {
  const { words, formats } = useSpeech()
  const { annotations, notesFailure, draft, activeId } = useReading()
  const [view, setView] = useState<PanelView>({ sought: '', sort: 'text' })
  const shown = useMemo(() => viewOf(annotations, view, words), [annotations, view, words])
  useEffect(() => {
    if (activeId === null) return
    document.querySelector(`[data-annotation="${activeId}"]`)?.scrollIntoView({ block: 'nearest' })
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- a new annotation is active before its card is drawn
  }, [activeId, annotations])
  return (
    <aside className="notes" aria-label={words.annotate.panel}>
      <header className="notes-header">
        <h2 className="pane-title">
          {words.annotate.panel}
          {annotations.length > 0 && (
            <span className="pane-count">{formats.number(annotations.length)}</span>
          )}
        </h2>
        <Writing>
          <IconButton
            label={words.annotate.quoteDialog}
            icon={<TextQuote aria-hidden className="flips" />}
            onPress={onQuote}
          />
        </Writing>
      </header>
      <div className="notes-scroll">
        {draft !== null && <DraftCard key={`${draft.kind} ${draft.span.start}`} draft={draft} />}
        {notesFailure !== null && <FailureNotice failure={notesFailure} />}
        {annotations.length === 0 && draft === null && notesFailure === null && (
          <div className="notes-empty">
            <p>{words.annotate.none}</p>
            <Writing>
              <p>{words.annotate.noneAdvice}</p>
            </Writing>
          </div>
        )}
        {annotations.length > 1 && (
          <PanelFilter view={view} onView={setView} shown={shown.length} />
        )}
        {annotations.length > 0 && shown.length === 0 && (
          <p className="notes-empty">{words.notes.panelNone}</p>
        )}
        <ol className={annotations.length > LONG_LIST ? 'notes-list notes-long' : 'notes-list'}>
          {shown.map((annotation) => (
            <AnnotationCard key={annotation.id} annotation={annotation} />
          ))}
        </ol>
      </div>
    </aside>
  )
}
