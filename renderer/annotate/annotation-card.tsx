import { History, Lock, Pencil, Share2, Trash2 } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Annotation } from '../../shared/model/annotation.ts'
import { useSpeech } from '../i18n/words.tsx'
import { paragraphNumber } from '../reader/paragraphs.ts'
import { useReading } from '../reader/reading.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { Writing } from '../safety/read-only.tsx'
import { IconButton, IconToggle } from '../ui/button.tsx'
import { useAnnotating } from './annotating.tsx'
import type { NoteFields } from './note-fields.ts'
import { KindIcon } from './kinds.tsx'
import { NoteEditor } from './note-editor.tsx'
import { NoteHistory } from './note-history.tsx'
import { NoteLink } from './note-link.tsx'
import { passFocus } from './pass-focus.ts'
import { PassageQuote } from './passage-quote.tsx'

/** One annotation: what it is, the words it marks, what was noted about them, by whom. */
export function AnnotationCard({ annotation }: { readonly annotation: Annotation }) {
  const { words } = useSpeech()
  const { activeId, setActiveId } = useReading()
  const { revise } = useAnnotating()
  const { kept, keep, drop } = useDraftOf(annotation)
  const [isAsked, setEdited] = useState(false)
  const isEdited = isAsked || kept !== null
  const face = useRef<HTMLButtonElement>(null)
  // The field goes away with the focus in it: the card takes it back.
  const leave = (): void => {
    passFocus(face.current?.closest('.note') ?? null, face.current)
    setEdited(false)
    drop()
  }
  const isActive = activeId === annotation.id
  const { kind, body, target } = annotation
  return (
    <li
      className={`note note-${kind} ${isActive ? 'note-active' : ''}`}
      data-annotation={annotation.id}
      aria-current={isActive}
    >
      <button
        ref={face}
        type="button"
        className="note-face"
        onClick={() => setActiveId(annotation.id)}
      >
        <NoteHead annotation={annotation} />
        <PassageQuote exact={target.exact} start={target.start} />
      </button>
      {isEdited ? (
        <NoteEditor
          fields={kept ?? annotation}
          onChange={keep}
          onCancel={leave}
          onSave={async (fields) => {
            if (await revise(annotation, fields)) leave()
          }}
        />
      ) : (
        <>
          {body !== '' && (
            <p className="note-body" dir="auto">
              {body}
            </p>
          )}
          <NoteLink annotation={annotation} />
          <NoteTags tags={annotation.tags} />
          <NoteFoot annotation={annotation} onEdit={() => setEdited(true)} />
        </>
      )}
      <span className="visually-hidden">{words.annotate.status[annotation.status]}</span>
    </li>
  )
}

/** What is being written of a note, kept over a lock. */
function useDraftOf({ id, target }: Annotation): {
  readonly kept: NoteFields | null
  readonly keep: (fields: NoteFields) => void
  readonly drop: () => void
} {
  const { record } = useReading()
  const { keep, resumed } = useKeptDrafts()
  return {
    kept: resumed.note?.annotationId === id ? resumed.note.fields : null,
    keep: (fields) => {
      const [communiqueId, versionId] = [record.communique.id, record.version.id]
      const { start, end } = target
      keep('note', { communiqueId, versionId, span: { start, end }, annotationId: id, fields })
    },
    drop: () => keep('note', null),
  }
}

function NoteHead({ annotation }: { readonly annotation: Annotation }) {
  const { words, formats } = useSpeech()
  const { record } = useReading()
  const { kind, status, target, visibility } = annotation
  const number = paragraphNumber(record.version.paragraphs, target.start)
  const Sign = visibility === 'private' ? Lock : Share2
  return (
    <span className="note-head">
      <KindIcon kind={kind} />
      <span className="note-kind">{words.annotate.kinds[kind]}</span>
      {status !== 'attached' && (
        <span className="note-status">{words.annotate.status[status]}</span>
      )}
      <span className="note-visibility" title={words.annotate.visibilities[visibility]}>
        <Sign aria-hidden />
        <span className="visually-hidden">{words.annotate.visibilities[visibility]}</span>
      </span>
      {number !== null && status !== 'orphan' && (
        <span className="note-paragraph" title={words.reader.paragraph(number)}>
          <span aria-hidden="true">§ {formats.number(number)}</span>
          <span className="visually-hidden">{words.reader.paragraph(number)}</span>
        </span>
      )}
    </span>
  )
}

function NoteTags({ tags }: { readonly tags: readonly string[] }) {
  const { words } = useSpeech()
  if (tags.length === 0) return null
  return (
    <ul className="note-tags" aria-label={words.annotate.tags}>
      {tags.map((tag) => (
        <li key={tag} className="tag">
          <bdi>{tag}</bdi>
        </li>
      ))}
    </ul>
  )
}

function NoteFoot({
  annotation,
  onEdit,
}: {
  readonly annotation: Annotation
  readonly onEdit: () => void
}) {
  const { words, formats } = useSpeech()
  const withdraw = useWithdraw(annotation)
  const [isTold, setTold] = useState(false)
  return (
    <>
      <div className="note-foot">
        <span className="note-author">
          <bdi>{annotation.createdBy}</bdi> · {formats.shortInstant(annotation.modifiedAt)}
        </span>
        <span className="note-tools">
          <Writing>
            <IconButton
              label={words.annotate.edit}
              icon={<Pencil aria-hidden />}
              onPress={onEdit}
            />
          </Writing>
          <IconToggle
            label={words.annotate.history}
            icon={<History aria-hidden />}
            isSelected={isTold}
            onChange={setTold}
          />
          <Writing>
            <IconButton
              label={words.annotate.withdraw}
              icon={<Trash2 aria-hidden />}
              onPress={() => void withdraw()}
            />
          </Writing>
        </span>
      </div>
      {isTold && <NoteHistory id={annotation.id} />}
    </>
  )
}

/** Takes an annotation out of the text; the focus goes to the one after it, or back to the text. */
function useWithdraw(annotation: Annotation): () => Promise<void> {
  const { textRef } = useReading()
  const { withdraw } = useAnnotating()
  return async () => {
    const card = document.querySelector(`[data-annotation="${annotation.id}"]`)
    const neighbour = card?.nextElementSibling ?? card?.previousElementSibling
    if (!(await withdraw(annotation))) return
    const next = neighbour?.querySelector<HTMLElement>('.note-face') ?? textRef.current
    passFocus(card, next)
  }
}
