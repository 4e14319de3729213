import { ACTIONS, type Action, type ActionId } from './actions.ts'

/** The keys an officer gave to actions in place of the first ones. */
export type OwnChords = Readonly<Partial<Record<ActionId, readonly string[]>>>

/** The keys that do an action now. */
export function chordsOf(id: ActionId, own: OwnChords): readonly string[] {
  return own[id] ?? ACTIONS.find((action) => action.id === id)?.chords ?? []
}

/** The action that a chord does now, or null; a window of review has its own and no others. */
export function actionFromChord(
  chord: string,
  own: OwnChords,
  isInReview: boolean = false,
): Action | null {
  return (
    ACTIONS.find((action) => {
      const isHeard = IN_BOTH.has(action.id) || (action.where === 'in-review') === isInReview
      return isHeard && chordsOf(action.id, own).includes(chord)
    }) ?? null
  )
}

/** A window of review takes its own steps back, by the same keys. */
const IN_BOTH: ReadonlySet<ActionId> = new Set(['undo', 'redo'])

/** The action whose keys would be taken by giving a chord to another one. */
function holderOf(id: ActionId, chord: string, own: OwnChords): ActionId | null {
  const isInReview = ACTIONS.find((action) => action.id === id)?.where === 'in-review'
  const places = IN_BOTH.has(id) ? [false, true] : [isInReview]
  return (
    places
      .map((place) => actionFromChord(chord, own, place)?.id ?? null)
      .find((holder) => holder !== null && holder !== id) ?? null
  )
}

/** Whether a chord is one key that types a sign: it then acts only where nothing is typed. */
export function isSingleKey(chord: string): boolean {
  return chord.length === 1
}

/** What stands against giving a chord to an action. */
export type ChordObjection =
  | { readonly kind: 'reserved' }
  | { readonly kind: 'taken'; readonly by: ActionId }

/** Why an action should not get a chord, or null where nothing stands against it. */
export function objectionTo(id: ActionId, chord: string, own: OwnChords): ChordObjection | null {
  if (isReserved(chord)) return { kind: 'reserved' }
  const holder = holderOf(id, chord, own)
  return holder === null ? null : { kind: 'taken', by: holder }
}

/** Gives a chord to an action, and takes it from the one that had it. */
export function giveChord(own: OwnChords, id: ActionId, chord: string): OwnChords {
  const holder = holderOf(id, chord, own)
  if (holder === null) return { ...own, [id]: [chord] }
  const left = chordsOf(holder, own).filter((other) => other !== chord)
  return giveChord({ ...own, [holder]: left }, id, chord)
}

/**
 * Gives an action its first keys back. Those that another action got meanwhile stay with it.
 */
export function resetChords(own: OwnChords, id: ActionId): OwnChords {
  const { [id]: _dropped, ...others } = own
  const first = chordsOf(id, others)
  const free = first.filter((chord) => holderOf(id, chord, own) === null)
  return free.length === first.length ? others : { ...others, [id]: free }
}

/** The remembered keys, as far as they still make sense: actions that exist, chords that may act. */
export function ownChordsFrom(remembered: unknown): OwnChords {
  if (typeof remembered !== 'object' || remembered === null) return {}
  const entries = Object.entries(remembered).flatMap(([id, chords]) => {
    const isKnown = ACTIONS.some((action) => action.id === id)
    if (!isKnown || !Array.isArray(chords)) return []
    return [[id, chords.filter((chord) => typeof chord === 'string' && !isReserved(chord))]]
  })
  return Object.fromEntries(entries)
}

/** Keys by which one moves, types and leaves, and those the clipboard and the window hold. */
function isReserved(chord: string): boolean {
  return RESERVED.test(chord) || HELD.has(chord)
}

const RESERVED =
  /^(?:shift\+)?(?:enter|tab|escape|backspace|delete|home|end|pageup|pagedown|arrow\w+| |dead)$|(?:^|\+)(?:control|shift|alt|meta|altgraph|capslock|fn|process|unidentified)$/u

const HELD = new Set([
  'ctrl+a',
  'ctrl+c',
  'ctrl+v',
  'ctrl+x',
  'ctrl+w',
  'ctrl+q',
  'alt+f4',
  'ctrl+enter',
])

/** The keys of a chord as the officer's keyboard names them. */
export function keysFromChord(chord: string, names: Readonly<Record<string, string>>): string[] {
  const [, held = '', key = ''] = /^((?:(?:ctrl|alt|shift)\+)*)(.+)$/u.exec(chord) ?? []
  return [...held.split('+').filter((part) => part !== ''), key].map(
    (part) => names[NAMED[part] ?? part] ?? ARROWS[part] ?? part.toUpperCase(),
  )
}

const NAMED: Readonly<Record<string, string>> = { pageup: 'pageUp', pagedown: 'pageDown' }

const ARROWS: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
}

/** A chord as `aria-keyshortcuts` spells it. */
export function ariaFromChord(chord: string): string {
  const english = { ctrl: 'Control', alt: 'Alt', shift: 'Shift' }
  return keysFromChord(chord, english).join('+')
}
