import { useDesk } from '../desk.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { TimelineChart } from './timeline-chart.tsx'
import { viewFromTrend } from './timeline-view.ts'
import { useTrend, type TrendCount } from './trend.tsx'

/** What is listed, over time; bars can be chosen to keep only their texts. */
export function Timeline({ isSought }: { readonly isSought: boolean }) {
  const { words } = useSpeech()
  const { value, failure, askAgain } = useTrend()
  if (failure !== null && failure.kind !== 'query-invalid') {
    return <FailureNotice failure={failure} onRetry={askAgain} />
  }
  return (
    <section className="timeline" aria-label={words.timeline.label}>
      {failure === null && value !== null && <Bars isSought={isSought} trend={value} />}
    </section>
  )
}

function Bars({ isSought, trend }: { readonly isSought: boolean; readonly trend: TrendCount }) {
  const { words } = useSpeech()
  const { filter } = useDesk()
  const [period = null] = filter.periods ?? []
  const view = viewFromTrend(trend.points, period)
  if (view.bars.length === 0) return <p className="timeline-none">{words.timeline.none}</p>
  return <TimelineChart isSought={isSought} view={view} undated={trend.undated} />
}
