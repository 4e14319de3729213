import { Lock, Share2 } from 'lucide-react'
import type { Annotation } from '../../shared/model/annotation.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { KindIcon } from './kinds.tsx'

/** One annotation outside of its text; pressing it opens the text there. */
export function ListedNote({
  annotation,
  title,
  onLeave,
}: {
  readonly annotation: Annotation
  readonly title: string
  readonly onLeave: () => void
}) {
  const { open } = useDesk()
  const { id, communiqueId, kind } = annotation
  const jump = (): void => {
    onLeave()
    open({ communiqueId, annotationId: id })
  }
  return (
    <li className={`note listed-note note-${kind}`}>
      <button type="button" className="note-face" onClick={jump}>
        <ListedWords annotation={annotation} title={title} />
        <ListedFoot annotation={annotation} />
      </button>
    </li>
  )
}

/** What an annotation says, on what words of which text. */
export function ListedWords({
  annotation,
  title,
}: {
  readonly annotation: Annotation
  readonly title: string
}) {
  const { words } = useSpeech()
  const { kind, status, visibility, target, body, link } = annotation
  const Sign = visibility === 'private' ? Lock : Share2
  return (
    <>
      <span className="note-head">
        <KindIcon kind={kind} />
        <span className="note-kind">{words.annotate.kinds[kind]}</span>
        {status !== 'attached' && (
          <span className="note-status">{words.annotate.status[status]}</span>
        )}
        <span className="note-visibility">
          <Sign aria-hidden />
          <span className="visually-hidden">{words.annotate.visibilities[visibility]}</span>
        </span>
      </span>
      <span className="listed-title">
        <bdi>{title}</bdi>
      </span>
      <span className="note-quote" dir="auto">
        {target.exact}
      </span>
      {link !== null && (
        <span className="listed-link">
          → <bdi>{link.to === 'communique' ? link.title : link.name}</bdi>
        </span>
      )}
      {body !== '' && (
        <span className="listed-body" dir="auto">
          {body}
        </span>
      )}
    </>
  )
}

function ListedFoot({ annotation }: { readonly annotation: Annotation }) {
  const { formats } = useSpeech()
  const { tags } = annotation
  return (
    <span className="listed-foot">
      {tags.map((tag) => (
        <span key={tag} className="tag">
          <bdi>{tag}</bdi>
        </span>
      ))}
      <span className="note-author">
        <bdi>{annotation.createdBy}</bdi> · {formats.shortInstant(annotation.modifiedAt)}
      </span>
    </span>
  )
}
