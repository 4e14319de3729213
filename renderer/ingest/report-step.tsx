import { useVirtualizer } from '@tanstack/react-virtual'
import { useEffect, useRef } from 'react'
import type { IngestLine, IngestReport } from '../../shared/model/ingest.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useConnection } from '../client/connection.tsx'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useOpening } from '../review/opening.tsx'
import { Button } from '../ui/button.tsx'
import { reportText, tellOutcome } from './report-text.ts'

const LIKELY_HEIGHT = 60

/** What became of every file: the counts, then one line each; what failed comes first. */
export function ReportStep({
  report,
  onClose,
}: {
  readonly report: IngestReport
  readonly onClose: () => void
}) {
  const speech = useSpeech()
  const { words } = speech
  const { backend } = useConnection()
  const { openReview } = useOpening()
  const { summary } = words.ingest
  const suggestionCount = useSuggestionCount(report.batchId)
  const save = (): void => {
    const bytes = new TextEncoder().encode(reportText(report, speech))
    void backend?.shell.call('file.save', { name: words.ingest.reportName, bytes })
  }
  return (
    <>
      <div className="dialog-body">
        <p className="report-counts" role="status">
          <span>{summary.added(report.added)}</span>
          <span>{summary.related(report.related)}</span>
          <span>{summary.identical(report.identical)}</span>
          <span className={report.unreadable > 0 ? 'report-bad' : undefined}>
            {summary.unreadable(report.unreadable)}
          </span>
        </p>
        <ReportLines lines={failuresFirst(report.lines)} onOpened={onClose} />
      </div>
      <footer className="dialog-footer">
        <Button onPress={save}>{words.ingest.exportReport}</Button>
        {suggestionCount > 0 && (
          <Button
            onPress={() => {
              onClose()
              openReview({ batchId: report.batchId })
            }}
          >
            {words.check.reviewThese(suggestionCount)}
          </Button>
        )}
        <Button tone="primary" onPress={onClose}>
          {words.common.close}
        </Button>
      </footer>
    </>
  )
}

/** What this import left to check: decisions made since are no longer counted. */
function useSuggestionCount(batchId: string): number {
  const asked = { kinds: [], rule: null, communiqueId: null, batchId, offset: 0, limit: 1 }
  return useAnswer('suggestion.list', asked).value?.total ?? 0
}

function failuresFirst(lines: readonly IngestLine[]): readonly IngestLine[] {
  return [...lines.filter(isUnreadable), ...lines.filter((line) => !isUnreadable(line))]
}

function isUnreadable({ outcome }: IngestLine): boolean {
  return outcome.kind === 'unreadable'
}

function ReportLines({
  lines,
  onOpened,
}: {
  readonly lines: readonly IngestLine[]
  readonly onOpened: () => void
}) {
  const { words } = useSpeech()
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => scroller.current?.focus(), [])
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LIKELY_HEIGHT,
    overscan: 6,
  })
  return (
    <div
      ref={scroller}
      className="report-lines"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must take the focus
      tabIndex={0}
      role="group"
      aria-label={words.ingest.report}
      style={{ blockSize: rows.getTotalSize() }}
    >
      <ul className="report-track" style={{ blockSize: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const line = lines[index]
          return (
            <li
              key={index}
              ref={rows.measureElement}
              data-index={index}
              className="report-line"
              aria-setsize={lines.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line && <LineWords line={line} onOpened={onOpened} />}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function LineWords({
  line,
  onOpened,
}: {
  readonly line: IngestLine
  readonly onOpened: () => void
}) {
  const speech = useSpeech()
  const { words } = speech
  const { open } = useDesk()
  const { outcome, name, title, suggestionCount, warnings } = line
  const { kind, advice } = tellOutcome(outcome, speech)
  return (
    <>
      <span className="report-words">
        <bdi className="report-title">{title ?? name}</bdi>
        <span className="report-detail">
          <span className={outcome.kind === 'unreadable' ? 'report-bad' : 'report-kind'}>
            {kind}
          </span>
          {title !== null && <bdi>{name}</bdi>}
          {suggestionCount > 0 && <span>{words.ingest.suggestions(suggestionCount)}</span>}
        </span>
        {advice !== null && <span className="report-advice">{advice}</span>}
        {warnings.length > 0 && (
          <span className="report-advice">
            {warnings.map((warning) => words.ingest.warnings[warning]).join(' ')}
          </span>
        )}
      </span>
      {'communiqueId' in outcome && (
        <Button
          tone="quiet"
          aria-label={words.common.named(words.ingest.openText, title ?? name)}
          onPress={() => {
            open({ communiqueId: outcome.communiqueId })
            onOpened()
          }}
        >
          {words.ingest.openText}
        </Button>
      )}
    </>
  )
}
