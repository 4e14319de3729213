import { expect, test } from 'vitest'
import {
  bringForward,
  closeTab,
  keptFromTabs,
  lastPlaceOf,
  ONE_TAB,
  openAside,
  placeOf,
  reopenTab,
  stepTabs,
  tabsFromKept,
  walk,
  type Tabs,
} from '../../../renderer/tabs.ts'
import { stepTo, type Place } from '../../../renderer/trail.ts'

const text = (communiqueId: string): Place => ({
  communiqueId,
  versionId: null,
  matches: [],
  annotationId: null,
})
const names = ({ open }: Tabs): readonly (string | undefined)[] =>
  open.map((tab) => lastPlaceOf(tab)?.communiqueId)
const inFront = (tabs: Tabs): string | undefined => placeOf(tabs.open[tabs.at])?.communiqueId
const THREE = ['a', 'b', 'c'].reduce((tabs, name) => openAside(tabs, text(name)), ONE_TAB)

test('the first text fills the empty tab; others stand behind the one in front, the newest next to it', () => {
  expect(names(THREE)).toEqual(['a', 'c', 'b'])
  expect(inFront(THREE)).toBe('a')
})

test('a text that has a tab already gets no second one', () => {
  expect(openAside(THREE, text('b'))).toBe(THREE)
})

test('steps go round', () => {
  expect([1, 2, 3, -1].map((step) => inFront(stepTabs(THREE, step)))).toEqual(['c', 'b', 'a', 'b'])
})

test('each tab goes back along its own texts', () => {
  const walked = walk(bringForward(THREE, 2), (before) => stepTo(before, text('d')))
  expect(names(walked)).toEqual(['a', 'c', 'd'])
  const back = walk(walked, (before) => ({ ...before, at: before.at - 1 }))
  expect(inFront(back)).toBe('b')
})

test('closing shows the tab after it, then the one before; the last is emptied', () => {
  const second = bringForward(THREE, 1)
  expect(inFront(closeTab(second, 1))).toBe('b')
  expect(inFront(closeTab(second, 0))).toBe('c')
  const one = closeTab(closeTab(second, 2), 1)
  expect(names(one)).toEqual(['a'])
  const none = closeTab(one, 0)
  expect([names(none), inFront(none)]).toEqual([[undefined], undefined])
})

test('what was closed last comes back first, with all that was walked in it', () => {
  const closed = closeTab(closeTab(THREE, 2), 1)
  const once = reopenTab(closed)
  expect([names(once), inFront(once)]).toEqual([['a', 'c'], 'c'])
  expect(names(reopenTab(once))).toEqual(['a', 'c', 'b'])
  expect(reopenTab(THREE)).toBe(THREE)
  expect(names(reopenTab(closeTab(openAside(ONE_TAB, text('a')), 0)))).toEqual(['a'])
})

test('twenty-one tabs are too many: the oldest that is not in front goes', () => {
  const many = Array.from({ length: 21 }, (_, index) => `t${index}`).reduce(
    (tabs, name) => openAside(tabs, text(name)),
    ONE_TAB,
  )
  expect(many.open).toHaveLength(20)
  expect(names(many)).not.toContain('t1')
  expect(inFront(many)).toBe('t0')
})

test('a tab that was left for the list comes back to its text', () => {
  const away = walk(THREE, (before) => ({ ...before, isAway: true }))
  expect(inFront(away)).toBeUndefined()
  expect(inFront(bringForward(away, 0))).toBe('a')
})

test('tabs are kept from one window to the next, but a single text is not', () => {
  const kept: unknown = JSON.parse(JSON.stringify(keptFromTabs(bringForward(THREE, 2))))
  const again = tabsFromKept(kept)
  expect(again && [names(again), inFront(again)]).toEqual([['a', 'c', 'b'], 'b'])
  expect(keptFromTabs(openAside(ONE_TAB, text('a')))).toBeNull()
  expect([null, 3, {}, { texts: [{}, { communiqueId: 'a' }] }].map(tabsFromKept)).toEqual([
    null,
    null,
    null,
    null,
  ])
})
