import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type {
  AuthorityDraft,
  AuthorityKind,
  AuthorityName,
  AuthorityRecord,
} from '../../shared/model/authority-record.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'

const LANGUAGES = ['fr', 'ar', 'en', 'und'] as const
const KINDS: readonly AuthorityKind[] = ['person', 'corporate-body', 'place', 'instrument']
const LONGEST_NAME = 300

interface Form extends AuthorityName {
  readonly key: number
}

/** Writes the heading of a record and every form of its name, with its language. */
export function AuthorityForm({
  record,
  newKind,
  onSave,
  onCancel,
}: {
  /** Null for a record that is not there yet. */
  readonly record: AuthorityRecord | null
  readonly newKind: AuthorityKind
  readonly onSave: (draft: AuthorityDraft, kind: AuthorityKind) => void
  readonly onCancel: () => void
}) {
  const { words } = useSpeech()
  const [kind, setKind] = useState(newKind)
  const [heading, setHeading] = useState(record?.name ?? '')
  const [forms, setForms] = useState<readonly Form[]>(() =>
    (record?.names ?? []).map((name, key) => ({ ...name, key })),
  )
  return (
    <form
      className="names-side"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(draftFrom(heading, forms), kind)
      }}
    >
      {record === null && (
        <ChoiceGroup
          label={words.names.kind}
          choices={KINDS.map((value) => ({ value, label: words.names.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <TextField
        className="field"
        value={heading}
        maxLength={LONGEST_NAME}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the officer asked to write a record
        autoFocus
        onChange={setHeading}
      >
        <Label className="field-label">{words.names.heading}</Label>
        <Input className="input" dir="auto" />
      </TextField>
      <FormRows forms={forms} onForms={setForms} />
      <div className="vetting-editor-acts">
        <Button tone="quiet" onPress={onCancel}>
          {words.common.cancel}
        </Button>
        <Button type="submit" tone="primary" isDisabled={heading.trim() === ''}>
          {words.common.save}
        </Button>
      </div>
    </form>
  )
}

/** What is written, without empty forms; the heading is one of the forms. */
function draftFrom(heading: string, forms: readonly Form[]): AuthorityDraft {
  const name = heading.trim()
  const names = forms
    .map((form) => ({ name: form.name.trim(), language: form.language }))
    .filter((form) => form.name !== '')
  const isListed = names.some((form) => form.name === name)
  return { name, names: isListed ? names : [...names, { name, language: null }] }
}

function FormRows({
  forms,
  onForms,
}: {
  readonly forms: readonly Form[]
  readonly onForms: (forms: readonly Form[]) => void
}) {
  const { words } = useSpeech()
  const add = (): void => {
    const key = Math.max(-1, ...forms.map((form) => form.key)) + 1
    onForms([...forms, { key, name: '', language: null }])
  }
  return (
    <fieldset className="names-fieldset">
      <legend className="field-label">{words.names.forms}</legend>
      {forms.map((form, index) => (
        <FormRow
          key={form.key}
          form={form}
          index={index + 1}
          onChange={(next) =>
            onForms(forms.map((each) => (each.key === form.key ? { ...each, ...next } : each)))
          }
          onRemove={() => onForms(forms.filter(({ key }) => key !== form.key))}
        />
      ))}
      <Button tone="quiet" onPress={add}>
        <Plus aria-hidden />
        {words.names.addForm}
      </Button>
    </fieldset>
  )
}

function FormRow({
  form,
  index,
  onChange,
  onRemove,
}: {
  readonly form: Form
  readonly index: number
  readonly onChange: (next: Partial<AuthorityName>) => void
  readonly onRemove: () => void
}) {
  const { words } = useSpeech()
  return (
    <div className="names-form-row">
      <TextField
        className="field"
        aria-label={words.names.form(index)}
        value={form.name}
        maxLength={LONGEST_NAME}
        onChange={(name) => onChange({ name })}
      >
        <Input className="input" dir="auto" />
      </TextField>
      <select
        className="input sort-choice"
        aria-label={words.names.language(index)}
        value={form.language ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget
          onChange({ language: LANGUAGES.find((each) => each === value) ?? null })
        }}
      >
        <option value="">{words.names.unknownLanguage}</option>
        {LANGUAGES.map((language) => (
          <option key={language} value={language}>
            {words.languages[language]}
          </option>
        ))}
      </select>
      <IconButton
        label={words.names.removeForm(form.name)}
        icon={<X aria-hidden />}
        onPress={onRemove}
      />
    </div>
  )
}
