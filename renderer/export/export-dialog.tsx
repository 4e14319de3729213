import { useState } from 'react'
import { useDesk, useQuery } from '../desk.tsx'
import { useHandOver, type ExportSubject } from '../hand-over.tsx'
import { usePolicy } from '../client/use-policy.ts'
import { useMemory } from '../client/memory.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { firstChoice, keepChoice, type ExportChoice } from './export-choice.ts'
import { formatFor, hasFurniture, hasPages, isPermitted, takesNotes } from './export-formats.ts'
import { ExportPreview } from './export-preview.tsx'
import { FormatChoice } from './format-choice.tsx'
import { NotesChoice } from './notes-choice.tsx'
import { PageSettings } from './page-settings.tsx'
import { SubjectChoice } from './subject-choice.tsx'
import { useExport, type ExportState, type MadeExport } from './use-export.ts'

/** What leaves the archive: chosen on one side, looked at as it will be on the other. */
export function ExportDialog({ asked }: { readonly asked: ExportSubject }) {
  const { words, language } = useSpeech()
  const { close } = useHandOver()
  const query = useQuery()
  const { filter, sort } = useDesk()
  const [subject, setSubject] = useState(asked)
  const memory = useMemory()
  const [chosen, setChosen] = useState<ExportChoice>(() => firstChoice(memory, language))
  const permitted = usePolicy()?.policy.exportFormats
  const { state, make, save, cancel, forget } = useExport()
  const choice = { ...chosen, format: formatFor(subject, chosen.format, permitted) }
  const change = (part: Partial<ExportChoice>): void => {
    const next = { ...choice, ...part }
    setChosen(next)
    keepChoice(memory, next)
    forget()
  }
  const mayLeave = isPermitted(permitted, choice.format)
  const isMaking = state.step === 'making'
  const made = state.step === 'made' ? state : null
  const makeNow = (): Promise<MadeExport | null> =>
    make({ subject, choice, listed: { query, filter, sort } })
  const saveNow = async (): Promise<void> => {
    const ready = made ?? (await makeNow())
    if (ready !== null) await save(ready)
  }
  return (
    <Dialog title={words.export.title} onClose={close} isBusy={isMaking} size="wide">
      <div className="dialog-body export-sides">
        <ExportChoices
          {...{ asked, subject, choice }}
          isDisabled={isMaking}
          onSubject={(next) => {
            setSubject(next)
            forget()
          }}
          onChange={change}
        />
        <ExportPreview
          state={state}
          hasPages={hasPages(choice.format)}
          mayLeave={mayLeave}
          onRetry={() => void makeNow()}
        />
      </div>
      <ExportFooter
        state={state}
        hasPages={hasPages(choice.format)}
        mayLeave={mayLeave}
        onCancel={cancel}
        onPreview={() => void makeNow()}
        onSave={() => void saveNow()}
      />
    </Dialog>
  )
}

function ExportChoices({
  asked,
  subject,
  choice,
  isDisabled,
  onSubject,
  onChange,
}: {
  readonly asked: ExportSubject
  readonly subject: ExportSubject
  readonly choice: ExportChoice
  readonly isDisabled: boolean
  readonly onSubject: (subject: ExportSubject) => void
  readonly onChange: (part: Partial<ExportChoice>) => void
}) {
  const { words } = useSpeech()
  return (
    <fieldset className="export-choices" disabled={isDisabled} aria-label={words.export.title}>
      <SubjectChoice asked={asked} subject={subject} onChange={onSubject} />
      <FormatChoice
        subject={subject}
        format={choice.format}
        onChange={(format) => onChange({ format })}
      />
      {takesNotes(choice.format) && (
        <NotesChoice
          choice={choice}
          isNarrowed={subject.kind !== 'text' || subject.versionId === null}
          onChange={onChange}
        />
      )}
      <PageSettings
        choice={choice}
        hasFurniture={hasFurniture(choice.format)}
        onChange={onChange}
      />
    </fieldset>
  )
}

function ExportFooter({
  state,
  hasPages: isPaged,
  mayLeave,
  onCancel,
  onPreview,
  onSave,
}: {
  readonly state: ExportState
  readonly hasPages: boolean
  /** False where a policy lets none of the formats leave. */
  readonly mayLeave: boolean
  readonly onCancel: () => void
  readonly onPreview: () => void
  readonly onSave: () => void
}) {
  const { words } = useSpeech()
  const { close } = useHandOver()
  const isSaved = state.step === 'made' && state.isSaved === true
  return (
    <footer className="dialog-footer">
      {state.step === 'making' ? (
        <Button onPress={onCancel}>{words.common.cancel}</Button>
      ) : (
        <>
          <Button onPress={close}>{words.common.close}</Button>
          {isPaged && state.step !== 'made' && (
            <Button isDisabled={!mayLeave} onPress={onPreview}>
              {words.export.preview}
            </Button>
          )}
          <Button tone="primary" isDisabled={!mayLeave} onPress={onSave}>
            {isSaved ? words.export.again : words.export.action}
          </Button>
        </>
      )}
    </footer>
  )
}
