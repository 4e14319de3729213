import { useSpeech, type Speech } from '../i18n/words.tsx'
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
      <div className="dialog-body shortcut-groups">
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

function inList({ shortcuts: own }: Speech['words']): readonly Shortcut[] {
  const { enter, home, end, pageUp, pageDown } = own.keys
  return [
    { name: own.move, keys: [['↑'], ['↓']] },
    { name: own.page, keys: [[pageUp], [pageDown]] },
    { name: own.ends, keys: [[home], [end]] },
    { name: own.open, keys: [[enter]] },
  ]
}

function inText({ shortcuts: own }: Speech['words']): readonly Shortcut[] {
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

function onAnnotations({ shortcuts: own, annotate }: Speech['words']): readonly Shortcut[] {
  const { ctrl, alt, shift } = own.keys
  const { verbs } = annotate
  return [
    { name: verbs.highlight, keys: [['H']] },
    { name: verbs.comment, keys: [['C']] },
    { name: verbs.commitment, keys: [['E']] },
    { name: verbs.quotation, keys: [['T']] },
    { name: verbs.question, keys: [['Q']] },
    {
      name: own.annotation,
      keys: [
        [alt, 'N'],
        [alt, shift, 'N'],
      ],
    },
    { name: own.quote, keys: [[ctrl, shift, 'A']] },
    { name: own.undo, keys: [[ctrl, 'Z']] },
  ]
}
