import { array, assert, constantFrom, integer, nat, property, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { overlaps } from '../../../../renderer/annotate/highlight-layer.ts'

test('an offset is painted at a depth exactly when that many spans cover it', () => {
  const span = tuple(nat(40), integer({ min: 1, max: 15 })).map(([start, length]) => ({
    start,
    end: start + length,
  }))
  assert(
    property(array(span, { maxLength: 12 }), constantFrom(2, 3), (spans, depth) => {
      const painted = overlaps(spans, depth)
      for (let at = 0; at < 60; at++) {
        const covering = spans.filter(({ start, end }) => at >= start && at < end).length
        const isPainted = painted.some(({ start, end }) => at >= start && at < end)
        expect(isPainted).toBe(covering >= depth)
      }
    }),
  )
})

test('spans that only touch do not overlap', () => {
  const touching = [
    { start: 0, end: 5 },
    { start: 5, end: 9 },
  ]
  expect(overlaps(touching, 2)).toEqual([])
})
