import { useState } from 'react'
import { Input, Label, TextArea, TextField } from 'react-aria-components'
import { useHandOver, type Described } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useKeptDrafts } from '../safety/kept-draft.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useSaving } from '../ui/use-saving.ts'
import { useDossierActs } from './use-dossier-acts.ts'

const MOST = { title: 300, marking: 120, description: 10_000 } as const

/** Names a new dossier, or writes the cover of one that is there. */
export function DescribeDialog({ dossier }: { readonly dossier: Described | null }) {
  const { words } = useSpeech()
  const { openDossier } = useHandOver()
  const { create, describe } = useDossierActs()
  const { fields, change, close } = useCover(dossier)
  const { title, marking, description } = fields
  const own = words.dossiers
  const { isSaving, saveOnce } = useSaving()
  /** What could not be saved is told, and stays where it was written. */
  const save = async (): Promise<void> => {
    const cover = { title: title.trim(), marking: marking.trim(), description }
    if (cover.title === '') return
    const saved = await saveOnce(() =>
      dossier === null ? create(cover, []) : describe(dossier.id, cover),
    )
    if (saved === null) return
    close()
    if (dossier === null) openDossier(saved.id)
  }
  return (
    <Dialog title={dossier === null ? own.create : own.describe} onClose={close} isBusy={isSaving}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="dialog-body">
          <TextField
            className="field"
            value={title}
            onChange={(to) => change({ title: to })}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
            autoFocus
          >
            <Label className="field-label">{own.name}</Label>
            <Input className="input" dir="auto" maxLength={MOST.title} />
          </TextField>
          <TextField className="field" value={marking} onChange={(to) => change({ marking: to })}>
            <Label className="field-label">{words.export.marking}</Label>
            <Input className="input" dir="auto" maxLength={MOST.marking} />
          </TextField>
          <TextField
            className="field"
            value={description}
            onChange={(to) => change({ description: to })}
          >
            <Label className="field-label">{own.description}</Label>
            <TextArea className="input" dir="auto" rows={3} maxLength={MOST.description} />
          </TextField>
        </div>
        <footer className="dialog-footer">
          <Button onPress={close}>{words.common.cancel}</Button>
          <Button tone="primary" type="submit" isDisabled={title.trim() === '' || isSaving}>
            {words.common.save}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

const EMPTY = { title: '', marking: '', description: '' }

const coverOf = ({ title, marking, description }: typeof EMPTY): typeof EMPTY => ({
  title,
  marking,
  description,
})

/** What is being written of a cover, kept over a lock until it is saved or given up. */
function useCover(dossier: Described | null): {
  readonly fields: typeof EMPTY
  readonly change: (part: Partial<typeof EMPTY>) => void
  readonly close: () => void
} {
  const { close } = useHandOver()
  const { keep, resumed } = useKeptDrafts()
  const [fields, setFields] = useState(() => {
    const { cover } = resumed
    if (cover !== undefined && cover.dossier?.id === dossier?.id) return cover.fields
    return coverOf(dossier ?? EMPTY)
  })
  return {
    fields,
    change: (part) => {
      const changed = { ...fields, ...part }
      setFields(changed)
      // The cover alone: a dossier that is open comes with all that is in it.
      keep('cover', {
        dossier: dossier && { id: dossier.id, ...coverOf(dossier) },
        fields: changed,
      })
    },
    close: () => {
      keep('cover', null)
      close()
    },
  }
}
