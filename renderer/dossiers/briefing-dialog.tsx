import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { Failure } from '../../shared/model/failure.ts'
import { useConnection } from '../client/connection.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useDossierActs } from './use-dossier-acts.ts'

/** Drafts a briefing note on some texts as a dossier, where the officer goes on writing. */
export function BriefingDialog({ ids }: { readonly ids: readonly string[] }) {
  const { words, language } = useSpeech()
  const { backend } = useConnection()
  const { close, openDossier } = useHandOver()
  const { create } = useDossierActs()
  const [title, setTitle] = useState('')
  const [includePrivate, setPrivate] = useState(false)
  const [isDrafting, setDrafting] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const own = words.dossiers
  const draft = async (): Promise<void> => {
    if (title.trim() === '' || backend === null || isDrafting) return
    setDrafting(true)
    const asked = { communiqueIds: [...ids], annotations: { includePrivate }, labels: language }
    const drafted = await backend.archive.call('export.draft-briefing', asked)
    setDrafting(false)
    if (!drafted.ok) return setFailure(drafted.failure)
    close()
    const cover = { title: title.trim(), marking: '', description: '' }
    const made = await create(cover, drafted.value.items)
    if (made !== null) openDossier(made.id)
  }
  return (
    <Dialog title={own.briefing} onClose={close} isBusy={isDrafting}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void draft()
        }}
      >
        <div className="dialog-body">
          <p className="field-advice">{own.briefingAdvice(ids.length)}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for */}
          <TextField className="field" value={title} onChange={setTitle} autoFocus>
            <Label className="field-label">{own.briefingTitle}</Label>
            <Input className="input" dir="auto" maxLength={300} />
          </TextField>
          <Check isChecked={includePrivate} onChange={setPrivate}>
            {words.export.includePrivate}
            {!includePrivate && <span className="field-advice">{words.export.privateStay}</span>}
          </Check>
          {failure !== null && <FailureNotice failure={failure} onRetry={() => void draft()} />}
        </div>
        <footer className="dialog-footer">
          <Button onPress={close}>{words.common.cancel}</Button>
          <Button tone="primary" type="submit" isDisabled={title.trim() === '' || isDrafting}>
            {own.draft}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}
