import { expect, test } from 'vitest'
import { monthAt, startsMonth } from '../../../../renderer/browse/months.ts'

const rows = ['2025-04-14', '2025-04-02', '2025-03', '2025', null].map((sortedOn) => ({
  sortedOn,
  publishedOn: '2026-01-05',
}))
const rowAt = (index: number) => rows[index]

test('a row opens a month when the row before it belongs to another', () => {
  expect([1, 2, 3].map((index) => startsMonth(rowAt, index, 'newest'))).toEqual([
    null,
    '2025-03',
    '2025',
  ])
})

test('nothing is said of a month while the row before is still to come', () => {
  expect(startsMonth(rowAt, 0, 'oldest')).toBeNull()
})

test('a row without a date belongs to no month', () => {
  expect(monthAt(rowAt, 4, 'newest')).toBeNull()
})

test('in the order of publication, rows stand under the months of their publication', () => {
  expect([1, 4].map((index) => monthAt(rowAt, index, 'published'))).toEqual(['2026-01', '2026-01'])
  expect([1, 4].map((index) => startsMonth(rowAt, index, 'published'))).toEqual([null, null])
})
