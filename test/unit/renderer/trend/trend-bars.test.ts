import { expect, test } from 'vitest'
import { barsFromTrend, stepFor } from '../../../../renderer/trend/trend-bars.ts'

const POINTS = [
  { period: '2024-11', count: 2, outOf: 4 },
  { period: '2025', count: 1, outOf: 3 },
  { period: '2025-02', count: 5, outOf: 10 },
]

test('months without a text have a bar too, so that time runs evenly', () => {
  expect(barsFromTrend(POINTS, 'month')).toEqual([
    { period: '2024-11', count: 2, outOf: 4 },
    { period: '2024-12', count: 0, outOf: 0 },
    { period: '2025-01', count: 0, outOf: 0 },
    { period: '2025-02', count: 5, outOf: 10 },
  ])
})

test('a year counts its months and what is only dated by the year', () => {
  expect(barsFromTrend(POINTS, 'year')).toEqual([
    { period: '2024', count: 2, outOf: 4 },
    { period: '2025', count: 6, outOf: 13 },
  ])
})

test('months are told while they can be told apart', () => {
  expect(stepFor(POINTS)).toBe('month')
  expect(stepFor([{ period: '1956', count: 1, outOf: 1 }, ...POINTS])).toBe('year')
  expect(barsFromTrend([], 'month')).toEqual([])
})
