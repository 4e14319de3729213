import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'
import type { Failure } from '../../shared/model/failure.ts'
import { useConnection } from '../client/connection.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx'
import { RecoveryCode } from './recovery-code.tsx'
import { useShownSecret } from './secret-field.tsx'

/** Encrypting, step by step: a passphrase, the code that was kept, the archive itself. */
export function EncryptSteps({
  name,
  onBusy,
  onDone,
}: {
  readonly name: string
  readonly onBusy?: (isBusy: boolean) => void
  readonly onDone: () => void
}) {
  const { words } = useSpeech()
  const { backend, announceChange } = useConnection()
  const [code, setCode] = useState<string | null>(null)
  const [going, setGoing] = useState<'preparing' | 'encrypting' | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const prepare = async (passphrase: string): Promise<void> => {
    setGoing('preparing')
    const made = await backend?.archive.call('vault.prepare-keys', { passphrase })
    setGoing(null)
    setFailure(made?.ok === false ? made.failure : null)
    if (made?.ok) setCode(made.value.recoveryCode)
  }
  const encrypt = async (lastGroup: string): Promise<void> => {
    setGoing('encrypting')
    onBusy?.(true)
    const done = await backend?.archive.call('vault.encrypt', { lastGroup })
    setGoing(null)
    onBusy?.(false)
    // Whatever was asked meanwhile found the archive closed.
    announceChange()
    setFailure(done?.ok === false ? done.failure : null)
    if (done?.ok) onDone()
  }
  return (
    <div className="encrypt-steps">
      {code === null ? (
        <PassphraseStep isBusy={going !== null} onChosen={(chosen) => void prepare(chosen)} />
      ) : (
        <CodeStep
          name={name}
          code={code}
          isBusy={going !== null}
          onTyped={(typed) => void encrypt(typed)}
        />
      )}
      {going === 'preparing' && <p role="status">{words.safety.preparing}</p>}
      {going === 'encrypting' && (
        <Progress
          label={words.safety.encrypting}
          detail={words.safety.encryptingAdvice}
          done={0}
          total={null}
        />
      )}
      {failure !== null && <FailureNotice failure={failure} />}
    </div>
  )
}

function PassphraseStep({
  isBusy,
  onChosen,
}: {
  readonly isBusy: boolean
  readonly onChosen: (passphrase: string) => void
}) {
  const { words } = useSpeech()
  const chosen = useNewPassphrase()
  const { isShown, box } = useShownSecret()
  return (
    <form
      className="safety-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (chosen.isChosen && !isBusy) onChosen(chosen.value)
      }}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the first thing to do here */}
      <NewPassphraseFields chosen={chosen} isShown={isShown} autoFocus />
      {box}
      <p className="warning">
        <TriangleAlert aria-hidden />
        {words.safety.lossWarning}
      </p>
      <div className="gate-acts">
        <Button tone="primary" type="submit" isDisabled={!chosen.isChosen || isBusy}>
          {words.safety.next}
        </Button>
      </div>
    </form>
  )
}

function CodeStep({
  name,
  code,
  isBusy,
  onTyped,
}: {
  readonly name: string
  readonly code: string
  readonly isBusy: boolean
  readonly onTyped: (lastGroup: string) => void
}) {
  const { words } = useSpeech()
  const [typed, setTyped] = useState('')
  return (
    <form
      className="safety-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (typed.trim() !== '' && !isBusy) onTyped(typed)
      }}
    >
      <RecoveryCode name={name} code={code} />
      {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- the next thing to do */}
      <TextField className="field" value={typed} onChange={setTyped} autoFocus>
        <Label className="field-label">{words.safety.lastGroup}</Label>
        <Input className="input recovery-typed" dir="ltr" maxLength={9} autoComplete="off" />
      </TextField>
      <div className="gate-acts">
        <Button tone="primary" type="submit" isDisabled={typed.trim() === '' || isBusy}>
          {words.safety.encrypt}
        </Button>
      </div>
    </form>
  )
}
