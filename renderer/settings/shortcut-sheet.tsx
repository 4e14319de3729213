import { useSpeech, type Speech } from '../i18n/words.tsx'
import { TOOL_LETTERS, type KeyedTool } from '../search/tool-keys.ts'
import { Dialog } from '../ui/dialog.tsx'

interface Shortcut {
  readonly name: string
  /** Alternatives, each a row of keys. */
  readonly keys: readonly (readonly string[])[]
}

interface ShortcutGroup {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}

/** Every key of the application on one sheet. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const speech = useSpeech()
  const { words } = speech
  return (
    <Dialog title={words.shortcuts.title} onClose={onClose} size="large">
      <div
        className="dialog-body shortcut-groups"
        role="group"
        aria-label={words.shortcuts.title}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing inside takes the focus, and the arrows must scroll it
        tabIndex={0}
      >
        {shortcutGroups(speech).map(({ title, shortcuts }) => (
          <section key={title}>
            <h3 className="pane-title">{title}</h3>
            <dl className="shortcuts">
              {shortcuts.map(({ name, keys }) => (
                <div key={name} className="shortcut">
                  <dt>{name}</dt>
                  <dd>
                    {keys.map((row) => (
                      <span key={row.join(' ')} className="key-row" dir="ltr">
                        {row.map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}

function shortcutGroups({ words }: Speech): readonly ShortcutGroup[] {
  const { groups } = words.shortcuts
  return [
    { title: groups.everywhere, shortcuts: everywhere(words) },
    { title: words.tools.label, shortcuts: onSearch(words) },
    { title: groups.list, shortcuts: inList(words) },
    { title: groups.text, shortcuts: inText(words) },
    { title: groups.annotations, shortcuts: onAnnotations(words) },
  ]
}

function everywhere({ shortcuts: own }: Speech['words']): readonly Shortcut[] {
  const { ctrl, shift } = own.keys
  return [
    { name: own.search, keys: [[ctrl, 'K'], ['/']] },
    { name: own.add, keys: [[ctrl, 'O']] },
    { name: own.nextPane, keys: [['F6'], [shift, 'F6']] },
    { name: own.help, keys: [['F1'], ['?']] },
  ]
}

const KEYED: readonly KeyedTool[] = [
  'compose',
  'trend',
  'save',
  'why',
  'similar',
  'verify',
  'trace',
]

function onSearch({ shortcuts, tools }: Speech['words']): readonly Shortcut[] {
  return KEYED.map((tool) => ({
    name: tools[tool],
    keys: [[shortcuts.keys.alt, TOOL_LETTERS[tool] ?? '']],
  }))
}

function inList({ shortcuts: own }: Speech['words']): readonly Shortcut[] {
  const { enter, home, end, pageUp, pageDown } = own.keys
  return [
    { name: own.move, keys: [['↑'], ['↓']] },
    { name: own.page, keys: [[pageUp], [pageDown]] },
    { name: own.ends, keys: [[home], [end]] },
    { name: own.open, keys: [[enter]] },
  ]
}

function inText({ shortcuts: own, notes }: Speech['words']): readonly Shortcut[] {
  const { ctrl, alt, shift, enter } = own.keys
  return [
    { name: own.find, keys: [[ctrl, 'F']] },
    { name: own.findNext, keys: [[enter], [shift, enter]] },
    {
      name: own.sentence,
      keys: [
        [alt, '↓'],
        [alt, '↑'],
      ],
    },
    {
      name: own.extend,
      keys: [
        [alt, shift, '↓'],
        [alt, shift, '↑'],
      ],
    },
    { name: notes.keysSentence, keys: [[alt, 'P']] },
    {
      name: own.confirmDate,
      keys: [
        [alt, 'O'],
        [alt, 'R'],
      ],
    },
    { name: own.exportPdf, keys: [[ctrl, 'P']] },
  ]
}

function onAnnotations({ shortcuts: own, annotate, notes }: Speech['words']): readonly Shortcut[] {
  const { ctrl, alt, shift } = own.keys
  const { verbs } = annotate
  return [
    { name: verbs.highlight, keys: [['H']] },
    { name: verbs.comment, keys: [['C']] },
    { name: verbs.commitment, keys: [['E']] },
    { name: verbs.quotation, keys: [['T']] },
    { name: verbs.question, keys: [['Q']] },
    { name: verbs.link, keys: [['L']] },
    { name: verbs.mention, keys: [['M']] },
    { name: notes.keysKinds, keys: [[ctrl, alt, '1…7']] },
    {
      name: own.annotation,
      keys: [
        [alt, 'N'],
        [alt, shift, 'N'],
      ],
    },
    { name: own.quote, keys: [[ctrl, shift, 'A']] },
    {
      name: notes.keysResize,
      keys: [
        [shift, '← →'],
        [ctrl, shift, '← →'],
      ],
    },
    { name: own.undo, keys: [[ctrl, 'Z']] },
    { name: notes.redo, keys: [[ctrl, shift, 'Z']] },
    { name: notes.keysAll, keys: [[ctrl, shift, 'L']] },
  ]
}
