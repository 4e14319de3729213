import { expect, test } from 'vitest'
import { editDistance } from '../../../../electron/core/search/edit-distance.ts'
import { randomFromSeed } from '../../../support/random.ts'

/** The same by the whole matrix, as it is defined. */
function wholeDistance(one: string, other: string): number {
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0
  const rows: number[][] = []
  for (let row = 0; row <= one.length; row += 1) {
    const current: number[] = []
    rows.push(current)
    for (let column = 0; column <= other.length; column += 1) {
      const [own, its] = [one[row - 1], other[column - 1]]
      const ways = [
        row === 0 ? column : at(row - 1, column) + 1,
        column === 0 ? row : at(row, column - 1) + 1,
      ]
      if (row > 0 && column > 0) ways.push(at(row - 1, column - 1) + (own === its ? 0 : 1))
      const isSwap = row > 1 && column > 1 && own === other[column - 2] && one[row - 2] === its
      if (isSwap) ways.push(at(row - 2, column - 2) + 1)
      current.push(Math.min(...ways))
    }
  }
  return at(one.length, other.length)
}

const LETTERS = Array.from('abeirstنمو')

test.each([1, 2, 3])('is what the whole matrix says, up to its limit (seed %i)', (seed) => {
  const random = randomFromSeed(seed)
  const word = (): string =>
    Array.from({ length: 1 + random.below(9) }, () => random.pick(LETTERS) ?? '').join('')
  const seen = new Set<number>()
  for (let round = 0; round < 4000; round += 1) {
    const one = word()
    const at = random.below(one.length)
    // Half of the pairs are near.
    const other =
      random.below(2) === 0
        ? word()
        : `${one.slice(0, at)}${word().slice(0, 2)}${one.slice(at + random.below(3))}`
    for (const limit of [1, 2]) {
      const distance = editDistance(one, other, limit)
      seen.add(distance)
      expect(distance, `${one} ${other}`).toBe(Math.min(wholeDistance(one, other), limit + 1))
    }
  }
  expect(seen).toEqual(new Set([0, 1, 2, 3]))
})

test('letters far apart in their tables may share a bit, and are told apart all the same', () => {
  expect(editDistance('accord', 'accorD', 2)).toBe(1)
  expect(editDistance('نم', 'مو', 1)).toBe(2)
})
