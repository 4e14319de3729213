import { expect, test } from 'vitest'
import {
  compareSides,
  shareLittle,
  sidesUnmarked,
} from '../../../../renderer/compare/compare-sides.ts'

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

test('a text and its translation share little, two wordings of one text do not', () => {
  const translated = 'اقترح الوزراء إطارا شاملا وخارطة طريق لسنتي 2025 و2028.'
  const inEnglish = 'The ministers have proposed a global framework and a road map.'
  expect(shareLittle(compareSides(OLD, translated))).toBe(true)
  expect(shareLittle(compareSides(OLD, inEnglish))).toBe(true)
  expect(shareLittle(compareSides(OLD, FRESH))).toBe(false)
  // Written otherwise is not another word.
  expect(shareLittle(compareSides(OLD, OLD.replaceAll(' ', '\u{a0}')))).toBe(false)
})

test('sides without marks are whole', () => {
  const { old, fresh, changes } = sidesUnmarked(OLD, FRESH)
  expect(old).toEqual([{ start: 0, end: OLD.length, kind: 'plain', change: null }])
  expect(fresh).toEqual([{ start: 0, end: FRESH.length, kind: 'plain', change: null }])
  expect(changes).toEqual([])
})
