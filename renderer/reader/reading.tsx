import {
  createContext,
  use,
  useCallback,
  useMemo,
  useRef,
  useState,
  type ReactNode,
  type RefObject,
} from 'react'
import type { Annotation, AnnotationKind } from '../../shared/model/annotation.ts'
import type { CommuniqueRecord } from '../../shared/model/communique.ts'
import type { Failure } from '../../shared/model/failure.ts'
import type { Span } from '../../shared/model/search.ts'
import type { NoteFields } from '../annotate/note-fields.ts'
import { readTextMap, type TextPiece } from '../annotate/text-map.ts'
import { useAnswer } from '../client/use-answer.ts'
import type { Place } from '../trail.ts'
import { inTextOrder } from '../annotate/text-order.ts'

/** A note that is being written about a passage and is not kept yet. */
export interface Draft {
  readonly kind: AnnotationKind
  readonly span: Span
  /** What was written already, before the archive locked. */
  readonly fields?: NoteFields
}

/** Passages of a search in this text, and which one is current. */
export interface Found {
  readonly spans: readonly Span[]
  readonly current: number
}

/** What the parts of the reading view share about the text that is open. */
export interface Reading {
  readonly record: CommuniqueRecord
  readonly place: Place
  /** Annotations that are not withdrawn, in text order. */
  readonly annotations: readonly Annotation[]
  /** Why the annotations could not be read, or null. */
  readonly notesFailure: Failure | null
  readonly activeId: string | null
  readonly setActiveId: (id: string | null) => void
  readonly selected: Span | null
  readonly setSelected: (span: Span | null) => void
  readonly draft: Draft | null
  readonly setDraft: (draft: Draft | null) => void
  readonly found: Found | null
  readonly setFound: (found: Found | null) => void
  readonly textRef: RefObject<HTMLDivElement | null>
  readonly scrollRef: RefObject<HTMLDivElement | null>
  /** The paragraphs on screen; empty before the first paint. */
  readonly textMap: () => readonly TextPiece[]
}

const ReadingContext = createContext<Reading | null>(null)

/** Holds the state of one open text. */
export function ReadingProvider({
  record,
  place,
  children,
}: {
  readonly record: CommuniqueRecord
  readonly place: Place
  readonly children: ReactNode
}) {
  const listed = useAnswer('annotation.list', { communiqueId: record.communique.id })
  const textRef = useRef<HTMLDivElement>(null)
  const scrollRef = useRef<HTMLDivElement>(null)
  const [activeId, setActiveId] = useState<string | null>(place.annotationId)
  const [selected, setSelected] = useState<Span | null>(null)
  const [draft, setDraft] = useState<Draft | null>(null)
  const [found, setFound] = useState<Found | null>(null)
  const textMap = useCallback(() => (textRef.current ? readTextMap(textRef.current) : []), [])
  const annotations = useMemo(() => inTextOrder(listed.value?.annotations ?? []), [listed.value])
  const reading = useMemo(
    () => ({
      record,
      place,
      annotations,
      notesFailure: listed.failure,
      textRef,
      scrollRef,
      textMap,
      activeId,
      setActiveId,
      selected,
      setSelected,
      draft,
      setDraft,
      found,
      setFound,
    }),
    [record, place, annotations, listed.failure, textMap, activeId, selected, draft, found],
  )
  return <ReadingContext value={reading}>{children}</ReadingContext>
}

/** The text that is open. */
export function useReading(): Reading {
  const reading = use(ReadingContext)
  if (reading === null) throw new Error('a part of the reading view is used outside of it')
  return reading
}
