import { Keyboard } from 'lucide-react'
import { useSpeech } from '../i18n/words.tsx'
import type { Words } from '../i18n/fr.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useActing } from './acting.tsx'
import { ACTIONS, type ActionGroup } from './actions.ts'
import { chordsOf, keysFromChord } from './chords.ts'
import { KeyRow } from './key-row.tsx'

interface Shortcut {
  readonly name: string
  /** Alternatives, each a row of keys. */
  readonly rows: readonly (readonly string[])[]
}

/** Every key of the application on one sheet, as the officer set them. */
export function ShortcutSheet({
  onChange,
  onClose,
}: {
  readonly onChange: () => void
  readonly onClose: () => void
}) {
  const { words } = useSpeech()
  const withKeys = useGroup()
  const { groups } = words.actions
  return (
    <Dialog title={words.shortcuts.title} onClose={onClose} size="large">
      <div
        className="dialog-body"
        role="group"
        aria-label={words.shortcuts.title}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- nothing inside takes the focus, and the arrows must scroll it
        tabIndex={0}
      >
        <div className="shortcut-groups">
          <Group title={groups.everywhere} shortcuts={withKeys('everywhere')} />
          <Group title={groups.annotations} shortcuts={withKeys('annotations')} />
          <Group title={groups.review} shortcuts={withKeys('review')} />
          <Group title={groups.text} shortcuts={[...withKeys('text'), ...fixedInText(words)]} />
          <Group title={groups.tools} shortcuts={withKeys('tools')} />
          <Group title={groups.list} shortcuts={fixedInList(words)} />
        </div>
      </div>
      <footer className="dialog-footer">
        <Button onPress={onChange}>
          <Keyboard aria-hidden />
          {words.actions.names['change-shortcuts']}
        </Button>
      </footer>
    </Dialog>
  )
}

function useGroup(): (group: ActionGroup) => readonly Shortcut[] {
  const { words } = useSpeech()
  const { own } = useActing()
  return (group) =>
    ACTIONS.filter((action) => action.group === group).flatMap(({ id }) => {
      const chords = chordsOf(id, own)
      const rows = chords.map((chord) => keysFromChord(chord, words.shortcuts.keys))
      return rows.length === 0 ? [] : [{ name: words.actions.names[id], rows }]
    })
}

function Group({
  title,
  shortcuts,
}: {
  readonly title: string
  readonly shortcuts: readonly Shortcut[]
}) {
  return (
    <section>
      <h3 className="pane-title">{title}</h3>
      <dl className="shortcuts">
        {shortcuts.map(({ name, rows }) => (
          <div key={name} className="shortcut">
            <dt>{name}</dt>
            <dd>
              {rows.map((keys) => (
                <KeyRow key={keys.join(' ')} keys={keys} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Keys that every list has, and that nobody sets. */
function fixedInList({ shortcuts }: Words): readonly Shortcut[] {
  const { ctrl, enter, home, end, pageUp, pageDown } = shortcuts.keys
  return [
    { name: shortcuts.move, rows: [['↑'], ['↓']] },
    { name: shortcuts.page, rows: [[pageUp], [pageDown]] },
    { name: shortcuts.ends, rows: [[home], [end]] },
    { name: shortcuts.open, rows: [[enter]] },
    { name: shortcuts.openAside, rows: [[ctrl, enter]] },
  ]
}

function fixedInText({ shortcuts }: Words): readonly Shortcut[] {
  const { enter, shift, escape } = shortcuts.keys
  return [
    { name: shortcuts.findNext, rows: [[enter], [shift, enter]] },
    { name: shortcuts.openNote, rows: [[enter], [escape]] },
  ]
}
