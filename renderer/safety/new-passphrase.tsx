import { useState } from 'react'
import { useSpeech } from '../i18n/words.tsx'
import { SecretField } from './secret-field.tsx'

const LEAST_SIGNS = 12

/** A passphrase that is being chosen, typed twice. */
interface NewPassphrase {
  readonly value: string
  readonly again: string
  readonly isChosen: boolean
  readonly setValue: (value: string) => void
  readonly setAgain: (value: string) => void
}

export function useNewPassphrase(): NewPassphrase {
  const [value, setValue] = useState('')
  const [again, setAgain] = useState('')
  const isChosen = value.length >= LEAST_SIGNS && value === again
  return { value, again, isChosen, setValue, setAgain }
}

export function NewPassphraseFields({
  chosen,
  isShown,
  autoFocus = false,
}: {
  readonly chosen: NewPassphrase
  readonly isShown: boolean
  readonly autoFocus?: boolean
}) {
  const { words } = useSpeech()
  const isShort = chosen.again !== '' && chosen.value.length < LEAST_SIGNS
  const isOther = chosen.again !== '' && !chosen.value.startsWith(chosen.again)
  return (
    <>
      <SecretField
        label={words.safety.passphrase}
        value={chosen.value}
        onChange={chosen.setValue}
        isShown={isShown}
        advice={words.safety.passphraseAdvice}
        error={isShort ? words.safety.tooShort : null}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the first field of a dialog that was asked for
        autoFocus={autoFocus}
        isNew
      />
      <SecretField
        label={words.safety.again}
        value={chosen.again}
        onChange={chosen.setAgain}
        isShown={isShown}
        error={isOther ? words.safety.mismatch : null}
        isNew
      />
    </>
  )
}
