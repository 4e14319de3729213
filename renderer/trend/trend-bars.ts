import type { TrendPoint } from '../../shared/model/discovery.ts'

/** One bar of a trend. */
export interface TrendBar {
  /** `2025-04`, or `2025`. */
  readonly period: string
  readonly count: number
  readonly outOf: number
}

export type TrendStep = 'month' | 'year'

const MOST_MONTHS = 240

/** Months while they can be told apart on a screen, years otherwise or where only years are known. */
export function stepFor(points: readonly TrendPoint[], mostMonths = MOST_MONTHS): TrendStep {
  const months = points.filter(({ period }) => period.length > 4)
  return months.length < points.length / 2 || spanInMonths(points) > mostMonths ? 'year' : 'month'
}

/**
 * Every period from the first to the last, those without any text too, so that time runs evenly;
 * or every one between two. By month, what is only dated by its year is left out.
 */
export function barsFromTrend(
  points: readonly TrendPoint[],
  step: TrendStep,
  between?: { readonly first: string; readonly last: string },
): readonly TrendBar[] {
  const length = step === 'year' ? 4 : 7
  const bars = new Map<string, TrendBar>()
  for (const { period, count, outOf } of points.filter(({ period: of }) => of.length >= length)) {
    const key = period.slice(0, length)
    const before = bars.get(key) ?? { period: key, count: 0, outOf: 0 }
    bars.set(key, { period: key, count: before.count + count, outOf: before.outOf + outOf })
  }
  const periods = [...bars.keys()].toSorted()
  const first = between?.first ?? periods.at(0)
  const last = between?.last ?? periods.at(-1)
  return everyPeriod(first, last, step).map(
    (period) => bars.get(period) ?? { period, count: 0, outOf: 0 },
  )
}

function everyPeriod(
  first: string | undefined,
  last: string | undefined,
  step: TrendStep,
): readonly string[] {
  if (first === undefined || last === undefined) return []
  const [from, to] = [numberOf(first, step), numberOf(last, step)]
  return Array.from({ length: to - from + 1 }, (_, index) => periodOf(from + index, step))
}

function numberOf(period: string, step: TrendStep): number {
  const year = Number(period.slice(0, 4))
  return step === 'year' ? year : year * 12 + Number(period.slice(5, 7)) - 1
}

function periodOf(number: number, step: TrendStep): string {
  if (step === 'year') return String(number).padStart(4, '0')
  const year = String(Math.floor(number / 12)).padStart(4, '0')
  return `${year}-${String((number % 12) + 1).padStart(2, '0')}`
}

function spanInMonths(points: readonly TrendPoint[]): number {
  const periods = points.map(({ period }) => period).toSorted()
  const [first, last] = [periods.at(0), periods.at(-1)]
  if (first === undefined || last === undefined) return 0
  return (Number(last.slice(0, 4)) - Number(first.slice(0, 4)) + 1) * 12
}
