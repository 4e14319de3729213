import { expect, test } from 'vitest'
import {
  bytesOf,
  packRows,
  uniteRows,
  unpackRows,
} from '../../../../electron/core/search/packed-rows.ts'
import { randomFromSeed } from '../../../support/random.ts'

/** Rows up to `last`, of which about one in `rarity` is there. */
const someRows = (random: ReturnType<typeof randomFromSeed>, last: number, rarity: number) =>
  Int32Array.from(
    Array.from({ length: last }, (_, index) => index + 1).filter(() => random.below(rarity) === 0),
  )

test.each([1, 2, 3])('rows come back as they were packed, and united (seed %i)', (seed) => {
  const random = randomFromSeed(seed)
  const kinds = new Set<string>()
  for (let round = 0; round < 200; round += 1) {
    const sets = Array.from({ length: 1 + random.below(4) }, () =>
      someRows(random, random.below(700), 1 + random.below(90)),
    )
    const packed = sets.map(packRows)
    for (const [at, one] of packed.entries()) {
      kinds.add(one.kind)
      expect([...unpackRows(one)]).toEqual([...(sets[at] ?? [])])
    }
    const all = new Set(sets.flatMap((rows) => [...rows]))
    const united = uniteRows(packed)
    expect([...unpackRows(united)]).toEqual([...all].toSorted((one, other) => one - other))
  }
  expect([...kinds].toSorted()).toEqual(['bits', 'list'])
})

test('rows of most texts take a bit each, rows of few no more than a list', () => {
  const all = Int32Array.from({ length: 32_000 }, (_, index) => index + 1)
  expect(bytesOf(packRows(all))).toBe(4004)
  expect(bytesOf(packRows(Int32Array.of(5, 900_000)))).toBe(8)
  expect(bytesOf(packRows(Int32Array.of()))).toBe(0)
})
