import type { AnnotationRevision } from '../../shared/model/annotation.ts'
import { useAnswer } from '../client/use-answer.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech, type Speech } from '../i18n/words.tsx'
import { bodyBefore, NoteDiff } from './note-diff.tsx'

/** Every step of one annotation, the newest first. */
export function NoteHistory({ id }: { readonly id: string }) {
  const speech = useSpeech()
  const { value, failure, askAgain } = useAnswer('annotation.list-history', { id })
  if (failure !== null) return <FailureNotice failure={failure} onRetry={askAgain} />
  const revisions = value?.revisions ?? []
  return (
    <ol className="note-history" aria-label={speech.words.annotate.history}>
      {revisions.toReversed().map((revision) => (
        <li key={revision.id}>
          <span>{tellStep(revision, speech)}</span>
          <span className="note-author">
            <bdi>{revision.by}</bdi> · {speech.formats.shortInstant(revision.at)}
          </span>
          {revision.change.body !== undefined && revision.parents.length > 0 && (
            <details className="note-past">
              <summary>{speech.words.notes.diff}</summary>
              <NoteDiff before={bodyBefore(revisions, revision)} after={revision.change.body} />
            </details>
          )}
        </li>
      ))}
    </ol>
  )
}

function tellStep({ parents, change, undoes }: AnnotationRevision, speech: Speech): string {
  const { steps, kinds, visibilities } = speech.words.annotate
  if (undoes !== null) return steps.undone
  if (parents.length === 0) return steps.created
  const told = [
    change.kind && steps.kind(kinds[change.kind]),
    change.body === undefined ? undefined : steps.body,
    change.addedTags && steps.tagged(speech.formats.list(change.addedTags)),
    change.removedTags && steps.untagged(speech.formats.list(change.removedTags)),
    change.visibility && steps.visibility(visibilities[change.visibility]),
    change.target === undefined ? undefined : steps.moved,
    change.withdrawn === undefined
      ? undefined
      : change.withdrawn
        ? steps.withdrawn
        : steps.restored,
  ]
  return speech.formats.list(told.filter((step) => step !== undefined))
}
