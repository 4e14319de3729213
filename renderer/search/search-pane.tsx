import { Bookmark, ChartColumn, ClockArrowUp, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { Failure } from '../../shared/model/failure.ts'
import type { Hit } from '../../shared/model/search.ts'
import { useKeysOf } from '../actions/acting.tsx'
import { useAnswered, type PagesView } from '../client/use-pages.ts'
import { ListHeader } from '../browse/list-header.tsx'
import { ListSkeleton } from '../browse/list-skeleton.tsx'
import { filterSize, emptyFilter, useDesk } from '../desk.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { HitFoot } from '../hit/hit-foot.tsx'
import { NewSince } from '../saved/new-since.tsx'
import { useOpenAside } from '../use-open-aside.ts'
import { Button, IconButton, IconToggle } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { HitList } from './hit-list.tsx'
import { mendQuery } from './mend-query.ts'
import { placeFromHit } from './place-from-hit.ts'
import { useSearchTools } from './search-tools.tsx'
import type { SearchExtra } from './use-search.ts'

interface Asked {
  readonly query: string
  readonly pages: PagesView<Hit, SearchExtra>
}

/** What a search found; what the one before it found, until there is something else to show. */
export function SearchPane(latest: Asked) {
  const { query, pages } = useAnswered(latest)
  return <Answer query={query} pages={pages} />
}

/** Drawn again with each answer, not with each letter. */
const Answer = memo(function Answer({ query, pages }: Asked) {
  const { words } = useSpeech()
  const { total, failure, extra } = pages
  const corrected = extra?.corrected ?? null
  if (failure !== null) {
    return (
      <>
        <ListHeader count="" />
        <SearchFailure query={query} failure={failure} onRetry={pages.askAgain} />
      </>
    )
  }
  return (
    <>
      <ListHeader count={total === null ? '' : words.search.count(total)}>{SEARCH_ACTS}</ListHeader>
      <NewSince />
      <DidYouMean spellings={extra?.suggestions ?? []} />
      <Corrected query={query} instead={corrected} />
      {total === null && <ListSkeleton />}
      {total === 0 && <NothingFound query={query} />}
      {total !== null && total > 0 && (
        <Found query={corrected ?? query} total={total} pages={pages} />
      )}
    </>
  )
})

/** What can be done with the search itself. */
function SearchActs() {
  const { words } = useSpeech()
  const { openTrend, openSave, favoursRecent, favourRecent } = useSearchTools()
  const keysOf = useKeysOf()
  return (
    <>
      <IconToggle
        label={words.tools.recent}
        icon={<ClockArrowUp aria-hidden />}
        isSelected={favoursRecent}
        onChange={favourRecent}
      />
      <IconButton
        label={words.tools.trend}
        keys={keysOf('trend')?.shown}
        icon={<ChartColumn aria-hidden />}
        onPress={openTrend}
      />
      <IconButton
        label={words.tools.save}
        keys={keysOf('save')?.shown}
        icon={<Bookmark aria-hidden />}
        onPress={openSave}
      />
    </>
  )
}

const SEARCH_ACTS = <SearchActs />

function Found({
  query,
  total,
  pages,
}: {
  readonly query: string
  readonly total: number
  readonly pages: PagesView<Hit, SearchExtra>
}) {
  const { filter, place, open } = useDesk()
  const openAside = useOpenAside()
  const { setActiveHit } = useSearchTools()
  return (
    <>
      <HitList
        asked={JSON.stringify([query, filter])}
        total={total}
        pages={pages}
        openId={place?.communiqueId ?? null}
        onOpen={(hit, index, isAside) => {
          const asked = placeFromHit(hit, index)
          if (isAside) openAside(asked, hit.title)
          else open(asked)
        }}
        onActive={setActiveHit}
      />
      <HitFoot query={query} />
    </>
  )
}

function NothingFound({ query }: { readonly query: string }) {
  const { words } = useSpeech()
  const { filter, setFilter } = useDesk()
  return (
    <EmptyState
      title={words.search.none}
      advice={`${words.search.noneFor(query)} ${words.search.noneAdvice}`}
    >
      {filterSize(filter) > 0 && (
        <Button onPress={() => setFilter(emptyFilter())}>{words.list.clearFilters}</Button>
      )}
    </EmptyState>
  )
}

function SearchFailure({
  query,
  failure,
  onRetry,
}: {
  readonly query: string
  readonly failure: Failure
  readonly onRetry: () => void
}) {
  const { words } = useSpeech()
  const { setQuery } = useDesk()
  if (failure.kind !== 'query-invalid') {
    return <FailureNotice failure={failure} onRetry={onRetry} />
  }
  const reasons: Readonly<Record<string, string>> = words.search.invalidReasons
  const { at, why } = failure
  const mended = mendQuery(query, failure)
  return (
    <div className="query-invalid" role="status">
      <TriangleAlert aria-hidden className="failure-icon" />
      <div>
        <p className="failure-title">{words.search.invalid}</p>
        <p className="failure-advice">
          {words.search.invalidAt(at + 1)} {reasons[why] ?? words.search.invalidReasons.other}
        </p>
        <p className="query-shown" dir="auto" aria-hidden="true">
          {query.slice(0, at)}
          <mark>{query.slice(at, at + 1) === '' ? ' ' : query.slice(at, at + 1)}</mark>
          {query.slice(at + 1)}
        </p>
        {mended !== null && (
          <p className="query-mended">
            {words.completion.tryInstead}
            <button type="button" className="link" onClick={() => setQuery(mended)}>
              <bdi>{mended}</bdi>
            </button>
          </p>
        )}
      </div>
    </div>
  )
}

/** Tells that another spelling is answered than the one that was typed. */
function Corrected({
  query,
  instead,
}: {
  readonly query: string
  readonly instead: string | null
}) {
  const { words } = useSpeech()
  if (instead === null) return null
  return (
    <p className="did-you-mean" role="status">
      {words.search.corrected(query, instead)}
    </p>
  )
}

function DidYouMean({ spellings }: { readonly spellings: readonly string[] }) {
  const { words } = useSpeech()
  const { setQuery } = useDesk()
  if (spellings.length === 0) return null
  return (
    <p className="did-you-mean">
      {words.search.didYouMean}
      {spellings.map((spelling) => (
        <button key={spelling} type="button" className="link" onClick={() => setQuery(spelling)}>
          <bdi>{spelling}</bdi>
        </button>
      ))}
    </p>
  )
}
