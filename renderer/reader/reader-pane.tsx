import { BookOpenText } from 'lucide-react'
import { useAnswer } from '../client/use-answer.ts'
import { AnnotatingProvider } from '../annotate/annotating.tsx'
import { useDesk } from '../desk.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Delayed } from '../ui/delayed.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { ReaderView } from './reader-view.tsx'
import { ReadingProvider } from './reading.tsx'

/** The text that is open, or what to do to open one. */
export function ReaderPane() {
  const { words } = useSpeech()
  const { place } = useDesk()
  const asked = place === null ? null : { id: place.communiqueId, versionId: place.versionId }
  const { value: record, failure, askAgain } = useAnswer('communique.get', asked)
  if (place === null) {
    return (
      <EmptyState
        icon={<BookOpenText aria-hidden className="empty-icon" />}
        title={words.reader.emptyTitle}
        advice={words.reader.emptyAdvice}
      />
    )
  }
  if (record === null && failure !== null) {
    return <FailureNotice failure={failure} onRetry={askAgain} />
  }
  if (record === null) {
    return (
      <Delayed>
        <div className="reader-skeleton" role="status">
          <span className="visually-hidden">{words.common.loading}</span>
          <span className="shape" />
          <span className="shape" />
          <span className="shape" />
        </div>
      </Delayed>
    )
  }
  return (
    <ReadingProvider key={record.version.id} record={record} place={place}>
      <AnnotatingProvider>
        <ReaderView />
      </AnnotatingProvider>
    </ReadingProvider>
  )
}
