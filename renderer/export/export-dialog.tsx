import { Check as CheckIcon, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { FailureNotice } from '../failure-notice.tsx'
import { LANGUAGE_NAMES, useSpeech, type InterfaceLanguage } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { Button } from '../ui/button.tsx'
import { Check } from '../ui/check.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Progress } from '../ui/progress.tsx'
import { useExport, type PdfFile, type PdfOptions, type PdfStep } from './use-export.ts'

const NOTE_PLACES: readonly PdfOptions['notes'][] = ['none', 'margin', 'end']
const LABEL_LANGUAGES: readonly InterfaceLanguage[] = ['fr', 'ar', 'en']
const STEPS: readonly PdfStep[] = ['read', 'typeset', 'finish']

type Choices = Pick<PdfOptions, 'notes' | 'includePrivate' | 'labels'>

/** Makes a PDF of the open text, with the notes the officer wants in it. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const { words, language } = useSpeech()
  const { record } = useReading()
  const { state, make, save, cancel } = useExport()
  const [choices, setChoices] = useState<Choices>({
    notes: 'margin',
    includePrivate: false,
    labels: language,
  })
  const isMaking = state.step === 'making'
  const start = (): void => {
    void make({ communiqueId: record.communique.id, versionId: record.version.id, ...choices })
  }
  return (
    <Dialog title={words.export.title} onClose={onClose} isBusy={isMaking}>
      <div className="dialog-body">
        {state.step === 'choosing' && <ExportChoices choices={choices} onChange={setChoices} />}
        {isMaking && (
          <Progress
            label={words.export.steps[state.at]}
            detail=""
            done={STEPS.indexOf(state.at) + 1}
            total={STEPS.length + 1}
          />
        )}
        {state.step === 'made' && <Made file={state.file} isSaved={state.isSaved} />}
        {state.step === 'stopped' && <FailureNotice failure={state.failure} onRetry={start} />}
      </div>
      <footer className="dialog-footer">
        {isMaking && <Button onPress={cancel}>{words.common.cancel}</Button>}
        {state.step === 'choosing' && (
          <>
            <Button onPress={onClose}>{words.common.cancel}</Button>
            <Button tone="primary" onPress={start}>
              {words.export.action}
            </Button>
          </>
        )}
        {state.step === 'made' && !state.isSaved && (
          <Button onPress={() => void save(state.file)}>{words.export.again}</Button>
        )}
        {(state.step === 'made' || state.step === 'stopped') && (
          <Button tone="primary" onPress={onClose}>
            {words.common.close}
          </Button>
        )}
      </footer>
    </Dialog>
  )
}

function ExportChoices({
  choices,
  onChange,
}: {
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}) {
  const { words } = useSpeech()
  const { annotations } = useReading()
  const kept = annotations.filter(({ visibility }) => visibility === 'private').length
  return (
    <>
      <ChoiceGroup
        label={words.export.notes}
        choices={NOTE_PLACES.map((value) => ({ value, label: words.export.noteChoices[value] }))}
        value={choices.notes}
        onChange={(notes) => onChange({ ...choices, notes })}
      />
      {choices.notes !== 'none' && (
        <Check
          isChecked={choices.includePrivate}
          onChange={(includePrivate) => onChange({ ...choices, includePrivate })}
        >
          {words.export.includePrivate}
          {kept > 0 && !choices.includePrivate && (
            <span className="field-advice">{words.export.leftOut(kept)}</span>
          )}
        </Check>
      )}
      {choices.notes !== 'none' && choices.includePrivate && (
        <p className="warning" role="alert">
          <TriangleAlert aria-hidden />
          {words.export.privateWarning}
        </p>
      )}
      <ChoiceGroup
        label={words.export.labels}
        choices={LABEL_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={choices.labels}
        onChange={(labels) => onChange({ ...choices, labels })}
      />
    </>
  )
}

function Made({ file, isSaved }: { readonly file: PdfFile; readonly isSaved: boolean }) {
  const { words, formats } = useSpeech()
  return (
    <div role="status">
      <p className="made">
        {isSaved && <CheckIcon aria-hidden />}
        {isSaved ? words.export.saved(file.fileName) : words.export.notSaved}
      </p>
      <p className="field-advice">{words.export.done(file.pageCount, file.noteCount)}</p>
      {file.substitutions.length > 0 && (
        <>
          <p className="warning">{words.export.substitutions(file.substitutions.length)}</p>
          <ul className="substitutions">
            {file.substitutions.map(({ codePoint, shown, count }) => (
              <li key={codePoint}>
                <bdi>{codePoint}</bdi> → <bdi>{shown}</bdi> ({formats.number(count)})
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
