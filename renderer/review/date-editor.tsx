import { useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import type { CalendarDate, DateRole } from '../../shared/model/stated-date.ts'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { useSpeech } from '../i18n/words.tsx'
import { dateFromTyped, typedFromDate } from '../reader/typed-date.ts'
import { Button } from '../ui/button.tsx'
import { ChoiceGroup } from '../ui/choice.tsx'

const ROLES: readonly DateRole[] = ['event', 'published', 'signed', 'header']

/** Corrects a date: its value, to the precision it is typed with, and what it is the date of. */
export function DateEditor({
  suggestion,
  onSave,
  onCancel,
}: {
  readonly suggestion: Suggestion
  readonly onSave: (value: CalendarDate, role: DateRole) => void
  readonly onCancel: () => void
}) {
  const { words, formats } = useSpeech()
  const [typed, setTyped] = useState(() => typedFromDate(suggestion.value, formats))
  const [role, setRole] = useState<DateRole>(
    () => ROLES.find((each) => each === suggestion.aspect) ?? 'event',
  )
  const [isRefused, setRefused] = useState(false)
  return (
    <form
      className="vetting-editor"
      onSubmit={(event) => {
        event.preventDefault()
        const date = dateFromTyped(typed)
        setRefused(date === null)
        if (date !== null) onSave(date, role)
      }}
    >
      <TextField
        className="field"
        value={typed}
        onChange={setTyped}
        isInvalid={isRefused}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the officer asked to type a date
        autoFocus
        onKeyDown={(event) => {
          if (event.key === 'Escape') onCancel()
        }}
      >
        <Label className="field-label">{words.dates.correction}</Label>
        <Input className="input" dir="ltr" placeholder={words.dates.correctionAdvice} />
        <FieldError className="field-error">{words.dates.correctionRefused}</FieldError>
      </TextField>
      <ChoiceGroup
        label={words.check.role}
        choices={ROLES.map((value) => ({ value, label: words.dates.roles[value] }))}
        value={role}
        onChange={setRole}
      />
      <div className="vetting-editor-acts">
        <Button tone="quiet" onPress={onCancel}>
          {words.common.cancel}
        </Button>
        <Button type="submit" tone="primary">
          {words.check.saveCorrection}
        </Button>
      </div>
    </form>
  )
}
