import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { NewDossierItem } from '../../shared/model/dossier.ts'
import { useAnswer } from '../client/use-answer.ts'
import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useSaving } from '../ui/use-saving.ts'
import { useDossierActs } from './use-dossier-acts.ts'

const NEW = 'new'

/** Puts what was picked into a dossier, one of those there or a new one. */
export function GatherDialog({ items }: { readonly items: readonly NewDossierItem[] }) {
  const { words } = useSpeech()
  const { close, dossierId } = useHandOver()
  const { value } = useAnswer('dossier.list', {})
  const [picked, setPicked] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const own = words.dossiers
  const dossiers = value?.dossiers ?? []
  const target = picked ?? dossierId ?? dossiers[0]?.id ?? NEW
  const isReady = value !== null && (target !== NEW || title.trim() !== '')
  const { gather, isSaving } = useGathering(items)
  const save = async (): Promise<void> => {
    if (isReady && (await gather(target, title.trim()))) close()
  }
  return (
    <Dialog title={own.addTo} onClose={close} isBusy={isSaving}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <div className="dialog-body">
          <p className="field-advice">{own.toAdd(items.length)}</p>
          {/* Until the dossiers are known, a new one is not the only choice. */}
          {value !== null && (
            <>
              <ChoiceGroup
                label={own.title}
                value={target}
                onChange={setPicked}
                choices={[
                  ...dossiers.map((dossier) => ({ value: dossier.id, label: dossier.title })),
                  { value: NEW, label: own.create },
                ]}
              />
              {target === NEW && (
                <TextField className="field" value={title} onChange={setTitle}>
                  <Label className="field-label">{own.name}</Label>
                  <Input className="input" dir="auto" maxLength={300} />
                </TextField>
              )}
            </>
          )}
        </div>
        <footer className="dialog-footer">
          <Button onPress={close}>{words.common.cancel}</Button>
          <Button tone="primary" type="submit" isDisabled={!isReady || isSaving}>
            {own.add}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

/** Puts what was picked into a dossier or, where `target` is none, into a new one; false where it could not be. */
function useGathering(items: readonly NewDossierItem[]): {
  readonly gather: (target: string, title: string) => Promise<boolean>
  readonly isSaving: boolean
} {
  const { create, add } = useDossierActs()
  const { isSaving, saveOnce } = useSaving()
  const gather = async (target: string, title: string): Promise<boolean> => {
    const saved = await saveOnce(() =>
      target === NEW ? create({ title, marking: '', description: '' }, items) : add(target, items),
    )
    return saved !== null
  }
  return { gather, isSaving }
}
