import { createContext, use, useCallback, useMemo, useRef, type ReactNode } from 'react'
import type { Annotation, AnnotationKind, Visibility } from '../../shared/model/annotation.ts'
import type { Failure } from '../../shared/model/failure.ts'
import type { Span } from '../../shared/model/search.ts'
import { useCommand } from '../client/use-command.ts'
import { tellFailure } from '../i18n/failure-words.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { useNotices } from '../ui/notices.tsx'

/** What an officer writes about a passage. */
export interface NoteFields {
  readonly kind: AnnotationKind
  readonly body: string
  readonly tags: readonly string[]
  readonly visibility: Visibility
}

/** The acts of annotation on the text that is open. Each tells the officer what became of it. */
export interface Annotating {
  readonly create: (span: Span, fields: NoteFields) => Promise<boolean>
  readonly revise: (annotation: Annotation, fields: NoteFields) => Promise<boolean>
  readonly withdraw: (annotation: Annotation) => Promise<void>
  /** Takes back the newest act of this reading. */
  readonly undoLast: () => Promise<void>
}

/** An annotation that only marks its passage. */
export function bareFields(kind: AnnotationKind): NoteFields {
  return { kind, body: '', tags: [], visibility: 'private' }
}

const AnnotatingContext = createContext<Annotating | null>(null)

/** Holds the acts of annotation on the text that is open, and what can be taken back of them. */
export function AnnotatingProvider({ children }: { readonly children: ReactNode }) {
  const annotating = useActs()
  return <AnnotatingContext value={annotating}>{children}</AnnotatingContext>
}

/** The acts of annotation on the text that is open. */
export function useAnnotating(): Annotating {
  const annotating = use(AnnotatingContext)
  if (annotating === null) throw new Error('annotating is used outside of the reading view')
  return annotating
}

function useActs(): Annotating {
  const { words } = useSpeech()
  const { record, setActiveId } = useReading()
  const create = useCommand('annotation.create')
  const revise = useCommand('annotation.revise')
  const { tell, done, undoLast } = useUndo()
  return useMemo(
    () => ({
      create: async (span, fields) => {
        const { start, end } = span
        const { tags, ...rest } = fields
        const outcome = await create({
          versionId: record.version.id,
          start,
          end,
          ...rest,
          tags: [...tags],
        })
        if (!outcome.ok) return (tell(outcome.failure), false)
        setActiveId(outcome.value.id)
        done(outcome.value, words.annotate.createdNow(words.annotate.kinds[fields.kind]))
        return true
      },
      revise: async ({ id }, { tags, ...rest }) => {
        const outcome = await revise({ id, ...rest, tags: [...tags] })
        if (!outcome.ok) return (tell(outcome.failure), false)
        done(outcome.value, words.annotate.revisedNow)
        return true
      },
      withdraw: async (annotation) => {
        const outcome = await revise({ id: annotation.id, withdrawn: true })
        if (!outcome.ok) return tell(outcome.failure)
        setActiveId(null)
        done(outcome.value, words.annotate.withdrawnNow(words.annotate.kinds[annotation.kind]))
      },
      undoLast,
    }),
    [create, revise, record, setActiveId, done, tell, undoLast, words],
  )
}

interface Undoing {
  readonly tell: (failure: Failure) => void
  /** Tells of an act and offers to take it back. */
  readonly done: (annotation: Annotation, text: string) => void
  readonly undoLast: () => Promise<void>
}

function useUndo(): Undoing {
  const { words } = useSpeech()
  const { show } = useNotices()
  const undo = useCommand('annotation.undo')
  const acts = useRef<string[]>([])
  const tell = useCallback(
    (failure: Failure) => {
      const { title, advice } = tellFailure(words.failures, failure)
      show(`${title}. ${advice}`)
    },
    [words, show],
  )
  const undoAct = useCallback(
    async (id: string) => {
      const outcome = await undo({ id })
      acts.current = acts.current.filter((_, index) => index !== acts.current.lastIndexOf(id))
      if (outcome.ok) show(words.annotate.undone)
      else tell(outcome.failure)
    },
    [undo, show, tell, words],
  )
  const done = useCallback(
    (annotation: Annotation, text: string) => {
      acts.current.push(annotation.id)
      show(text, { label: words.common.undo, run: () => void undoAct(annotation.id) })
    },
    [show, undoAct, words],
  )
  const undoLast = useCallback(async () => {
    const last = acts.current.at(-1)
    if (last === undefined) tell({ kind: 'nothing-to-undo' })
    else await undoAct(last)
  }, [tell, undoAct])
  return { tell, done, undoLast }
}
