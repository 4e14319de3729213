import { expect, test } from 'vitest'
import { chordFromKey } from '../../../renderer/keys.ts'

const pressed = {
  key: '',
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
}

test.each([
  [{ key: 'K', code: 'KeyK', ctrlKey: true, shiftKey: true }, 'ctrl+shift+k'],
  [{ key: 'ArrowDown', code: 'ArrowDown', altKey: true }, 'alt+arrowdown'],
  [{ key: '?', code: 'Slash', shiftKey: true }, '?'],
  [{ key: '/', code: 'Digit1', shiftKey: true }, '/'],
  [{ key: 'F6', code: 'F6', shiftKey: true }, 'shift+f6'],
])('a key press reads as it is told on the sheet: %j', (press, chord) => {
  expect(chordFromKey({ ...pressed, ...press })).toBe(chord)
})

test('on an Arabic keyboard the place of the key decides', () => {
  expect(chordFromKey({ ...pressed, key: 'ا', code: 'KeyH' })).toBe('h')
})

test('on a French keyboard the letter that is printed on the key decides', () => {
  expect(chordFromKey({ ...pressed, key: 'a', code: 'KeyQ', ctrlKey: true })).toBe('ctrl+a')
})
