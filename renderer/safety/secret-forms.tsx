import { useState } from 'react'
import type { Failure, Outcome } from '../../shared/model/failure.ts'
import { useConnection } from '../client/connection.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { Progress } from '../ui/progress.tsx'
import { NewPassphraseFields, useNewPassphrase } from './new-passphrase.tsx'
import { SecretField, useShownSecret } from './secret-field.tsx'

interface FormProps {
  readonly onBusy: (isBusy: boolean) => void
  readonly onDone: () => void
}

/** Replaces the passphrase. */
export function ChangePassphraseForm({ onBusy, onDone }: FormProps) {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const [secret, setSecret] = useState('')
  const chosen = useNewPassphrase()
  const { isShown, box } = useShownSecret()
  const { failure, isGoing, run } = useSecretWork({ onBusy, onDone })
  return (
    <form
      className="safety-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (backend === null || !chosen.isChosen) return
        const asked = { secret, passphrase: chosen.value }
        void run(() => backend.archive.call('vault.change-passphrase', asked))
      }}
    >
      <p>{words.safety.changeAdvice}</p>
      <SecretField
        label={words.safety.current}
        value={secret}
        onChange={setSecret}
        isShown={isShown}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do first here
        autoFocus
      />
      <NewPassphraseFields chosen={chosen} isShown={isShown} />
      {box}
      {failure !== null && <FailureNotice failure={failure} />}
      <div className="gate-acts">
        <Button
          tone="primary"
          type="submit"
          isDisabled={secret === '' || !chosen.isChosen || isGoing}
        >
          {isGoing ? words.safety.checking : words.safety.change}
        </Button>
      </div>
    </form>
  )
}

/** Makes the archive plain again. */
export function DecryptForm(props: FormProps) {
  const { words } = useSpeech()
  const { backend, announceChange } = useConnection()
  return (
    <SecretForm
      {...props}
      advice={words.safety.decryptAdvice}
      act={words.safety.decrypt}
      tone="danger"
      going={words.safety.decrypting}
      ask={async (secret) => {
        const outcome = await backend?.archive.call('vault.decrypt', { secret })
        // Whatever was asked meanwhile found the archive closed.
        announceChange()
        return outcome
      }}
    />
  )
}

/** Has the keychain of the workstation open the archive. */
export function TrustForm(props: FormProps) {
  const { words } = useSpeech()
  const { backend } = useConnection()
  return (
    <SecretForm
      {...props}
      advice={words.safety.trustAdvice}
      act={words.safety.trust}
      tone="primary"
      going={null}
      ask={async (secret) => backend?.archive.call('vault.trust-workstation', { secret })}
    />
  )
}

/** One thing that whoever knows the passphrase may ask for. */
function SecretForm({
  advice,
  act,
  tone,
  going,
  ask,
  ...props
}: FormProps & {
  readonly advice: string
  readonly act: string
  readonly tone: 'primary' | 'danger'
  /** What is going on meanwhile, where it takes long. */
  readonly going: string | null
  readonly ask: (secret: string) => Promise<Outcome<unknown> | undefined>
}) {
  const { words } = useSpeech()
  const [secret, setSecret] = useState('')
  const { isShown, box } = useShownSecret()
  const { failure, isGoing, run } = useSecretWork(props)
  return (
    <form
      className="safety-form"
      onSubmit={(event) => {
        event.preventDefault()
        void run(() => ask(secret))
      }}
    >
      <p>{advice}</p>
      <SecretField
        label={words.safety.current}
        value={secret}
        onChange={setSecret}
        isShown={isShown}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do first here
        autoFocus
      />
      {box}
      {isGoing && going !== null && (
        <Progress label={going} detail={words.safety.encryptingAdvice} done={0} total={null} />
      )}
      {failure !== null && !isGoing && <FailureNotice failure={failure} />}
      <div className="gate-acts">
        <Button tone={tone} type="submit" isDisabled={secret === '' || isGoing}>
          {act}
        </Button>
      </div>
    </form>
  )
}

function useSecretWork({ onBusy, onDone }: FormProps): {
  readonly failure: Failure | null
  readonly isGoing: boolean
  readonly run: (work: () => Promise<Outcome<unknown> | undefined>) => Promise<void>
} {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isGoing, setGoing] = useState(false)
  const run = async (work: () => Promise<Outcome<unknown> | undefined>): Promise<void> => {
    if (isGoing) return
    setGoing(true)
    onBusy(true)
    const outcome = await work()
    setGoing(false)
    onBusy(false)
    if (outcome?.ok) onDone()
    else setFailure(outcome?.failure ?? { kind: 'connection-lost' })
  }
  return { failure, isGoing, run }
}
