import { expect, test } from 'vitest'
import { ACTIONS } from '../../../../renderer/actions/actions.ts'
import {
  actionFromChord,
  ariaFromChord,
  chordsOf,
  giveChord,
  keysFromChord,
  objectionTo,
  ownChordsFrom,
  resetChords,
} from '../../../../renderer/actions/chords.ts'
import { SPEECH } from '../../../support/speech.ts'

test.each([false, true])('no two actions have the same keys at first, in review: %s', (isThere) => {
  const chords = ACTIONS.filter(({ where }) => (where === 'in-review') === isThere).flatMap(
    ({ chords: own }) => own,
  )
  expect(chords.length).toBeGreaterThan(5)
  expect(chords.filter((chord, index) => chords.indexOf(chord) !== index)).toEqual([])
})

test('a window of review has keys of its own, but for taking steps back', () => {
  expect(actionFromChord('m', {})?.id).toBe('mark-mention')
  expect(actionFromChord('m', {}, true)?.id).toBe('review-move')
  expect(actionFromChord('ctrl+z', {}, true)?.id).toBe('undo')
  expect(objectionTo('review-accept', 'h', {})).toBeNull()
  expect(objectionTo('review-accept', 'm', {})).toEqual({ kind: 'taken', by: 'review-move' })
  expect(objectionTo('review-accept', 'ctrl+z', {})).toEqual({ kind: 'taken', by: 'undo' })
  expect(objectionTo('undo', 'a', {})).toEqual({ kind: 'taken', by: 'review-accept' })
  const own = giveChord({}, 'undo', 'l')
  expect(chordsOf('mark-link', own)).toEqual(['ctrl+alt+6'])
  expect(chordsOf('review-relays', own)).toEqual([])
})

test('the first keys of every action may be given to it', () => {
  const refused = ACTIONS.flatMap(({ id, chords }) =>
    chords
      .filter((chord) => chord !== 'shift+arrowleft' && chord !== 'shift+arrowright')
      .flatMap((chord) => (objectionTo(id, chord, {}) === null ? [] : [chord])),
  )
  expect(refused).toEqual([])
})

test.each(['fr', 'en', 'ar'] as const)('every action has a name of its own (%s)', (language) => {
  const { names } = SPEECH[language].words.actions
  const told = ACTIONS.map(({ id }) => names[id])
  expect(new Set(told).size).toBe(ACTIONS.length)
  expect(Object.keys(names).toSorted()).toEqual(ACTIONS.map(({ id }) => id).toSorted())
})

test('keys that another action has are told, and taken from it when given anyway', () => {
  expect(objectionTo('search', 'alt+n', {})).toEqual({ kind: 'taken', by: 'next-note' })
  const own = giveChord({}, 'search', 'alt+n')
  expect(actionFromChord('alt+n', own)?.id).toBe('search')
  expect(chordsOf('next-note', own)).toEqual([])
  expect(actionFromChord('ctrl+k', own)).toBeNull()
})

test('an action with two keys loses only the one that was taken', () => {
  const own = giveChord({}, 'find', '/')
  expect(chordsOf('search', own)).toEqual(['ctrl+k'])
})

test('first keys come back, but for those that another action got meanwhile', () => {
  const own = giveChord(giveChord({}, 'search', 'alt+z'), 'find', 'ctrl+k')
  expect(chordsOf('search', resetChords(own, 'search'))).toEqual(['/'])
  const freed = resetChords(own, 'find')
  expect(chordsOf('find', freed)).toEqual(['ctrl+f'])
  expect(resetChords(freed, 'search')).toEqual({})
})

test.each(['enter', 'escape', 'tab', 'arrowdown', 'ctrl+c', 'ctrl+control', ' ', 'backspace'])(
  'keys for moving, typing and the clipboard are not given away: %s',
  (chord) => {
    expect(objectionTo('search', chord, {})).toEqual({ kind: 'reserved' })
  },
)

test('only keys that still make sense are remembered', () => {
  const remembered = { find: ['ctrl+g', 7, 'enter'], gone: ['ctrl+j'], trend: 'alt+g' }
  expect(ownChordsFrom(remembered)).toEqual({ find: ['ctrl+g'] })
  expect(ownChordsFrom('x')).toEqual({})
})

test('keys are shown as the keyboard names them, and spelled for assistive technology', () => {
  const { keys } = SPEECH.fr.words.shortcuts
  expect(keysFromChord('ctrl+shift+a', keys)).toEqual(['Ctrl', 'Maj', 'A'])
  expect(keysFromChord('alt+arrowdown', keys)).toEqual(['Alt', '↓'])
  expect(keysFromChord('ctrl++', keys)).toEqual(['Ctrl', '+'])
  expect(keysFromChord('pageup', keys)).toEqual(['Page haut'])
  expect(ariaFromChord('ctrl+alt+1')).toBe('Control+Alt+1')
})
