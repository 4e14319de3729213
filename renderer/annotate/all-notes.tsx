import { NotebookPen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { AnnotationPage, AnnotationSearch } from '../../shared/model/annotation.ts'
import { FacetGroup } from '../browse/facet-group.tsx'
import { useAnswer } from '../client/use-answer.ts'
import { useDebounced } from '../client/use-debounced.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { PageSteps } from '../ui/page-steps.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ListedNote } from './listed-note.tsx'
import { SortChoice } from './sort-choice.tsx'

const PAGE = 100
const TYPING_PAUSE = 150

type Filter = AnnotationSearch['filter']
type Sort = AnnotationSearch['sort']

const NOTHING: Filter = { kinds: [], tags: [], authors: [], visibilities: [], statuses: [] }

/** Every annotation of the archive: sought by words, narrowed by facets, sorted, opened in its text. */
export function AllNotes({ onLeave }: { readonly onLeave: () => void }) {
  const { words } = useSpeech()
  const [sought, setSought] = useState('')
  const [filter, setFilter] = useState<Filter>(NOTHING)
  const [sort, setSort] = useState<Sort>('newest')
  const [offset, setOffset] = useState(0)
  const query = useDebounced(sought.trim(), TYPING_PAUSE)
  const request = { query, filter, sort, offset, limit: PAGE }
  const { value, failure, askAgain } = useAnswer('annotation.search-all', request, 'all')
  const narrow = (next: Filter): void => {
    setFilter(next)
    setOffset(0)
  }
  return (
    <div className="all-notes">
      <div className="all-notes-head">
        <SoughtField
          sought={sought}
          onSought={(text) => {
            setSought(text)
            setOffset(0)
          }}
        />
        <SortChoice
          label={words.notes.sort}
          names={words.notes.sorts}
          value={sort}
          onChange={(next) => {
            setSort(next)
            setOffset(0)
          }}
        />
      </div>
      <div className="all-notes-columns">
        <NoteFacets page={value} filter={filter} onFilter={narrow} />
        <section className="all-notes-found" aria-label={words.notes.title}>
          {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
          <Found page={value} isNarrowed={query !== '' || hasChoice(filter)} onLeave={onLeave} />
          <PageSteps size={PAGE} total={value?.total ?? 0} offset={offset} onOffset={setOffset} />
        </section>
      </div>
    </div>
  )
}

function SoughtField({
  sought,
  onSought,
}: {
  readonly sought: string
  readonly onSought: (text: string) => void
}) {
  const { words } = useSpeech()
  return (
    <TextField
      className="field all-notes-search"
      value={sought}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a window that was asked for
      autoFocus
      onChange={onSought}
    >
      <Label className="visually-hidden">{words.notes.search}</Label>
      <Input
        className="input"
        type="search"
        dir="auto"
        maxLength={1000}
        placeholder={words.notes.search}
      />
    </TextField>
  )
}

function NoteFacets({
  page,
  filter,
  onFilter,
}: {
  readonly page: AnnotationPage | null
  readonly filter: Filter
  readonly onFilter: (filter: Filter) => void
}) {
  const { words } = useSpeech()
  const { kinds, visibilities, status } = words.annotate
  const facets = page?.facets
  const group = (
    facet: keyof Filter,
    names: Readonly<Record<string, string>> | null,
  ): ReactNode => {
    const counted = (facets?.[facet] ?? []).map((each) =>
      names === null ? each : { ...each, label: names[each.value] ?? each.value },
    )
    const chosen: readonly string[] = filter[facet]
    return (
      (counted.length > 0 || chosen.length > 0) && (
        <FacetGroup
          title={words.notes.facets[facet]}
          values={counted}
          chosen={chosen}
          onToggle={(value) => onFilter({ ...filter, [facet]: toggle(chosen, value) })}
        />
      )
    )
  }
  return (
    <div className="all-notes-facets" role="group" aria-label={words.filters.label}>
      {hasChoice(filter) && (
        <Button tone="quiet" onPress={() => onFilter(NOTHING)}>
          {words.notes.clear}
        </Button>
      )}
      {group('kinds', kinds)}
      {group('statuses', status)}
      {group('tags', null)}
      {group('authors', null)}
      {group('visibilities', visibilities)}
    </div>
  )
}

function Found({
  page,
  isNarrowed,
  onLeave,
}: {
  readonly page: AnnotationPage | null
  readonly isNarrowed: boolean
  readonly onLeave: () => void
}) {
  const { words } = useSpeech()
  if (page?.total === 0 && !isNarrowed) {
    return (
      <EmptyState
        icon={<NotebookPen aria-hidden />}
        title={words.notes.empty}
        advice={words.notes.emptyAdvice}
      />
    )
  }
  return (
    <>
      <p className="all-notes-count" role="status">
        {page !== null && (page.total === 0 ? words.notes.none : words.notes.count(page.total))}
      </p>
      <ol className="all-notes-list">
        {(page?.rows ?? []).map(({ annotation, title }) => (
          <ListedNote key={annotation.id} annotation={annotation} title={title} onLeave={onLeave} />
        ))}
      </ol>
    </>
  )
}

function hasChoice(filter: Filter): boolean {
  return Object.values(filter).some((values) => values.length > 0)
}

function toggle(values: readonly string[], value: string): string[] {
  return values.includes(value) ? values.filter((each) => each !== value) : [...values, value]
}
