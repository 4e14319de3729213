import { useState } from 'react'
import { Input, Label, TextArea, TextField } from 'react-aria-components'
import type { DossierSummary } from '../../shared/model/dossier.ts'
import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDossierActs } from './use-dossier-acts.ts'

const MOST = { title: 300, marking: 120, description: 10_000 } as const

/** Names a new dossier, or writes the cover of one that is there. */
export function DescribeDialog({
  dossier,
}: {
  readonly dossier: Pick<DossierSummary, 'id' | 'title' | 'description' | 'marking'> | null
}) {
  const { words } = useSpeech()
  const { close, openDossier } = useHandOver()
  const { create, describe } = useDossierActs()
  const [title, setTitle] = useState(dossier?.title ?? '')
  const [marking, setMarking] = useState(dossier?.marking ?? '')
  const [description, setDescription] = useState(dossier?.description ?? '')
  const own = words.dossiers
  const save = async (): Promise<void> => {
    const cover = { title: title.trim(), marking: marking.trim(), description }
    if (cover.title === '') return
    close()
    if (dossier !== null) return describe(dossier.id, cover)
    const made = await create(cover, [])
    if (made !== null) openDossier(made.id)
  }
  return (
    <Dialog title={dossier === null ? own.create : own.describe} onClose={close}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="dialog-body">
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for */}
          <TextField className="field" value={title} onChange={setTitle} autoFocus>
            <Label className="field-label">{own.name}</Label>
            <Input className="input" dir="auto" maxLength={MOST.title} />
          </TextField>
          <TextField className="field" value={marking} onChange={setMarking}>
            <Label className="field-label">{words.export.marking}</Label>
            <Input className="input" dir="auto" maxLength={MOST.marking} />
          </TextField>
          <TextField className="field" value={description} onChange={setDescription}>
            <Label className="field-label">{own.description}</Label>
            <TextArea className="input" dir="auto" rows={3} maxLength={MOST.description} />
          </TextField>
        </div>
        <footer className="dialog-footer">
          <Button onPress={close}>{words.common.cancel}</Button>
          <Button tone="primary" type="submit" isDisabled={title.trim() === ''}>
            {words.common.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
