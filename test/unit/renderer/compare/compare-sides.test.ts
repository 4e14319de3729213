import { expect, test } from 'vitest'
import { compareSides } from '../../../../renderer/compare/compare-sides.ts'

const OLD = 'Les ministres ont proposé un cadre global et une feuille de route.'
const FRESH = 'Les ministres ont adopté un cadre global et une feuille de route commune.'

test('every character of each text stands in one piece, in order', () => {
  const { old, fresh } = compareSides(OLD, FRESH)
  expect(old.map(({ start, end }) => OLD.slice(start, end)).join('')).toBe(OLD)
  expect(fresh.map(({ start, end }) => FRESH.slice(start, end)).join('')).toBe(FRESH)
})

test('what differs is told on the side that has it', () => {
  const { old, fresh, changes } = compareSides(OLD, FRESH)
  const told = (text: string, pieces: typeof old): readonly string[] =>
    pieces
      .filter(({ kind }) => kind !== 'plain')
      .map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`)
  expect(told(OLD, old)).toEqual(['deleted proposé'])
  expect(told(FRESH, fresh)).toEqual(['inserted adopté', 'inserted commune'])
  expect(changes.map(({ words }) => words).toSorted()).toEqual(['adopté', 'commune', 'proposé'])
})

test('equal texts have no change', () => {
  expect(compareSides(OLD, OLD).changes).toEqual([])
})
