import type { CDPSession } from 'playwright-core'

/** Where letters are on the keyboard of the country, and what each key types there. */
const KEYBOARDS = {
  fr: {
    h: ['h', 'KeyH'],
    c: ['c', 'KeyC'],
    e: ['e', 'KeyE'],
    t: ['t', 'KeyT'],
    q: ['q', 'KeyA'],
    l: ['l', 'KeyL'],
    m: ['m', 'Semicolon'],
    n: ['n', 'KeyN'],
    z: ['z', 'KeyW'],
    a: ['a', 'KeyQ'],
    p: ['p', 'KeyP'],
  },
  ar: {
    h: ['ا', 'KeyH'],
    c: ['ؤ', 'KeyC'],
    e: ['ث', 'KeyE'],
    t: ['ف', 'KeyT'],
    q: ['ض', 'KeyQ'],
    l: ['م', 'KeyL'],
    m: ['ة', 'KeyM'],
    n: ['ى', 'KeyN'],
    z: ['ئ', 'KeyZ'],
    a: ['ش', 'KeyA'],
    p: ['ح', 'KeyP'],
  },
} as const

/** Letters that are commands. */
type Letter = keyof (typeof KEYBOARDS)['fr']

type Held = 'Alt' | 'Control' | 'Shift'

const BITS: Readonly<Record<Held, number>> = { Alt: 1, Control: 2, Shift: 8 }

/** Presses, on the keyboard of a country, the key that bears a letter's command. */
export function lettersOf(
  session: CDPSession,
  country: keyof typeof KEYBOARDS,
): (letter: Letter, held?: readonly Held[]) => Promise<void> {
  return async (letter, held = []) => {
    const [key, code] = KEYBOARDS[country][letter]
    const modifiers = held.reduce((sum, name) => sum + BITS[name], 0)
    const text = held.length === 0 ? { text: key } : {}
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', key, code, modifiers, ...text })
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', key, code, modifiers })
  }
}
