import { lazy, Suspense, useCallback, useDeferredValue, useEffect, useRef, useState } from 'react'
import type { Failure } from '../shared/model/failure.ts'
import { BrowsePane } from './browse/browse-pane.tsx'
import { FacetsProvider } from './browse/facets.tsx'
import { useOpenedBundle } from './annotate/use-opened-bundle.ts'
import { useActing } from './actions/acting.tsx'
import { useWindowNotices } from './client/use-window-notices.ts'
import { ClosingNotice } from './closing-notice.tsx'
import { CountedBeside } from './counted-beside.tsx'
import { useDesk, useQuery } from './desk.tsx'
import { useHandOver } from './hand-over.tsx'
import { FirstRun } from './ingest/first-run.tsx'
import { chosenFromBytes } from './ingest/chosen-file.ts'
import { DropAnywhere } from './ingest/drop-anywhere.tsx'
import { useIngest } from './ingest/use-ingest.ts'
import { UnfinishedNotice } from './ingest/unfinished-notice.tsx'
import { useFolderReading, type FolderNotice } from './ingest/use-folder-reading.ts'
import { ReaderTabs } from './reader/reader-tabs.tsx'
import { useKeptTabs, useTabActions } from './reader/use-tab-actions.ts'
import { BackupNotice } from './safety/backup-notice.tsx'
import { DraftNotice } from './safety/draft-notice.tsx'
import { LogLossNotice } from './safety/log-loss-notice.tsx'
import { ReadOnlyNotice, useReadOnly, Writing } from './safety/read-only.tsx'
import { SetAsideNotice } from './safety/set-aside-notice.tsx'
import { SearchPane } from './search/search-pane.tsx'
import { useSearchTools } from './search/search-tools.tsx'
import { useSearch } from './search/use-search.ts'
import { useTextCaret } from './settings/use-text-caret.ts'
import { ConnectionNotice } from './connection-notice.tsx'
import { Panes } from './panes.tsx'
import { useEveryFace } from './use-every-face.ts'
import { TourOffer } from './tour/tour-offer.tsx'
import { useKeptFocus } from './ui/use-kept-focus.ts'
import { TopBar, type ArchiveDescription } from './top-bar.tsx'
import { useWindowActions } from './use-window-actions.ts'

const IngestDialog = lazy(async () => ({
  default: (await import('./ingest/ingest-dialog.tsx')).IngestDialog,
}))

const BundleDialog = lazy(async () => ({
  default: (await import('./annotate/bundle-dialog.tsx')).BundleDialog,
}))

const DossierPane = lazy(async () => ({
  default: (await import('./dossiers/dossier-pane.tsx')).DossierPane,
}))

/** The desk itself: the bar, the three panes, and what opens above them. */
export function Workbench({
  archive,
  failure,
}: {
  readonly archive: ArchiveDescription
  readonly failure: Failure | null
}) {
  const ingest = useIngest()
  const [isAdding, setAdding] = useState(false)
  const [isClosing, setClosing] = useState(false)
  const searchRef = useRef<HTMLInputElement>(null)
  const add = useCallback(() => setAdding(true), [])
  const onClosing = (): void => setClosing(true)
  const folder = useFolderReading()
  const opened = useOpenedFiles({ ingest, add, onClosing, onFolder: folder.hear })
  useWindowActions({ add, search: () => searchRef.current?.select() })
  useTabActions()
  useKeptTabs(archive.archiveId)
  useTextCaret()
  useKeptFocus()
  useEveryFace()
  return (
    <div className="workbench">
      <TopBar archive={archive} searchRef={searchRef} onAdd={add} />
      <WorkbenchNotices {...{ archive, failure, isClosing, ingest, folder }} onResume={add} />
      <Below archive={archive} ingest={ingest} isCovered={isAdding} onAdd={add} />
      <DropAnywhere
        onFiles={(files) => {
          add()
          void ingest.start(files, null)
        }}
      />
      <Suspense>
        {opened.bundle && <BundleDialog offered={opened.bundle} onClose={opened.close} />}
        {isAdding && <IngestDialog ingest={ingest} onClose={() => setAdding(false)} />}
      </Suspense>
    </div>
  )
}

/** What stands below the bar: the panes, or how to begin while there is nothing to list. */
function Below({
  archive,
  ...beginning
}: {
  readonly archive: ArchiveDescription
  readonly ingest: ReturnType<typeof useIngest>
  readonly isCovered: boolean
  readonly onAdd: () => void
}) {
  const [hasOffer, offerTour] = useState(false)
  const isEmpty = useIsEmpty(archive)
  if (isEmpty) return <FirstRun {...beginning} onSamples={() => offerTour(true)} />
  return (
    <>
      {hasOffer && <TourOffer onClose={() => offerTour(false)} />}
      <Listed archiveId={archive.archiveId} />
    </>
  )
}

/** Whether there is nothing to list, and nothing is looked for either. */
function useIsEmpty({ communiqueCount }: ArchiveDescription): boolean {
  const query = useQuery()
  return communiqueCount === 0 && query === ''
}

/** What is listed, or found, between the filters and the text that is read. */
function Listed({ archiveId }: { readonly archiveId: string }) {
  const asked = useQuery().trim()
  const { filter } = useDesk()
  const { favoursRecent, setRespelt } = useSearchTools()
  const found = useSearch(asked, filter, favoursRecent)
  const instead = found.extra?.corrected ?? null
  const answered = found.total === null ? null : (instead ?? asked)
  useEffect(
    () => setRespelt(instead === null ? null : { query: asked, instead }),
    [setRespelt, asked, instead],
  )
  return (
    <CountedBeside archiveId={archiveId}>
      <FacetsProvider
        query={asked}
        answered={asked === '' ? '' : answered}
        hasFailed={found.failure !== null}
      >
        <Panes list={<ListPane query={asked} found={found} />} reader={<ReaderTabs />} />
      </FacetsProvider>
    </CountedBeside>
  )
}

/** What stands under the bar for as long as it holds. */
function WorkbenchNotices({
  archive,
  failure,
  isClosing,
  ingest,
  folder,
  onResume,
}: {
  readonly archive: ArchiveDescription
  readonly failure: Failure | null
  readonly isClosing: boolean
  readonly ingest: ReturnType<typeof useIngest>
  readonly folder: ReturnType<typeof useFolderReading>
  readonly onResume: () => void
}) {
  const isEmpty = useIsEmpty(archive)
  return (
    <>
      {isClosing ? <ClosingNotice /> : <ConnectionNotice failure={failure} />}
      <BackupNotice />
      <SetAsideNotice />
      <DraftNotice onPaste={onResume} />
      <LogLossNotice archive={archive} />
      {/* An empty archive says so in its own place. */}
      {!isEmpty && <ReadOnlyNotice />}
      <Writing>
        {!folder.isTaking && <UnfinishedNotice ingest={ingest} onResume={onResume} />}
      </Writing>
    </>
  )
}

/** Hears what the shell tells, and takes in what was opened from outside: texts, or annotations. */
function useOpenedFiles({
  ingest,
  add,
  onClosing,
  onFolder,
}: {
  readonly ingest: ReturnType<typeof useIngest>
  readonly add: () => void
  readonly onClosing: () => void
  readonly onFolder: (notice: FolderNotice) => void
}): ReturnType<typeof useOpenedBundle> {
  const { actOf } = useActing()
  const { reason, tell } = useReadOnly()
  const opened = useOpenedBundle()
  const takeIn = async (name: string, bytes: Uint8Array): Promise<void> => {
    if (await opened.take(name, bytes)) return
    add()
    await ingest.start([chosenFromBytes(bytes, name)], null)
  }
  useWindowNotices((notice) => {
    if (notice.kind === 'closing') return onClosing()
    if (notice.kind === 'about-asked') return void actOf('about')?.()
    if (notice.kind === 'folder-read') return onFolder(notice)
    if (reason === null) void takeIn(notice.name, notice.bytes)
    else tell()
  })
  return opened
}

/** The dossier that is open, else what is found, else the list. */
function ListPane({
  query,
  found,
}: {
  readonly query: string
  readonly found: ReturnType<typeof useSearch>
}) {
  const { dossierId } = useHandOver()
  // What is searched is asked for first, and what it will be shown in is drawn while it is looked for.
  const isListing = useDeferredValue(query === '')
  if (dossierId !== null) {
    return (
      <Suspense>
        <DossierPane id={dossierId} />
      </Suspense>
    )
  }
  return isListing ? <BrowsePane /> : <SearchPane query={query} pages={found} />
}
