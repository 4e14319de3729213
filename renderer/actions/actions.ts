/** Where the shortcut sheet, the settings and the palette put an action. */
export type ActionGroup = 'everywhere' | 'tools' | 'text' | 'annotations' | 'review'

/**
 * Where the keys of an action act: wherever the focus is; anywhere but in a field, which has its
 * own undo; only while the text holds the focus; or only in a window where things are checked one
 * by one, to which every key belongs while it is open.
 */
type Where = 'anywhere' | 'outside-fields' | 'in-text' | 'in-review'

interface ActionShape {
  readonly id: string
  readonly group: ActionGroup
  readonly where: Where
  /** Of a Latin keyboard, as `chordFromKey` writes them; the first is the one shown beside it. */
  readonly chords: readonly string[]
  /** Where a key without Ctrl or Alt acts, if that is narrower. */
  readonly alone?: 'in-text'
  /** Writes to the archive, always: where that may not be, its key says why. */
  readonly writes?: true
}

/**
 * Everything that can be done by a key or from the palette. An action also needs its name in each
 * language (`renderer/i18n/*-actions.ts`) and somebody who does it (`useActions`).
 */
const TABLE = [
  { id: 'palette', group: 'everywhere', where: 'anywhere', chords: ['ctrl+shift+p'] },
  { id: 'search', group: 'everywhere', where: 'anywhere', chords: ['ctrl+k', '/'] },
  { id: 'add', group: 'everywhere', where: 'anywhere', chords: ['ctrl+o'], writes: true },
  { id: 'review', group: 'everywhere', where: 'anywhere', chords: ['alt+k'], writes: true },
  { id: 'names', group: 'everywhere', where: 'anywhere', chords: ['alt+a'] },
  { id: 'all-notes', group: 'everywhere', where: 'anywhere', chords: ['ctrl+shift+l'] },
  { id: 'next-pane', group: 'everywhere', where: 'anywhere', chords: ['f6'] },
  { id: 'previous-pane', group: 'everywhere', where: 'anywhere', chords: ['shift+f6'] },
  { id: 'shortcuts', group: 'everywhere', where: 'anywhere', chords: ['f1', '?'] },
  { id: 'tour', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'change-shortcuts', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'lock', group: 'everywhere', where: 'anywhere', chords: ['alt+shift+l'] },
  { id: 'protection', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'backups', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'verify-archive', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'journal', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'about', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'theme-light', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'theme-dark', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'theme-system', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'in-french', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'in-arabic', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'in-english', group: 'everywhere', where: 'anywhere', chords: [] },
  { id: 'compose', group: 'tools', where: 'anywhere', chords: ['alt+b'] },
  { id: 'syntax', group: 'tools', where: 'anywhere', chords: [] },
  { id: 'timeline', group: 'tools', where: 'anywhere', chords: ['alt+h'] },
  { id: 'trend', group: 'tools', where: 'anywhere', chords: ['alt+g'] },
  { id: 'save', group: 'tools', where: 'anywhere', chords: ['alt+s'], writes: true },
  { id: 'why', group: 'tools', where: 'anywhere', chords: ['alt+w'] },
  { id: 'similar', group: 'tools', where: 'anywhere', chords: ['alt+l'] },
  { id: 'verify', group: 'tools', where: 'anywhere', chords: ['alt+v'] },
  { id: 'trace', group: 'tools', where: 'anywhere', chords: ['alt+t'] },
  { id: 'index', group: 'tools', where: 'anywhere', chords: [] },
  { id: 'back', group: 'text', where: 'outside-fields', chords: ['alt+arrowleft'] },
  { id: 'forward', group: 'text', where: 'outside-fields', chords: ['alt+arrowright'] },
  { id: 'next-tab', group: 'text', where: 'anywhere', chords: ['ctrl+tab', 'ctrl+pagedown'] },
  {
    id: 'previous-tab',
    group: 'text',
    where: 'anywhere',
    chords: ['ctrl+shift+tab', 'ctrl+pageup'],
  },
  { id: 'close-tab', group: 'text', where: 'anywhere', chords: ['alt+q', 'ctrl+f4'] },
  { id: 'reopen-tab', group: 'text', where: 'anywhere', chords: ['alt+shift+q'] },
  { id: 'list-panel', group: 'text', where: 'anywhere', chords: ['ctrl+b'] },
  { id: 'find', group: 'text', where: 'anywhere', chords: ['ctrl+f'] },
  { id: 'text-caret', group: 'text', where: 'anywhere', chords: ['f7'] },
  { id: 'next-sentence', group: 'text', where: 'anywhere', chords: ['alt+arrowdown'] },
  { id: 'previous-sentence', group: 'text', where: 'anywhere', chords: ['alt+arrowup'] },
  { id: 'grow-selection', group: 'text', where: 'anywhere', chords: ['alt+shift+arrowdown'] },
  { id: 'shrink-selection', group: 'text', where: 'anywhere', chords: ['alt+shift+arrowup'] },
  { id: 'paragraph', group: 'text', where: 'anywhere', chords: ['alt+p'] },
  { id: 'confirm-date', group: 'text', where: 'anywhere', chords: ['alt+o'], writes: true },
  { id: 'reject-date', group: 'text', where: 'anywhere', chords: ['alt+r'], writes: true },
  { id: 'export-pdf', group: 'text', where: 'anywhere', chords: ['ctrl+p'] },
  {
    id: 'copy-quotation',
    group: 'text',
    where: 'anywhere',
    chords: ['x', 'alt+c'],
    alone: 'in-text',
  },
  { id: 'copy-reference', group: 'text', where: 'anywhere', chords: ['alt+shift+c'] },
  { id: 'gather', group: 'text', where: 'anywhere', chords: ['alt+d'], writes: true },
  { id: 'save-original', group: 'text', where: 'anywhere', chords: [] },
  { id: 'larger-text', group: 'text', where: 'anywhere', chords: [] },
  { id: 'smaller-text', group: 'text', where: 'anywhere', chords: [] },
  mark('highlight', 'h', 1),
  mark('comment', 'c', 2),
  mark('commitment', 'e', 3),
  mark('quotation', 't', 4),
  mark('question', 'q', 5),
  mark('link', 'l', 6),
  mark('mention', 'm', 7),
  { id: 'quote', group: 'annotations', where: 'anywhere', chords: ['ctrl+shift+a'], writes: true },
  { id: 'next-note', group: 'annotations', where: 'anywhere', chords: ['alt+n'] },
  { id: 'previous-note', group: 'annotations', where: 'anywhere', chords: ['alt+shift+n'] },
  { id: 'end-left', group: 'annotations', where: 'in-text', chords: ['shift+arrowleft'] },
  { id: 'end-right', group: 'annotations', where: 'in-text', chords: ['shift+arrowright'] },
  { id: 'start-left', group: 'annotations', where: 'in-text', chords: ['ctrl+shift+arrowleft'] },
  { id: 'start-right', group: 'annotations', where: 'in-text', chords: ['ctrl+shift+arrowright'] },
  { id: 'undo', group: 'annotations', where: 'outside-fields', chords: ['ctrl+z'], writes: true },
  {
    id: 'redo',
    group: 'annotations',
    where: 'outside-fields',
    chords: ['ctrl+shift+z', 'ctrl+y'],
    writes: true,
  },
  { id: 'notes-panel', group: 'annotations', where: 'anywhere', chords: [] },
  { id: 'review-accept', group: 'review', where: 'in-review', chords: ['a'] },
  { id: 'review-reject', group: 'review', where: 'in-review', chords: ['r'] },
  { id: 'review-correct', group: 'review', where: 'in-review', chords: ['c'] },
  { id: 'review-amends', group: 'review', where: 'in-review', chords: ['v'] },
  { id: 'review-relays', group: 'review', where: 'in-review', chords: ['l'] },
  { id: 'review-alike', group: 'review', where: 'in-review', chords: ['g'] },
  { id: 'review-move', group: 'review', where: 'in-review', chords: ['m'] },
  { id: 'review-orphan', group: 'review', where: 'in-review', chords: ['o'] },
  { id: 'review-next', group: 'review', where: 'in-review', chords: ['j'] },
  { id: 'review-previous', group: 'review', where: 'in-review', chords: ['k'] },
] as const satisfies readonly ActionShape[]

export type ActionId = (typeof TABLE)[number]['id']

export interface Action extends ActionShape {
  readonly id: ActionId
}

/** In the order in which they are shown. */
export const ACTIONS: readonly Action[] = TABLE

const WRITING: ReadonlySet<ActionId> = new Set(
  ACTIONS.filter(({ writes }) => writes === true).map(({ id }) => id),
)

/** Whether an action always writes to the archive. */
export function isWriting(id: ActionId): boolean {
  return WRITING.has(id)
}

function mark<Kind extends string>(kind: Kind, letter: string, place: number) {
  return {
    id: `mark-${kind}`,
    group: 'annotations',
    where: 'anywhere',
    chords: [letter, `ctrl+alt+${place}`],
    alone: 'in-text',
    writes: true,
  } as const
}
