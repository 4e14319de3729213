import { useId, useState } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { useSpeech } from '../i18n/words.tsx'
import { Check } from '../ui/check.tsx'

interface SecretFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly isShown: boolean
  readonly advice?: string | undefined
  readonly error?: string | null
  readonly autoFocus?: boolean
  readonly isNew?: boolean
}

/** A field for a passphrase. Nothing typed in it is corrected, spelled or remembered. */
export function SecretField(props: SecretFieldProps) {
  const { label, value, onChange, isShown, advice, error = null } = props
  return (
    <TextField
      className="field"
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing there is to do here
      autoFocus={props.autoFocus ?? false}
      type={isShown ? 'text' : 'password'}
      autoComplete={props.isNew ? 'new-password' : 'off'}
      autoCorrect="off"
      spellCheck="false"
    >
      <Label className="field-label">{label}</Label>
      <Input className="input" dir="auto" maxLength={1024} />
      {advice !== undefined && (
        <Text slot="description" className="field-advice">
          {advice}
        </Text>
      )}
      <FieldError className="field-error">{error}</FieldError>
    </TextField>
  )
}

/** Whether what is typed may be seen, and the box that decides it. */
export function useShownSecret(): { readonly isShown: boolean; readonly box: React.ReactNode } {
  const { words } = useSpeech()
  const [isShown, setShown] = useState(false)
  const id = useId()
  return {
    isShown,
    box: (
      <Check key={id} isChecked={isShown} onChange={setShown}>
        {words.safety.showSecret}
      </Check>
    ),
  }
}
