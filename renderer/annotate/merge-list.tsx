import { useCallback, useId } from 'react'
import { useAnswer } from '../client/use-answer.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Writing } from '../safety/read-only.tsx'
import { Button } from '../ui/button.tsx'
import { useNotices } from '../ui/notices.tsx'

/** Every merge and import, newest first; each can be taken back as a whole. */
export function MergeList() {
  const { words, formats } = useSpeech()
  const id = useId()
  const undoMerge = useUndoMerge()
  const merges = useAnswer('annotation.list-merges', {}).value?.merges ?? []
  return (
    <section className="exchange-part" aria-labelledby={id}>
      <h3 id={id} className="pane-title">
        {words.exchange.merges}
      </h3>
      {merges.length === 0 && <p className="field-advice">{words.exchange.mergesNone}</p>}
      <ul className="exchange-lines">
        {merges.map((merge) => (
          <li key={merge.id} className="merge-line">
            <span>
              {/* Each by itself: the name of a program would draw the day's numbers to its side. */}
              <bdi>{words.exchange.sources[merge.source]}</bdi> ·{' '}
              <bdi>{formats.shortInstant(merge.mergedAt)}</bdi> · <bdi>{merge.mergedBy}</bdi> ·{' '}
              {words.notes.count(merge.annotationCount)}
              {merge.undoneAt !== null && (
                <span className="note-author">
                  {' '}
                  {words.exchange.undoneAt(formats.shortInstant(merge.undoneAt))}
                </span>
              )}
            </span>
            <Writing>
              {merge.undoneAt === null && (
                <Button tone="quiet" onPress={() => void undoMerge(merge.id)}>
                  {words.exchange.undo}
                </Button>
              )}
            </Writing>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Takes a merge back as a whole and tells what became of it. */
export function useUndoMerge(): (mergeId: string) => Promise<boolean> {
  const { words } = useSpeech()
  const { show } = useNotices()
  const tell = useTellFailure()
  const undo = useCommand('annotation.undo-merge')
  return useCallback(
    async (mergeId) => {
      const outcome = await undo({ mergeId })
      if (outcome.ok) show(words.exchange.undone(outcome.value.undone, outcome.value.kept))
      else tell(outcome)
      return outcome.ok
    },
    [undo, show, tell, words],
  )
}
