import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { AnnotationPanel } from '../annotate/annotation-panel.tsx'
import { HighlightPainter } from '../annotate/highlight-painter.tsx'
import { ReviewNotice } from '../annotate/review-notice.tsx'
import { SelectionToolbar } from '../annotate/selection-toolbar.tsx'
import { useNoteActions } from '../annotate/use-note-actions.ts'
import { useSelection } from '../annotate/use-selection.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useHandOver } from '../hand-over.tsx'
import { useLayout } from '../layout.tsx'
import { TextReviewNotice } from '../review/review-entries.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { useSettings } from '../settings/settings.tsx'
import { PaneDivider } from '../ui/pane-divider.tsx'
import { BackMatter } from './back-matter.tsx'
import { FindBar } from './find-bar.tsx'
import { ReaderToolbar } from './reader-toolbar.tsx'
import { useReading } from './reading.tsx'
import { TextBody } from './text-body.tsx'
import { TextNotices } from './text-notices.tsx'
import { TitleBlock } from './title-block.tsx'
import { useKeptTop } from './use-kept-top.ts'
import { useReaderActions } from './use-reader-actions.ts'

const QuoteDialog = lazy(async () => ({
  default: (await import('../annotate/quote-dialog.tsx')).QuoteDialog,
}))
const ReviewDialog = lazy(async () => ({
  default: (await import('../annotate/review-dialog.tsx')).ReviewDialog,
}))

type Opened = 'find' | 'quote' | 'review' | null

/** One text with what was noted about it. */
export function ReaderView() {
  const { words } = useSpeech()
  const { scrollRef } = useReading()
  const [opened, setOpened] = useState<Opened>(null)
  const findRef = useRef<HTMLInputElement>(null)
  const { notesShown, showNotes } = useNotesShown()
  useSelection()
  const find = (): void => {
    setOpened('find')
    findRef.current?.select()
  }
  const quote = (): void => setOpened('quote')
  const exportPdf = useExportText()
  useReaderActions({ find, quote, exportPdf, toggleNotes: () => showNotes(!notesShown) })
  useNoteActions()
  useKeptTop()
  useResumedDraft()
  const close = (): void => setOpened(null)
  return (
    <div className="reader">
      <ReaderToolbar
        notesShown={notesShown}
        onNotes={showNotes}
        onFind={find}
        onExport={exportPdf}
      />
      {opened === 'find' && <FindBar inputRef={findRef} onClose={close} />}
      <div className="reader-columns">
        <div className="sheet-scroll" ref={scrollRef}>
          <article className="sheet" aria-label={words.reader.label}>
            <TitleBlock />
            <TextNotices />
            <TextReviewNotice />
            <ReviewNotice onReview={() => setOpened('review')} />
            <TextBody />
            <BackMatter />
            <SelectionToolbar />
          </article>
        </div>
        {notesShown && <NotesColumn onQuote={quote} />}
      </div>
      <HighlightPainter />
      <Suspense>
        {opened === 'quote' && <QuoteDialog onClose={close} />}
        {opened === 'review' && <ReviewDialog onClose={close} />}
      </Suspense>
    </div>
  )
}

/** Opens the note that was being written in this text when the archive locked. */
function useResumedDraft(): void {
  const { record, setDraft } = useReading()
  const { note } = useKeptDrafts().resumed
  const isHere = note !== undefined && note.versionId === record.version.id
  useEffect(() => {
    if (!isHere || note.annotationId !== null) return
    setDraft({ kind: note.fields.kind, span: note.span, fields: note.fields })
  }, [isHere, note, setDraft])
}

function useExportText(): () => void {
  const { record } = useReading()
  const { openHandOver } = useHandOver()
  const { version, versions, communique } = record
  const isOlder = versions.some(({ number }) => number > version.number)
  return () =>
    openHandOver({
      name: 'export',
      subject: {
        kind: 'text',
        communiqueId: communique.id,
        versionId: isOlder ? version.id : null,
      },
    })
}

/** Unless the officer chose, annotations are in view where there are some or one is written. */
function useNotesShown(): {
  readonly notesShown: boolean
  readonly showNotes: (shown: boolean) => void
} {
  const { annotations, draft } = useReading()
  const { settings, change } = useSettings()
  const { room } = useLayout()
  const byItself = room === 'wide' && annotations.length > 0
  return {
    notesShown: draft !== null || (settings.notesShown ?? byItself),
    showNotes: (notesShown) => change({ notesShown }),
  }
}

function NotesColumn({ onQuote }: { readonly onQuote: () => void }) {
  const { words } = useSpeech()
  const { settings, change } = useSettings()
  const { room } = useLayout()
  return (
    <>
      {room !== 'narrow' && (
        <PaneDivider
          label={words.app.resizeNotes}
          width={settings.notesWidth}
          least={240}
          most={520}
          grows="after"
          onWidth={(notesWidth) => change({ notesWidth })}
        />
      )}
      <div
        className="notes-column"
        style={room === 'narrow' ? {} : { inlineSize: settings.notesWidth }}
      >
        <AnnotationPanel onQuote={onQuote} />
      </div>
    </>
  )
}
