import { assert, integer, property } from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  followScroll,
  reveal,
  rowsInView,
  scrolledTo,
  trackHeight,
  type Extent,
} from '../../../../renderer/browse/scroll-window.ts'

const short: Extent = { count: 200, rowHeight: 80, viewport: 600 }
const million: Extent = { count: 1_000_000, rowHeight: 86, viewport: 640 }

test('a list that fits a track is scrolled pixel by pixel', () => {
  expect(trackHeight(short)).toBe(16_000)
  expect(followScroll({ track: 0, list: 0 }, 5000, short)).toEqual({ track: 5000, list: 5000 })
})

describe('a million rows', () => {
  test('stand on a track that a browser can lay out', () => {
    expect(trackHeight(million)).toBeLessThan(16_777_216)
  })

  test('end at the end of the track and begin at its beginning', () => {
    const end = trackHeight(million) - million.viewport
    const last = followScroll({ track: end - 10, list: 0 }, end, million)
    expect(rowsInView(last, million, 0).last).toBe(999_999)
    expect(followScroll(last, 0, million)).toEqual({ track: 0, list: 0 })
  })

  test('move by as many pixels as the wheel does', () => {
    const at = scrolledTo(40_000_000, million)
    expect(followScroll(at, at.track + 100, million).list).toBeCloseTo(40_000_100, 3)
  })

  test('follow the bar in proportion when it is dragged', () => {
    const end = trackHeight(million) - million.viewport
    const half = followScroll({ track: 0, list: 0 }, end / 2, million)
    expect(half.list / (million.count * million.rowHeight)).toBeCloseTo(0.5, 2)
  })

  test('can each be brought wholly into view from anywhere', () => {
    const row = integer({ min: 0, max: million.count - 1 })
    assert(
      property(row, row, (from, to) => {
        const start = scrolledTo(from * million.rowHeight, million)
        const at = reveal(to, start, million) ?? start
        const top = to * million.rowHeight
        expect(top).toBeGreaterThanOrEqual(at.list - 0.001)
        expect(top + million.rowHeight).toBeLessThanOrEqual(at.list + million.viewport + 0.001)
        const { first, last } = rowsInView(at, million, 0)
        expect(to).toBeGreaterThanOrEqual(first)
        expect(to).toBeLessThanOrEqual(last)
      }),
    )
  })
})

test('a row that is in view already is left where it is', () => {
  expect(reveal(3, { track: 0, list: 0 }, short)).toBeNull()
})

test('an empty list draws nothing', () => {
  const { first, last } = rowsInView({ track: 0, list: 0 }, { ...short, count: 0 }, 4)
  expect(last).toBeLessThan(first)
})
