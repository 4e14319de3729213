import type { AnnotationConflict, AnnotationRevision } from '../../shared/model/annotation.ts'
import type { Failure } from '../../shared/model/failure.ts'
import { useCommand } from '../client/use-command.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech, type Speech } from '../i18n/words.tsx'
import { Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { KindIcon } from './kinds.tsx'
import { useUndo, type Undoing } from './use-undo.ts'

/** What colleagues set differently, with every side, until someone chooses. */
export function ConflictList({
  conflicts,
  failure,
}: {
  readonly conflicts: readonly AnnotationConflict[]
  readonly failure: Failure | null
}) {
  const { words } = useSpeech()
  const undoing = useUndo()
  if (failure !== null) return <FailureNotice failure={failure} />
  if (conflicts.length === 0) {
    return (
      <div className="notes-empty">
        <p>{words.conflicts.none}</p>
        <p>{words.conflicts.noneAdvice}</p>
      </div>
    )
  }
  return (
    <>
      <p className="field-advice">{words.conflicts.intro}</p>
      <ol className="conflicts">
        {conflicts.map((conflict) => (
          <ConflictCard
            key={`${conflict.annotation.id} ${conflict.field}`}
            conflict={conflict}
            undoing={undoing}
          />
        ))}
      </ol>
    </>
  )
}

function ConflictCard({
  conflict,
  undoing,
}: {
  readonly conflict: AnnotationConflict
  readonly undoing: Undoing
}) {
  const { words } = useSpeech()
  const settle = useCommand('annotation.settle-conflict')
  const { annotation, field, sides } = conflict
  const choose = async (revisionId: string | null): Promise<void> => {
    const outcome = await settle({ id: annotation.id, field, revisionId })
    if (outcome.ok) undoing.done(outcome.value, words.conflicts.settled)
    else undoing.tell(outcome.failure)
  }
  const shown = sides.at(-1)
  return (
    <li className="conflict">
      <h3 className="conflict-title">
        <KindIcon kind={annotation.kind} />
        {words.annotate.kinds[annotation.kind]} · {words.conflicts.fields[field]}
      </h3>
      <blockquote className="note-quote" dir="auto">
        {annotation.target.exact}
      </blockquote>
      <ul className="conflict-sides">
        {sides.map((side) => (
          <ConflictSide
            key={side.id}
            side={side}
            conflict={conflict}
            isShown={side === shown && field !== 'withdrawn'}
            onChoose={() => void choose(side.id)}
          />
        ))}
        {field === 'withdrawn' && (
          <li className="conflict-side">
            <p className="conflict-value" dir="auto">
              {annotation.body === '' ? words.conflicts.empty : annotation.body}
            </p>
            <Writing>
              <Button onPress={() => void choose(null)}>{words.conflicts.keep}</Button>
            </Writing>
          </li>
        )}
      </ul>
    </li>
  )
}

function ConflictSide({
  side,
  conflict: { field },
  isShown,
  onChoose,
}: {
  readonly side: AnnotationRevision
  readonly conflict: AnnotationConflict
  readonly isShown: boolean
  readonly onChoose: () => void
}) {
  const speech = useSpeech()
  const { words, formats } = speech
  return (
    <li className="conflict-side">
      <p className="note-author">
        <bdi>{side.by}</bdi> · {formats.shortInstant(side.at)}
        {isShown && <span className="conflict-shown">{words.conflicts.shown}</span>}
      </p>
      <p className="conflict-value" dir="auto">
        {valueOf(side, field, speech)}
      </p>
      <Writing>
        <Button onPress={onChoose}>
          {field === 'withdrawn' ? words.conflicts.withdraw : words.conflicts.choose}
        </Button>
      </Writing>
    </li>
  )
}

function valueOf(
  { change }: AnnotationRevision,
  field: AnnotationConflict['field'],
  { words }: Speech,
): string {
  const { kinds, visibilities, status } = words.annotate
  const { link } = change
  const values: Readonly<Record<typeof field, string | null | undefined>> = {
    kind: change.kind && kinds[change.kind],
    body: change.body,
    visibility: change.visibility && visibilities[change.visibility],
    target: change.target?.exact,
    link: link?.to === 'communique' ? link.title : link?.name,
    orphanedIn: change.orphanedIn === null ? status.attached : status.orphan,
    inReplyTo: change.inReplyTo,
    withdrawn: words.conflicts.withdrawn,
  }
  const value = values[field] ?? ''
  return value === '' ? words.conflicts.empty : value
}
