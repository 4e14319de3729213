import { useDesk } from '../desk.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { TimelineChart } from './timeline-chart.tsx'
import { viewFromTrend } from './timeline-view.ts'
import { useTrend } from './trend.tsx'

/** What is listed, over time; bars can be chosen to keep only their texts. */
export function Timeline({ isSought }: { readonly isSought: boolean }) {
  const { words } = useSpeech()
  const { filter } = useDesk()
  const { value, failure, askAgain } = useTrend()
  if (failure !== null && failure.kind !== 'query-invalid') {
    return <FailureNotice failure={failure} onRetry={askAgain} />
  }
  const [period = null] = filter.periods ?? []
  const view = value === null ? null : viewFromTrend(value.points, period)
  return (
    <section className="timeline" aria-label={words.timeline.label}>
      {view?.bars.length === 0 && <p className="timeline-none">{words.timeline.none}</p>}
      {view !== null && view.bars.length > 0 && (
        <TimelineChart isSought={isSought} view={view} undated={value?.undated ?? 0} />
      )}
    </section>
  )
}
