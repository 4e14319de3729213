import { useState } from 'react'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useDesk } from '../desk.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useAnsweredQuery, useSearchTools } from '../search/search-tools.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { barsFromTrend, stepFor, type TrendStep } from './trend-bars.ts'
import { TrendChart, type TrendMeasure } from './trend-chart.tsx'

type Trend = OutputOf<ArchiveContract['search.count-trend']>

/** How often what is searched for comes over time, and where it came first. */
export function TrendDialog() {
  const { words } = useSpeech()
  const query = useAnsweredQuery()
  const { filter } = useDesk()
  const { close } = useSearchTools()
  const asked = { query, filter }
  const { value, failure, askAgain } = useAnswer('search.count-trend', asked)
  return (
    <Dialog title={words.tools.trend} onClose={close} size="large">
      <div className="dialog-body">
        <p className="trend-of" dir="auto">
          {words.trend.of(query)}
        </p>
        {failure !== null && <FailureNotice failure={failure} onRetry={askAgain} />}
        {value !== null && <TrendOverTime trend={value} />}
      </div>
    </Dialog>
  )
}

function TrendOverTime({ trend }: { readonly trend: Trend }) {
  const { words } = useSpeech()
  const [measure, setMeasure] = useState<TrendMeasure>('counts')
  const [step, setStep] = useState<TrendStep>(() => stepFor(trend.points))
  const bars = barsFromTrend(
    trend.points.filter(({ period }) => period.length >= 4),
    step,
  )
  return (
    <>
      <p role="status" className="trend-total">
        {words.trend.total(trend.total)}
        {trend.undated > 0 && ` · ${words.trend.undated(trend.undated)}`}
      </p>
      {trend.first === null ? (
        <p>{words.trend.none}</p>
      ) : (
        <>
          <FirstOccurrence first={trend.first} />
          <div className="trend-choices">
            <ChoiceGroup
              label={words.trend.measure}
              value={measure}
              onChange={setMeasure}
              choices={[
                { value: 'counts', label: words.trend.counts },
                { value: 'shares', label: words.trend.shares },
              ]}
            />
            <ChoiceGroup
              label={words.trend.by}
              value={step}
              onChange={setStep}
              choices={[
                { value: 'month', label: words.trend.byMonth },
                { value: 'year', label: words.trend.byYear },
              ]}
            />
          </div>
          <TrendChart bars={bars} measure={measure} />
        </>
      )}
    </>
  )
}

function FirstOccurrence({ first }: { readonly first: NonNullable<Trend['first']> }) {
  const { words, formats } = useSpeech()
  const { open } = useDesk()
  const { close } = useSearchTools()
  return (
    <div className="trend-first">
      <p className="field-label">{words.trend.first}</p>
      <button
        type="button"
        className="passage-source"
        onClick={() => {
          open({ communiqueId: first.communiqueId })
          close()
        }}
      >
        <bdi className="row-title">{first.title}</bdi>
        <span className="row-meta">{formats.shortDate(first.sortedOn)}</span>
      </button>
    </div>
  )
}
