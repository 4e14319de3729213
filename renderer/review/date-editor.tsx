import { useState } from 'react'
import type { CalendarDate, DateRole } from '../../shared/model/stated-date.ts'
import type { Suggestion } from '../../shared/model/suggestion.ts'
import { useSpeech } from '../i18n/words.tsx'
import { TypedDateField, useTypedDate } from '../reader/typed-date-field.tsx'
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
  const { words } = useSpeech()
  const [role, setRole] = useState<DateRole>(
    () => ROLES.find((each) => each === suggestion.aspect) ?? 'event',
  )
  const date = useTypedDate(suggestion.value, (typed) => onSave(typed, role))
  return (
    <form className="vetting-editor" onSubmit={date.onSubmit}>
      <TypedDateField date={date} labelClass="field-label" onCancel={onCancel} />
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
