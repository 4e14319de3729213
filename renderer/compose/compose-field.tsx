import { useId } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { useSpeech } from '../i18n/words.tsx'
import { isDateOrEmpty, type ComposedFields } from './write-query.ts'

type FieldName = keyof ComposedFields

/** One field of the query builder. */
export function ComposeField({
  name,
  value,
  isFirst,
  isDate,
  onChange,
}: {
  readonly name: FieldName
  readonly value: string
  readonly isFirst: boolean
  readonly isDate: boolean
  readonly onChange: (value: string) => void
}) {
  const { words } = useSpeech()
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      maxLength={200}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
      autoFocus={isFirst}
      isInvalid={isDate && !isDateOrEmpty(value)}
    >
      <Label className="field-label">{words.compose.fields[name]}</Label>
      <Input className="input" dir={isDate ? 'ltr' : 'auto'} spellCheck={false} />
      {isDate && (
        <Text slot="description" className="field-advice">
          {words.compose.dateHint}
        </Text>
      )}
      <FieldError className="field-error">{words.compose.dateInvalid}</FieldError>
    </TextField>
  )
}

/** A field of the query builder that takes one of a few values. */
export function ComposeSelect({
  name,
  value,
  choices,
  onChange,
}: {
  readonly name: FieldName
  readonly value: string
  readonly choices: readonly string[]
  readonly onChange: (value: string) => void
}) {
  const { words } = useSpeech()
  const id = useId()
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {words.compose.fields[name]}
      </label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        <option value="">{words.compose.anyValue}</option>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choice}
          </option>
        ))}
      </select>
    </div>
  )
}
