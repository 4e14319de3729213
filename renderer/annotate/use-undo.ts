import { useCallback, useMemo, useRef } from 'react'
import type { Annotation } from '../../shared/model/annotation.ts'
import type { Failure } from '../../shared/model/failure.ts'
import { useCommand } from '../client/use-command.ts'
import { tellFailure } from '../i18n/failure-words.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'

/** Acts on annotations that can be taken back in turn, and done again. */
export interface Undoing {
  readonly tell: (failure: Failure) => void
  /** Tells of an act and offers to take it back. */
  readonly done: (annotation: Annotation, text: string) => void
  readonly undoLast: () => Promise<void>
  readonly redoLast: () => Promise<void>
}

/** Remembers what was done here, newest last; a new act forgets what was taken back. */
export function useUndo(): Undoing {
  const { words } = useSpeech()
  const { show } = useNotices()
  const undo = useCommand('annotation.undo')
  const redo = useCommand('annotation.redo')
  const acts = useRef<string[]>([])
  const undone = useRef<string[]>([])
  const tell = useCallback(
    (failure: Failure) => {
      const { title, advice } = tellFailure(words.failures, failure)
      show(`${title}. ${advice}`)
    },
    [words, show],
  )
  const redoLast = useCallback(async () => {
    const id = undone.current.pop()
    if (id === undefined) return tell({ kind: 'nothing-to-undo' })
    const outcome = await redo({ id })
    if (!outcome.ok) return tell(outcome.failure)
    acts.current.push(id)
    show(words.notes.redone)
  }, [redo, show, tell, words])
  const undoAct = useCallback(
    async (id: string) => {
      const outcome = await undo({ id })
      acts.current = acts.current.filter((_, index) => index !== acts.current.lastIndexOf(id))
      if (!outcome.ok) return tell(outcome.failure)
      undone.current.push(id)
      show(words.annotate.undone, { label: words.notes.redo, run: () => void redoLast() })
    },
    [undo, show, tell, words, redoLast],
  )
  const done = useCallback(
    (annotation: Annotation, text: string) => {
      acts.current.push(annotation.id)
      undone.current = []
      show(text, { label: words.common.undo, run: () => void undoAct(annotation.id) })
    },
    [show, undoAct, words],
  )
  const undoLast = useCallback(async () => {
    const last = acts.current.at(-1)
    if (last === undefined) tell({ kind: 'nothing-to-undo' })
    else await undoAct(last)
  }, [tell, undoAct])
  return useMemo(() => ({ tell, done, undoLast, redoLast }), [tell, done, undoLast, redoLast])
}
