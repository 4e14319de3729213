import { useState } from 'react'
import { Label, TextArea, TextField } from 'react-aria-components'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { useSaving } from '../ui/use-saving.ts'
import { useDossierActs } from './use-dossier-acts.ts'

/**
 * Adds a note or a heading of one's own at the end of a dossier. `written` is what was being written
 * when the archive locked.
 */
export function NoteForm({
  dossierId,
  written,
}: {
  readonly dossierId: string
  readonly written: string
}) {
  const { words } = useSpeech()
  const { add } = useDossierActs()
  const { keep } = useKeptDrafts()
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed ?? written
  const change = (to: string): void => {
    setTyped(to)
    keep('addition', to === '' ? null : { dossierId, words: to })
  }
  const own = words.dossiers
  const { isSaving, saveOnce } = useSaving()
  /** What could not be added is told, and stays where it was written. */
  const put = async (kind: 'note' | 'heading'): Promise<void> => {
    const wanted = text.trim()
    if (wanted === '') return
    const item =
      kind === 'note'
        ? ({ kind, words: wanted } as const)
        : ({ kind, words: wanted.slice(0, 300), level: 1 } as const)
    if ((await saveOnce(() => add(dossierId, [item]))) !== null) change('')
  }
  return (
    <div className="dossier-form">
      <TextField className="field" value={text} onChange={change} isReadOnly={isSaving}>
        <Label className="field-label">{own.ownWords}</Label>
        <TextArea className="input" dir="auto" rows={2} maxLength={10_000} />
      </TextField>
      <div className="dossier-form-acts">
        <Button isDisabled={text.trim() === ''} onPress={() => void put('note')}>
          {own.addNote}
        </Button>
        <Button isDisabled={text.trim() === ''} onPress={() => void put('heading')}>
          {own.addHeading}
        </Button>
      </div>
    </div>
  )
}
