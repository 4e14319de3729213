import type { TrendPoint } from '../../shared/model/discovery.ts'
import type { Period } from '../../shared/model/search.ts'
import { barsFromTrend, stepFor, type TrendBar, type TrendStep } from '../trend/trend-bars.ts'

/** Bars from one to another, both included, in order. */
export interface BarSpan {
  readonly from: number
  readonly to: number
}

/** What a timeline shows of the texts over time. */
export interface TimelineView {
  readonly bars: readonly TrendBar[]
  readonly step: TrendStep
  /** The bars that the filter of the moment keeps; null where it keeps all. */
  readonly kept: BarSpan | null
  /** True where months are shown of a few years out of more. */
  readonly isNear: boolean
  /** Texts of the years shown that have no month, where months are shown. */
  readonly monthless: number
}

/** As many months as are still told apart in a narrow list. */
const MOST_MONTHS = 120

/** Years, or months while they can be told apart: always those of the years that are kept. */
export function viewFromTrend(points: readonly TrendPoint[], period: Period | null): TimelineView {
  const dated = points.filter(({ period: of }) => of.length >= 4)
  const step = stepFor(dated, MOST_MONTHS)
  const years = period === null ? null : yearsOf(period)
  const isNear = step === 'year' && years !== null && monthsIn(years) <= MOST_MONTHS
  const shown = isNear ? within(dated, years) : dated
  const bars = isNear
    ? barsFromTrend(shown, 'month', { first: `${years.first}-01`, last: `${years.last}-12` })
    : barsFromTrend(shown, step)
  const isByMonth = isNear || step === 'month'
  return {
    bars,
    step: isByMonth ? 'month' : 'year',
    kept: period === null ? null : spanOf(bars, period),
    isNear,
    monthless: isByMonth
      ? shown.reduce((sum, { period: of, count }) => sum + (of.length === 4 ? count : 0), 0)
      : 0,
  }
}

/** The period that bars stand for. */
export function periodFromSpan(bars: readonly TrendBar[], { from, to }: BarSpan): Period {
  return `${bars[from]?.period ?? ''}/${bars[to]?.period ?? ''}`
}

/** How many texts bars stand for. */
export function countIn(bars: readonly TrendBar[], { from, to }: BarSpan): number {
  return bars.slice(from, to + 1).reduce((sum, { count }) => sum + count, 0)
}

/** The bars where time is marked under the chart: few enough to be read. */
export function marksFrom(bars: readonly TrendBar[], step: TrendStep): readonly number[] {
  const all = bars.map((_, index) => index)
  const starts =
    step === 'month' && bars.length > 12
      ? all.filter((index) => bars[index]?.period.endsWith('-01'))
      : all
  const every = [1, 2, 3, 5, 10, 20, 25, 50, 100].find((gap) => starts.length / gap <= MOST_MARKS)
  return starts.filter((_, place) => place % (every ?? 100) === 0)
}

const MOST_MARKS = 6

interface Years {
  readonly first: string
  readonly last: string
}

function yearsOf(period: Period): Years {
  const [first = '', last = ''] = period.split('/')
  return { first: first.slice(0, 4), last: last.slice(0, 4) }
}

function monthsIn({ first, last }: Years): number {
  return (Number(last) - Number(first) + 1) * 12
}

function within(points: readonly TrendPoint[], { first, last }: Years): readonly TrendPoint[] {
  return points.filter(({ period }) => period.slice(0, 4) >= first && period.slice(0, 4) <= last)
}

/** Null where the period keeps none of the bars. */
function spanOf(bars: readonly TrendBar[], period: Period): BarSpan | null {
  const [first = '', last = ''] = period.split('/')
  const isKept = ({ period: of }: TrendBar): boolean =>
    of.slice(0, first.length) >= first.slice(0, of.length) &&
    of.slice(0, last.length) <= last.slice(0, of.length)
  const from = bars.findIndex(isKept)
  return from < 0 ? null : { from, to: bars.findLastIndex(isKept) }
}
