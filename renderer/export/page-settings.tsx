import { Lock } from 'lucide-react'
import { Input, Label, Text, TextField } from 'react-aria-components'
import { usePolicy } from '../client/use-policy.ts'
import { LANGUAGE_NAMES, useSpeech, type InterfaceLanguage } from '../i18n/words.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'
import { LONGEST, type ExportChoice } from './export-choice.ts'

const LABEL_LANGUAGES: readonly InterfaceLanguage[] = ['fr', 'ar', 'en']
const FIELDS = ['marking', 'header', 'footer'] as const

/** What is printed around every page; what a policy settles is shown as it is, and not to change. */
export function PageSettings({
  choice,
  hasFurniture,
  onChange,
}: {
  readonly choice: ExportChoice
  readonly hasFurniture: boolean
  readonly onChange: (part: Partial<ExportChoice>) => void
}) {
  const { words } = useSpeech()
  const { exportMarking, exportFooter } = usePolicy()?.policy ?? {}
  const settled = { marking: exportMarking, footer: exportFooter, header: undefined }
  return (
    <section className="export-part">
      <ChoiceGroup
        label={words.export.labels}
        choices={LABEL_LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
        value={choice.labels}
        onChange={(labels) => onChange({ labels })}
      />
      {hasFurniture && (
        <details className="note-filter">
          <summary>{words.export.page}</summary>
          {FIELDS.map((field) => (
            <PageField
              key={field}
              field={field}
              value={settled[field] ?? choice[field]}
              isManaged={settled[field] !== undefined}
              onChange={(value) => onChange({ [field]: value })}
            />
          ))}
          <p className="field-advice">{words.export.settled}</p>
        </details>
      )}
    </section>
  )
}

function PageField({
  field,
  value,
  isManaged,
  onChange,
}: {
  readonly field: (typeof FIELDS)[number]
  readonly value: string
  readonly isManaged: boolean
  readonly onChange: (value: string) => void
}) {
  const { words } = useSpeech()
  return (
    <TextField className="field" value={value} onChange={onChange} isReadOnly={isManaged}>
      <Label className="field-label">{words.export[field]}</Label>
      <Input className="input" dir="auto" maxLength={LONGEST[field]} />
      {isManaged ? (
        <Text slot="description" className="field-advice managed">
          <Lock aria-hidden />
          {words.export.managed}
        </Text>
      ) : (
        field === 'marking' && (
          <Text slot="description" className="field-advice">
            {words.export.markingAdvice}
          </Text>
        )
      )}
    </TextField>
  )
}
