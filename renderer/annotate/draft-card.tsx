import { useRef } from 'react'
import { useSpeech } from '../i18n/words.tsx'
import { useReading, type Draft } from '../reader/reading.tsx'
import { bareFields, useAnnotating } from './annotating.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { LinkDialog } from './link-dialog.tsx'
import { MentionDialog } from './mention-dialog.tsx'
import { NoteEditor } from './note-editor.tsx'
import { passFocus } from './pass-focus.ts'
import { PassageQuote } from './passage-quote.tsx'
import { putCaretAfter } from './use-selection.ts'

/** A note about a passage, or what a passage is to lead to, before it is kept. */
export function DraftCard({ draft }: { readonly draft: Draft }) {
  if (draft.kind === 'link') return <LinkDialog span={draft.span} />
  if (draft.kind === 'mention') return <MentionDialog span={draft.span} />
  return <NoteDraft draft={draft} />
}

function NoteDraft({ draft }: { readonly draft: Draft }) {
  const { words } = useSpeech()
  const { record, setDraft, textRef, textMap } = useReading()
  const { keep } = useKeptDrafts()
  const { create } = useAnnotating()
  const { start, end } = draft.span
  const card = useRef<HTMLElement>(null)
  const leave = (): boolean => {
    keep('note', null)
    setDraft(null)
    return passFocus(card.current, textRef.current)
  }
  return (
    <section ref={card} className="note note-active" aria-label={words.annotate.kinds[draft.kind]}>
      <PassageQuote exact={record.version.text.slice(start, end)} start={start} />
      <NoteEditor
        fields={draft.fields ?? bareFields(draft.kind)}
        onChange={(fields) =>
          keep('note', {
            communiqueId: record.communique.id,
            versionId: record.version.id,
            span: draft.span,
            annotationId: null,
            fields,
          })
        }
        onCancel={leave}
        onSave={async (fields) => {
          if (!(await create(draft.span, fields))) return
          if (leave()) putCaretAfter(textMap(), draft.span)
        }}
      />
    </section>
  )
}
