import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { OutputOf } from '../../shared/channels/channel.ts'
import type { ArchiveContract } from '../../shared/channels/contract.ts'
import type { Failure } from '../../shared/model/failure.ts'
import { useConnection } from '../client/connection.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { LeftOut } from '../left-out.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useSaving } from '../ui/use-saving.ts'
import { useDossierActs } from './use-dossier-acts.ts'

type Drafted = OutputOf<ArchiveContract['export.draft-briefing']>

/** Drafts a briefing note on some texts as a dossier, where the officer goes on writing. */
export function BriefingDialog({ ids }: { readonly ids: readonly string[] }) {
  const { words } = useSpeech()
  const { close } = useHandOver()
  const [title, setTitle] = useState('')
  const [includePrivate, setPrivate] = useState(false)
  const { draft, keep, forget, partial, failure, isDrafting } = useDraft(ids)
  const own = words.dossiers
  const act = async (): Promise<void> => {
    if (title.trim() === '') return
    const drafted = partial ?? (await draft(includePrivate))
    if (drafted !== null) await keep(title.trim(), drafted)
  }
  return (
    <Dialog title={own.briefing} onClose={close} isBusy={isDrafting}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void act()
        }}
      >
        <div className="dialog-body">
          <p className="field-advice">{own.briefingAdvice(ids.length)}</p>
          {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for */}
          <TextField className="field" value={title} onChange={setTitle} autoFocus>
            <Label className="field-label">{own.briefingTitle}</Label>
            <Input className="input" dir="auto" maxLength={300} />
          </TextField>
          <Check
            isChecked={includePrivate}
            onChange={(isWanted) => {
              setPrivate(isWanted)
              forget()
            }}
          >
            {words.export.includePrivate}
            {!includePrivate && <span className="field-advice">{own.briefingPrivate}</span>}
          </Check>
          {partial !== null && (
            <div role="status">
              <LeftOut
                advice={own.briefingLeftOut(partial.leftOut.length)}
                texts={partial.leftOut}
              />
            </div>
          )}
          {failure !== null && <FailureNotice failure={failure} onRetry={() => void act()} />}
        </div>
        <footer className="dialog-footer">
          <Button onPress={close}>{words.common.cancel}</Button>
          <Button tone="primary" type="submit" isDisabled={title.trim() === '' || isDrafting}>
            {partial === null ? own.draft : own.draftAnyway}
          </Button>
        </footer>
      </form>
    </Dialog>
  )
}

interface Draft {
  /** The draft, or null where there is none or the officer has to be told of what it lacks first. */
  readonly draft: (includePrivate: boolean) => Promise<Drafted | null>
  /** Keeps a draft as a dossier and opens it. */
  readonly keep: (title: string, drafted: Drafted) => Promise<void>
  readonly forget: () => void
  /** A draft that lacks texts. */
  readonly partial: Drafted | null
  readonly failure: Failure | null
  readonly isDrafting: boolean
}

function useDraft(ids: readonly string[]): Draft {
  const { language } = useSpeech()
  const { backend } = useConnection()
  const { close, openDossier } = useHandOver()
  const { create } = useDossierActs()
  const { isSaving, saveOnce } = useSaving()
  const [isDrafting, setDrafting] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [partial, setPartial] = useState<Drafted | null>(null)
  return {
    draft: async (includePrivate) => {
      if (backend === null || isDrafting) return null
      setDrafting(true)
      const asked = { communiqueIds: [...ids], annotations: { includePrivate }, labels: language }
      const drafted = await backend.archive.call('export.draft-briefing', asked)
      setDrafting(false)
      setFailure(drafted.ok ? null : drafted.failure)
      if (!drafted.ok) return null
      if (drafted.value.leftOut.length === 0) return drafted.value
      setPartial(drafted.value)
      return null
    },
    keep: async (title, { items }) => {
      const made = await saveOnce(() => create({ title, marking: '', description: '' }, items))
      if (made === null) return
      close()
      openDossier(made.id)
    },
    forget: () => {
      setPartial(null)
    },
    partial,
    failure,
    isDrafting: isDrafting || isSaving,
  }
}
