import type { AnnotationRevision } from '../../shared/model/annotation.ts'
import { compareWordings, type WordingRun } from '../../shared/text/align-compare.ts'
import { useSpeech } from '../i18n/words.tsx'

/** What a step changed in the words of a note: taken out struck through, put in underlined. */
export function NoteDiff({ before, after }: { readonly before: string; readonly after: string }) {
  const { words } = useSpeech()
  const shown = (run: WordingRun, side: 'old' | 'fresh'): string => {
    const span = run[side]
    return span === null ? '' : (side === 'old' ? before : after).slice(span.start, span.end)
  }
  return (
    <p className="note-diff" dir="auto">
      {compareWordings(before, after).map((run) => {
        const key = `${run.kind} ${run.old?.start ?? ''} ${run.fresh?.start ?? ''}`
        const isSame = run.kind === 'equal' && run.isVerbatim
        if (isSame) return <span key={key}>{shown(run, 'fresh')} </span>
        return (
          <span key={key}>
            {run.old !== null && run.kind !== 'moved' && (
              <del>
                <span className="visually-hidden">{words.notes.diffRemoved} </span>
                {shown(run, 'old')}
              </del>
            )}{' '}
            {run.fresh !== null && (
              <ins>
                <span className="visually-hidden">{words.notes.diffAdded} </span>
                {shown(run, 'fresh')}
              </ins>
            )}{' '}
          </span>
        )
      })}
    </p>
  )
}

/**
 * The words of the note that a step replaced: the latest that its writer had seen and that nobody
 * had taken back before; empty for the first.
 */
export function bodyBefore(
  revisions: readonly AnnotationRevision[],
  step: AnnotationRevision,
): string {
  const seen = new Set(step.parents)
  const byId = new Map(revisions.map((revision) => [revision.id, revision]))
  for (const id of seen) for (const parent of byId.get(id)?.parents ?? []) seen.add(parent)
  const known = revisions.filter(({ id }) => seen.has(id))
  const takenBack = new Set<string>()
  for (const { id, undoes } of known.toReversed()) {
    if (undoes !== null && !takenBack.has(id)) takenBack.add(undoes)
  }
  return (
    known.findLast(({ id, change }) => change.body !== undefined && !takenBack.has(id))?.change
      .body ?? ''
  )
}
