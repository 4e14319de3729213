import { createContext, use, useMemo, type ReactNode } from 'react'
import type { Annotation, AnnotationKind } from '../../shared/model/annotation.ts'
import type { InputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Span } from '../../shared/model/search.ts'
import { useCommand } from '../client/use-command.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import type { NoteFields } from './note-fields.ts'
import { useUndo } from './use-undo.ts'

/** The acts of annotation on the text that is open. Each tells the officer what became of it. */
export interface Annotating {
  /** A kind that leads somewhere says where to. */
  readonly create: (span: Span, fields: NoteFields, link?: LinkRequest) => Promise<boolean>
  readonly revise: (annotation: Annotation, fields: NoteFields) => Promise<boolean>
  /** Gives the annotation another passage of the same wording. */
  readonly resize: (annotation: Annotation, span: Span) => Promise<boolean>
  readonly withdraw: (annotation: Annotation) => Promise<boolean>
  /** Takes back the newest act of this reading. */
  readonly undoLast: () => Promise<void>
  /** Does again what was taken back last. */
  readonly redoLast: () => Promise<void>
}

/** What a link or a mention is to lead to. */
export type LinkRequest = NonNullable<InputOf<ArchiveContract['annotation.create']>['link']>

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
  const { tell, done, undoLast, redoLast } = useUndo()
  return useMemo(
    () => ({
      create: async (span, fields, link) => {
        const { start, end } = span
        const { tags, ...rest } = fields
        const outcome = await create({
          versionId: record.version.id,
          start,
          end,
          ...rest,
          tags: [...tags],
          link,
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
      resize: async ({ id }, { start, end }) => {
        const outcome = await revise({ id, start, end })
        if (!outcome.ok) return (tell(outcome.failure), false)
        done(outcome.value, words.notes.resized(outcome.value.target.exact))
        return true
      },
      withdraw: async (annotation) => {
        const outcome = await revise({ id: annotation.id, withdrawn: true })
        if (!outcome.ok) return (tell(outcome.failure), false)
        setActiveId(null)
        done(outcome.value, words.annotate.withdrawnNow(words.annotate.kinds[annotation.kind]))
        return true
      },
      undoLast,
      redoLast,
    }),
    [create, revise, record, setActiveId, done, tell, undoLast, redoLast, words],
  )
}
