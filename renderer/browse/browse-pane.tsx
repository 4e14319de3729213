import { memo } from 'react'
import { useAnswered } from '../client/use-pages.ts'
import { useDesk, emptyFilter, filterSize } from '../desk.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { NewSince } from '../saved/new-since.tsx'
import { useOpenAside } from '../use-open-aside.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { CommuniqueList } from './communique-list.tsx'
import { ListHeader } from './list-header.tsx'
import { ListSkeleton } from './list-skeleton.tsx'
import { useCommuniques } from './use-communiques.ts'
import { SortMenu } from './sort-menu.tsx'

/** The list of communiqués under the filters of the moment. */
export const BrowsePane = memo(function BrowsePane() {
  const { words } = useSpeech()
  const desk = useDesk()
  const { place, setFilter, open } = desk
  const openAside = useOpenAside()
  const latest = useCommuniques(desk.filter, desk.sort)
  const { filter, sort, pages } = useAnswered({
    filter: desk.filter,
    sort: desk.sort,
    pages: latest,
  })
  const { total, failure } = pages
  const of = JSON.stringify([filter, sort])
  return (
    <>
      <ListHeader count={total === null ? '' : words.list.count(total)}>
        <SortMenu />
      </ListHeader>
      <NewSince />
      {failure !== null && <FailureNotice failure={failure} onRetry={pages.askAgain} />}
      {total === null && failure === null && <ListSkeleton />}
      {total === 0 && (
        <EmptyState title={words.list.none} advice={words.list.noneFiltered}>
          {filterSize(filter) > 0 && (
            <Button onPress={() => setFilter(emptyFilter())}>{words.list.clearFilters}</Button>
          )}
        </EmptyState>
      )}
      <div className="list-holder" hidden={total === null || total === 0}>
        <CommuniqueList
          key={of}
          of={of}
          pages={pages}
          sort={sort}
          openId={place?.communiqueId ?? null}
          onOpen={(row) => open({ communiqueId: row.id })}
          onOpenAside={(row) => openAside({ communiqueId: row.id }, row.title)}
        />
      </div>
    </>
  )
})
