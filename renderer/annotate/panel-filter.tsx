import type { Annotation } from '../../shared/model/annotation.ts'
import { useSpeech, type Speech } from '../i18n/words.tsx'
import { foldText } from './find-passages.ts'
import { KINDS } from './kinds.tsx'
import { SortChoice } from './sort-choice.tsx'

/** Which annotations of the open text the panel shows, and in what order. */
export interface PanelView {
  readonly sought: string
  readonly sort: 'text' | 'newest' | 'kind'
}

/** The field and the order above the panel's list. */
export function PanelFilter({
  view,
  onView,
  shown,
}: {
  readonly view: PanelView
  readonly onView: (view: PanelView) => void
  readonly shown: number
}) {
  const { words } = useSpeech()
  return (
    <div className="panel-filter">
      <input
        className="input"
        type="text"
        dir="auto"
        aria-label={words.notes.panelFilter}
        placeholder={words.notes.panelFilter}
        value={view.sought}
        onChange={({ currentTarget }) => onView({ ...view, sought: currentTarget.value })}
      />
      <SortChoice
        label={words.notes.panelSort}
        names={words.notes.panelSorts}
        value={view.sort}
        onChange={(sort) => onView({ ...view, sort })}
      />
      <span className="visually-hidden" role="status">
        {view.sought !== '' && words.notes.count(shown)}
      </span>
    </div>
  )
}

/** The annotations that hold every word sought, in their note, passage, tags, kind, state or author. */
export function viewOf(
  annotations: readonly Annotation[],
  { sought, sort }: PanelView,
  words: Speech['words'],
): readonly Annotation[] {
  const wanted = foldText(sought)
    .folded.split(' ')
    .filter((word) => word !== '')
  const found = annotations.filter((annotation) => {
    const all = foldText(wordsOf(annotation, words)).folded
    return wanted.every((word) => all.includes(word))
  })
  if (sort === 'text') return found
  return found.toSorted((a, b) =>
    sort === 'newest'
      ? b.modifiedAt.localeCompare(a.modifiedAt)
      : kindOrder(a) - kindOrder(b) || a.target.start - b.target.start,
  )
}

function kindOrder({ kind }: Annotation): number {
  return KINDS.indexOf(kind)
}

function wordsOf(annotation: Annotation, { annotate }: Speech['words']): string {
  const { kind, status, body, tags, target, createdBy, visibility, link } = annotation
  return [
    annotate.kinds[kind],
    annotate.status[status],
    annotate.visibilities[visibility],
    body,
    target.exact,
    createdBy,
    link?.to === 'communique' ? link.title : (link?.name ?? ''),
    ...tags,
  ].join(' ')
}
