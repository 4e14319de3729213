import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useSpeech } from '../i18n/words.tsx'
import { chordFromKey } from '../keys.ts'
import { Button } from '../ui/button.tsx'
import type { ChordObjection } from './chords.ts'
import { keysFromChord } from './chords.ts'
import { KeyRow } from './key-row.tsx'

interface Asked {
  readonly chord: string
  readonly objection: ChordObjection
}

/** Waits for the keys an officer wants; tells who has them already and asks before taking them. */
export function KeyCapture({
  name,
  objectionTo,
  onGive,
  onLeave,
}: {
  readonly name: string
  readonly objectionTo: (chord: string) => ChordObjection | null
  readonly onGive: (chord: string) => void
  readonly onLeave: () => void
}) {
  const { words } = useSpeech()
  const told = useId()
  const field = useRef<HTMLButtonElement>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  useEffect(() => field.current?.focus(), [])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') {
      onLeave()
      return
    }
    if (/^(?:Control|Shift|Alt|AltGraph|Meta)$/u.test(event.key)) return
    const chord = chordFromKey(event.nativeEvent)
    const objection = objectionTo(chord)
    if (objection === null) onGive(chord)
    else setAsked({ chord, objection })
  }
  return (
    <div className="key-capture">
      <button
        ref={field}
        type="button"
        className="key-capture-field"
        aria-label={asked === null ? words.actions.press(name) : undefined}
        aria-describedby={told}
        onKeyDown={onKeyDown}
      >
        {asked === null ? (
          words.actions.pressShort
        ) : (
          <KeyRow keys={keysFromChord(asked.chord, words.shortcuts.keys)} />
        )}
      </button>
      <span id={told} className="key-capture-told" role="status">
        {asked && tell(words, asked.objection)}
      </span>
      {asked?.objection.kind === 'taken' && (
        <Button onPress={() => onGive(asked.chord)}>{words.actions.takeAnyway}</Button>
      )}
      <Button tone="quiet" onPress={onLeave}>
        {words.common.cancel}
      </Button>
    </div>
  )
}

function tell(
  { actions }: ReturnType<typeof useSpeech>['words'],
  objection: ChordObjection,
): string {
  if (objection.kind === 'reserved') return actions.reserved
  return actions.taken(actions.names[objection.by])
}
