import { ActionWindows } from './actions/action-windows.tsx'
import { ChosenProvider } from './browse/chosen.tsx'
import { KeptPlaceProvider } from './browse/kept-place.tsx'
import { useConnection } from './client/connection.tsx'
import { useAnswer } from './client/use-answer.ts'
import { ConnectionNotice } from './connection-notice.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { HandOverDialogs } from './hand-over-dialogs.tsx'
import { HandOverProvider } from './hand-over.tsx'
import { useSpeech } from './i18n/words.tsx'
import { OpeningArchive } from './opening-archive.tsx'
import { ReadOnlyProvider } from './safety/read-only.tsx'
import { GateBackups } from './safety/gate-backups.tsx'
import { SafetyWindows } from './safety/safety-windows.tsx'
import { SearchToolsProvider } from './search/search-tools.tsx'
import { OpeningProvider } from './review/opening.tsx'
import { ToolDialogs } from './search/tool-dialogs.tsx'
import { Workbench } from './workbench.tsx'

/** Lets the officer in once the archive is open; tells why it is not, and offers to try again. */
export function ArchiveGate() {
  const { words } = useSpeech()
  const { isLost } = useConnection()
  const { value, failure, askAgain } = useAnswer('archive.describe', {})
  if (value !== null) {
    return (
      <ReadOnlyProvider archive={value}>
        <SearchToolsProvider>
          <KeptPlaceProvider>
            <ChosenProvider>
              <HandOverProvider>
                <OpeningProvider>
                  <Workbench archive={value} failure={failure} />
                </OpeningProvider>
                <ToolDialogs />
                <ActionWindows />
                <HandOverDialogs />
                <SafetyWindows />
              </HandOverProvider>
            </ChosenProvider>
          </KeptPlaceProvider>
        </SearchToolsProvider>
      </ReadOnlyProvider>
    )
  }
  return (
    <main className="gate">
      <p className="gate-name">{words.app.name}</p>
      {isLost ? (
        <ConnectionNotice failure={null} />
      ) : failure === null ? (
        <OpeningArchive />
      ) : (
        <>
          <FailureNotice failure={failure} onRetry={askAgain} />
          <GateBackups failure={failure} onClose={askAgain} />
        </>
      )}
    </main>
  )
}
