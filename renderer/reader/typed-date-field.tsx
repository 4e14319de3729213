import { useState, type SyntheticEvent } from 'react'
import { FieldError, Input, Label, TextField } from 'react-aria-components'
import type { CalendarDate } from '../../shared/model/stated-date.ts'
import { useSpeech } from '../i18n/words.tsx'
import { dateFromTyped, typedFromDate } from './typed-date.ts'

/** What is typed for a date, and whether it was refused when it was last sent. */
export interface TypedDate {
  readonly typed: string
  readonly isRefused: boolean
  readonly onChange: (typed: string) => void
  /** For the form: hands the date on where what is typed is one. */
  readonly onSubmit: (event: SyntheticEvent) => void
}

/** A date to correct by typing it; it keeps the precision it is typed with. */
export function useTypedDate(value: string, onDate: (date: CalendarDate) => void): TypedDate {
  const { formats } = useSpeech()
  const [typed, onChange] = useState(() => typedFromDate(value, formats))
  const [isRefused, setRefused] = useState(false)
  const onSubmit = (event: SyntheticEvent): void => {
    event.preventDefault()
    const date = dateFromTyped(typed)
    setRefused(date === null)
    if (date !== null) onDate(date)
  }
  return { typed, isRefused, onChange, onSubmit }
}

/** The field that a date is typed in; Escape leaves it. */
export function TypedDateField({
  date: { typed, isRefused, onChange },
  labelClass,
  onCancel,
}: {
  readonly date: TypedDate
  readonly labelClass: 'field-label' | 'visually-hidden'
  readonly onCancel: () => void
}) {
  const { words } = useSpeech()
  return (
    <TextField
      className="field"
      value={typed}
      onChange={onChange}
      isInvalid={isRefused}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the officer asked to type a date
      autoFocus
      onKeyDown={(event) => {
        if (event.key === 'Escape') onCancel()
      }}
    >
      <Label className={labelClass}>{words.dates.correction}</Label>
      {/* What is typed replaces the date; an arrow first, and it is mended. */}
      <Input
        className="input"
        dir="ltr"
        onFocus={(event) => event.currentTarget.select()}
        placeholder={words.dates.correctionAdvice}
      />
      <FieldError className="field-error">{words.dates.correctionRefused}</FieldError>
    </TextField>
  )
}
