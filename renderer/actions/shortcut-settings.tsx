import { RotateCcw } from 'lucide-react'
import { useState } from 'react'
import { useSpeech } from '../i18n/words.tsx'
import { useNotices } from '../ui/notices.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useActing } from './acting.tsx'
import { ACTIONS, type Action, type ActionGroup, type ActionId } from './actions.ts'
import { chordsOf, giveChord, keysFromChord, objectionTo, resetChords } from './chords.ts'
import { KeyCapture } from './key-capture.tsx'
import { KeyRow } from './key-row.tsx'

const GROUPS: readonly ActionGroup[] = ['everywhere', 'annotations', 'review', 'text', 'tools']

/** Lets an officer give other keys to every action; each change is kept at once. */
export function ShortcutSettings({ onClose }: { readonly onClose: () => void }) {
  const { words } = useSpeech()
  const { own, setOwn } = useActing()
  const [asking, setAsking] = useState<ActionId | null>(null)
  return (
    <Dialog title={words.actions.names['change-shortcuts']} onClose={onClose} size="large">
      <div className="dialog-body shortcut-settings">
        <p className="field-advice">{words.actions.settingsAdvice}</p>
        {GROUPS.map((group) => (
          <section key={group} aria-label={words.actions.groups[group]}>
            <h3 className="pane-title">{words.actions.groups[group]}</h3>
            <ul className="shortcuts">
              {ACTIONS.filter((action) => action.group === group).map((action) => (
                <ShortcutLine
                  key={action.id}
                  action={action}
                  isAsking={asking === action.id}
                  onAsk={(isAsked) => setAsking(isAsked ? action.id : null)}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <footer className="dialog-footer">
        <Button
          tone="quiet"
          isDisabled={Object.keys(own).length === 0}
          onPress={() => {
            setAsking(null)
            setOwn({})
          }}
        >
          <RotateCcw aria-hidden />
          {words.actions.resetAll}
        </Button>
      </footer>
    </Dialog>
  )
}

function ShortcutLine({
  action: { id },
  isAsking,
  onAsk,
}: {
  readonly action: Action
  readonly isAsking: boolean
  readonly onAsk: (isAsked: boolean) => void
}) {
  const { words } = useSpeech()
  const { announce } = useNotices()
  const { own, setOwn } = useActing()
  const name = words.actions.names[id]
  const give = (chord: string): void => {
    setOwn(giveChord(own, id, chord))
    announce(words.actions.given(name, keysFromChord(chord, words.shortcuts.keys).join(' ')))
    onAsk(false)
  }
  return (
    <li className="shortcut" data-action={id}>
      <span className="shortcut-name">{name}</span>
      {isAsking ? (
        <KeyCapture
          name={name}
          objectionTo={(chord) => objectionTo(id, chord, own)}
          onGive={give}
          onLeave={() => onAsk(false)}
        />
      ) : (
        <>
          <ChordsOf id={id} />
          {own[id] !== undefined && (
            <IconButton
              label={words.actions.reset(name)}
              icon={<RotateCcw aria-hidden />}
              onPress={() => setOwn(resetChords(own, id))}
            />
          )}
          <Button tone="quiet" aria-label={words.actions.change(name)} onPress={() => onAsk(true)}>
            {words.actions.changeShort}
          </Button>
        </>
      )}
    </li>
  )
}

function ChordsOf({ id }: { readonly id: ActionId }) {
  const { words } = useSpeech()
  const { own } = useActing()
  return chordsOf(id, own).map((chord) => (
    <KeyRow key={chord} keys={keysFromChord(chord, words.shortcuts.keys)} />
  ))
}
