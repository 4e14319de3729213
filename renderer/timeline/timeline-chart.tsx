import { RotateCcw } from 'lucide-react'
import { useEffect, useId, useRef } from 'react'
import type { Period } from '../../shared/model/search.ts'
import { useDesk } from '../desk.tsx'
import { useSpeech, type Speech } from '../i18n/words.tsx'
import { IconButton } from '../ui/button.tsx'
import type { TrendBar } from '../trend/trend-bars.ts'
import { TimelineTable } from './timeline-table.tsx'
import {
  countIn,
  marksFrom,
  periodFromSpan,
  type BarSpan,
  type TimelineView,
} from './timeline-view.ts'
import { useBrush, type Brush } from './use-brush.ts'

interface ChartProps {
  /** Whether it was asked for by its key, and takes the focus. */
  readonly isSought: boolean
  readonly view: TimelineView
  readonly undated: number
}

/** The bars, what they say where the pointer or the arrows are, and how to keep some of them. */
export function TimelineChart({ isSought, view, undated }: ChartProps) {
  const speech = useSpeech()
  const { words } = speech
  const { filter, setFilter } = useDesk()
  const { bars, kept } = view
  const keepPeriod = (period: Period | null): void =>
    setFilter({ ...filter, periods: period === null ? [] : [period] })
  const brush = useBrush({
    series: `${bars[0]?.period} ${bars.length}`,
    count: bars.length,
    kept,
    isRightToLeft: speech.direction === 'rtl',
    onKeep: (span) => keepPeriod(periodFromSpan(bars, span)),
    onKeepAll: () => keepPeriod(null),
  })
  const pointed = brush.drawn ?? (brush.over === null ? null : { from: brush.over, to: brush.over })
  return (
    <>
      <div className="timeline-head">
        <p className="timeline-said" aria-hidden="true">
          {pointed === null ? tellAll(speech, view, undated) : tellSpan(speech, bars, pointed)}
        </p>
        {kept !== null && (
          <IconButton
            label={words.timeline.all}
            icon={<RotateCcw aria-hidden />}
            onPress={() => keepPeriod(null)}
          />
        )}
        <TimelineTable bars={bars} onChoose={keepPeriod} />
      </div>
      <BrushedBars brush={brush} view={view} isSought={isSought} />
      <TimelineAxis view={view} />
    </>
  )
}

/** The bars as one thing that has a value, as a slider has. */
function BrushedBars({
  brush: { at, drawn, over: _over, ...handlers },
  view: { bars, kept },
  isSought,
}: {
  readonly brush: Brush
  readonly view: TimelineView
  readonly isSought: boolean
}) {
  const speech = useSpeech()
  const { words } = speech
  const keysId = useId()
  const chosen = drawn ?? kept
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isSought) ref.current?.focus()
  }, [isSought])
  return (
    <>
      <div
        ref={ref}
        className={chosen === null ? 'timeline-chart' : 'timeline-chart timeline-chosen'}
        role="slider"
        tabIndex={0}
        aria-label={words.timeline.label}
        aria-describedby={keysId}
        aria-orientation="horizontal"
        aria-valuemin={1}
        aria-valuemax={bars.length}
        aria-valuenow={at + 1}
        aria-valuetext={tellSpan(speech, bars, drawn ?? { from: at, to: at })}
        {...handlers}
      >
        <TimelineBars bars={bars} chosen={chosen} at={at} />
      </div>
      <p id={keysId} className="visually-hidden">
        {words.timeline.keys}
      </p>
    </>
  )
}

function TimelineBars({
  bars,
  chosen,
  at,
}: {
  readonly bars: readonly TrendBar[]
  readonly chosen: BarSpan | null
  readonly at: number
}) {
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const isChosen = (index: number): boolean =>
    chosen !== null && index >= chosen.from && index <= chosen.to
  return bars.map(({ period, count }, index) => (
    <div
      key={period}
      className={`timeline-slot${isChosen(index) ? ' timeline-kept' : ''}${index === at ? ' timeline-at' : ''}`}
    >
      <div className="timeline-bar" style={{ blockSize: `${(count / most) * 100}%` }} />
    </div>
  ))
}

/** Marks under the first bar of a year, or of a month where there are few. */
function TimelineAxis({ view: { bars, step } }: { readonly view: TimelineView }) {
  const { formats } = useSpeech()
  return (
    <div className="timeline-axis" aria-hidden="true">
      {marksFrom(bars, step).map((index) => {
        const period = bars[index]?.period ?? ''
        return (
          <span
            key={period}
            className="timeline-mark"
            style={{ insetInlineStart: `${(index / bars.length) * 100}%` }}
          >
            {step === 'month' && bars.length <= 12
              ? formats.monthAlone(period)
              : period.slice(0, 4)}
          </span>
        )
      })}
    </div>
  )
}

function tellAll(
  { words, formats }: Speech,
  { bars, monthless }: TimelineView,
  undated: number,
): string {
  const whole = { from: 0, to: bars.length - 1 }
  return [
    formats.period(periodFromSpan(bars, whole)),
    ...(monthless > 0 ? [words.timeline.monthless(monthless)] : []),
    ...(undated > 0 ? [words.timeline.undated(undated)] : []),
  ].join(' · ')
}

function tellSpan({ words, formats }: Speech, bars: readonly TrendBar[], span: BarSpan): string {
  return words.timeline.bar(formats.period(periodFromSpan(bars, span)), countIn(bars, span))
}
