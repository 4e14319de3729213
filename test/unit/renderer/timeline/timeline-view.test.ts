import { expect, test } from 'vitest'
import {
  countIn,
  marksFrom,
  periodFromSpan,
  viewFromTrend,
} from '../../../../renderer/timeline/timeline-view.ts'

const point = (period: string, count: number) => ({ period, count, outOf: count })
const FEW_YEARS = [point('2024-11', 2), point('2025', 1), point('2025-02', 5)]
const MANY_YEARS = [point('1990-03', 4), ...FEW_YEARS]

test('a few years are shown by month, and what has no month is told apart', () => {
  const { bars, step, kept, isNear, monthless } = viewFromTrend(FEW_YEARS, null)
  expect(bars.map(({ period }) => period)).toEqual(['2024-11', '2024-12', '2025-01', '2025-02'])
  expect({ step, kept, isNear, monthless }).toEqual({
    step: 'month',
    kept: null,
    isNear: false,
    monthless: 1,
  })
})

test('many years are shown by year, and by month once a few of them are kept', () => {
  const far = viewFromTrend(MANY_YEARS, null)
  expect(far.step).toBe('year')
  expect(far.bars).toHaveLength(36)
  const near = viewFromTrend(MANY_YEARS, '2024/2025')
  expect(near.isNear).toBe(true)
  expect(near.bars.at(0)?.period).toBe('2024-01')
  expect(near.bars.at(-1)?.period).toBe('2025-12')
  expect(near.kept).toEqual({ from: 0, to: 23 })
  expect(near.monthless).toBe(1)
  expect(countIn(near.bars, near.kept ?? { from: 0, to: 0 })).toBe(7)
})

test('months that are kept stand among the months of their years', () => {
  const { bars, kept } = viewFromTrend(MANY_YEARS, '2024-11/2025-02')
  expect(bars).toHaveLength(24)
  expect(kept).toEqual({ from: 10, to: 13 })
  expect(periodFromSpan(bars, { from: 10, to: 13 })).toBe('2024-11/2025-02')
})

test('decades that are kept stay among the years', () => {
  const { step, isNear, kept } = viewFromTrend(MANY_YEARS, '1990/2024')
  expect({ step, isNear, kept }).toEqual({
    step: 'year',
    isNear: false,
    kept: { from: 0, to: 34 },
  })
})

test('a period that holds nothing keeps no bar', () => {
  expect(viewFromTrend(FEW_YEARS, '2019-01/2019-03').kept).toBeNull()
  expect(viewFromTrend([], null).bars).toEqual([])
})

test('time is marked where years begin, and seldom enough to be read', () => {
  const near = viewFromTrend(MANY_YEARS, '2024/2025')
  expect(marksFrom(near.bars, near.step)).toEqual([0, 12])
  const far = viewFromTrend(MANY_YEARS, null)
  expect(marksFrom(far.bars, far.step)).toEqual([0, 10, 20, 30])
})
