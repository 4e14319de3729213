import { expect, test } from 'vitest'
import { dayOf, seenFrom } from '../../../../renderer/visit/last-visit.ts'

test('what was seen is kept for each archive, and what cannot be read is left out', () => {
  const seen = { upTo: 12, at: '2026-01-05T09:00:00.000Z' }
  expect(seenFrom({ one: seen, two: { upTo: '12', at: seen.at }, three: { upTo: 1 } })).toEqual({
    one: seen,
  })
  expect(seenFrom({ one: { upTo: 1, at: 'yesterday' } })).toEqual({})
  expect([seenFrom(null), seenFrom('visits'), seenFrom([3])]).toEqual([{}, {}, {}])
})

test('a day is that of the officer, not of Greenwich', () => {
  const at = new Date(2026, 0, 5, 0, 30)
  expect(dayOf(at.toISOString())).toBe('2026-01-05')
})
