import { Trash2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import type { Annotation, AnnotationPage } from '../../shared/model/annotation.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useCommand } from '../client/use-command.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useNotices } from '../ui/notices.tsx'
import { ListedWords } from './listed-note.tsx'
import { useUndo } from './use-undo.ts'

const SHOWN = 500

/** What is to be erased: one annotation, or with null all that were removed. */
interface Erasing {
  readonly ids: readonly string[] | null
  readonly count: number
}

/** Annotations that were removed: put back, or erased for good once that was confirmed. */
export function Trash() {
  const { words } = useSpeech()
  const { value, failure, askAgain } = useAnswer('annotation.list-withdrawn', { limit: SHOWN })
  const [erasing, setErasing] = useState<Erasing | null>(null)
  const { restore, erase } = useTrashActs()
  if (failure !== null) return <FailureNotice failure={failure} onRetry={askAgain} />
  if (value === null) return null
  if (value.total === 0) {
    return (
      <EmptyState
        icon={<Trash2 aria-hidden />}
        title={words.trash.none}
        advice={words.trash.noneAdvice}
      />
    )
  }
  if (erasing !== null) {
    return (
      <Confirmation
        count={erasing.count}
        onLeave={() => setErasing(null)}
        onConfirm={async () => {
          await erase(erasing.ids)
          setErasing(null)
        }}
      />
    )
  }
  return (
    <div className="trash">
      <div className="trash-head">
        <p className="field-advice">{words.trash.intro}</p>
        <Writing>
          <Button onPress={() => setErasing({ ids: null, count: value.total })}>
            {words.trash.eraseAll}
          </Button>
        </Writing>
      </div>
      <ShownCount shown={value.rows.length} total={value.total} />
      <ol className="all-notes-list">
        {value.rows.map((row) => (
          <RemovedNote
            key={row.annotation.id}
            {...row}
            onRestore={() => void restore(row.annotation)}
            onErase={() => setErasing({ ids: [row.annotation.id], count: 1 })}
          />
        ))}
      </ol>
    </div>
  )
}

function ShownCount({ shown, total }: { readonly shown: number; readonly total: number }) {
  const { words, formats } = useSpeech()
  const [first, last, all] = [1, shown, total].map((count) => formats.number(count))
  return (
    <p className="all-notes-count" role="status">
      {shown === total
        ? words.notes.count(total)
        : words.notes.range(`${first}`, `${last}`, `${all}`)}
    </p>
  )
}

function RemovedNote({
  annotation,
  title,
  onRestore,
  onErase,
}: AnnotationPage['rows'][number] & {
  readonly onRestore: () => void
  readonly onErase: () => void
}) {
  const { words, formats } = useSpeech()
  const { kind, body, modifiedBy, modifiedAt } = annotation
  return (
    <li className={`note listed-note note-${kind}`}>
      <ListedWords annotation={annotation} title={title} />
      {body === '' && <span className="listed-body field-advice">{words.trash.noWords}</span>}
      <p className="listed-foot note-author">
        <span>
          {words.trash.withdrawnBy} <bdi>{modifiedBy}</bdi> ·{' '}
          <bdi>{formats.shortInstant(modifiedAt)}</bdi>
        </span>
      </p>
      <Writing>
        <div className="trash-acts">
          <Button onPress={onRestore}>
            <Undo2 aria-hidden className="flips" />
            {words.trash.restore}
          </Button>
          <Button tone="quiet" onPress={onErase}>
            <Trash2 aria-hidden />
            {words.trash.erase}
          </Button>
        </div>
      </Writing>
    </li>
  )
}

function Confirmation({
  count,
  onLeave,
  onConfirm,
}: {
  readonly count: number
  readonly onLeave: () => void
  readonly onConfirm: () => Promise<void>
}) {
  const { words } = useSpeech()
  const [isErasing, setErasing] = useState(false)
  return (
    <section className="safety-form" aria-label={words.trash.eraseTitle(count)}>
      <h3 className="field-label">{words.trash.eraseTitle(count)}</h3>
      <p>{words.trash.eraseAdvice}</p>
      <div className="gate-acts">
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- a press of Enter too many must erase nothing */}
        <Button autoFocus isDisabled={isErasing} onPress={onLeave}>
          {words.common.cancel}
        </Button>
        <Button
          tone="danger"
          isDisabled={isErasing}
          onPress={() => {
            setErasing(true)
            void onConfirm()
          }}
        >
          {words.trash.confirm}
        </Button>
      </div>
    </section>
  )
}

function useTrashActs(): {
  readonly restore: (annotation: Annotation) => Promise<void>
  readonly erase: (ids: readonly string[] | null) => Promise<void>
} {
  const { words } = useSpeech()
  const { show } = useNotices()
  const undoing = useUndo()
  const revise = useCommand('annotation.revise')
  const eraseThem = useCommand('annotation.erase')
  return {
    restore: async ({ id }) => {
      const outcome = await revise({ id, withdrawn: false })
      if (outcome.ok) undoing.done(outcome.value, words.trash.restored)
      else undoing.tell(outcome.failure)
    },
    erase: async (ids) => {
      const outcome = await eraseThem({ ids: ids === null ? null : [...ids] })
      if (!outcome.ok) return undoing.tell(outcome.failure)
      const { erased, purged } = outcome.value
      show([words.trash.erased(erased), ...(purged ? [] : [words.trash.notPurged])].join(' '))
    },
  }
}
