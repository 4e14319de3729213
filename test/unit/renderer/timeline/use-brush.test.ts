import { expect, test } from 'vitest'
import { barAfterKey } from '../../../../renderer/timeline/use-brush.ts'

const after = (key: string, isRightToLeft = false): number | null =>
  barAfterKey(key, { at: 20, count: 24, isRightToLeft })

test('arrows go the way they point, whichever way time runs', () => {
  expect([after('ArrowRight'), after('ArrowLeft')]).toEqual([21, 19])
  expect([after('ArrowRight', true), after('ArrowLeft', true)]).toEqual([19, 21])
  expect([after('ArrowUp', true), after('ArrowDown', true)]).toEqual([21, 19])
})

test('pages are twelve bars, and nothing leads beyond the ends', () => {
  expect([after('PageUp'), after('PageDown')]).toEqual([23, 8])
  expect([after('Home'), after('End'), after('a')]).toEqual([0, 23, null])
})
