import { useState } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import type { CalendarDate } from '../../shared/model/stated-date.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { dateFromTyped, typedFromDate } from './typed-date.ts'

/** Corrects a date by typing it; it keeps the precision it is typed with. */
export function DateCorrection({
  value,
  onSave,
  onCancel,
}: {
  readonly value: CalendarDate
  readonly onSave: (value: CalendarDate) => Promise<void>
  readonly onCancel: () => void
}) {
  const { words, formats } = useSpeech()
  const [typed, setTyped] = useState(() => typedFromDate(value, formats))
  const [isRefused, setRefused] = useState(false)
  return (
    <form
      className="date-correction"
      onSubmit={(event) => {
        event.preventDefault()
        const date = dateFromTyped(typed)
        setRefused(date === null)
        if (date !== null) void onSave(date)
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
        <Label className="visually-hidden">{words.dates.correction}</Label>
        <Input className="input" dir="ltr" placeholder={words.dates.correctionAdvice} />
        <FieldError className="field-error">{words.dates.correctionRefused}</FieldError>
      </TextField>
      <Button type="submit" tone="primary">
        {words.common.save}
      </Button>
      <Button tone="quiet" onPress={onCancel}>
        {words.common.cancel}
      </Button>
    </form>
  )
}
