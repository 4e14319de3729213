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
export function DecryptForm({ onBusy, onDone }: FormProps) {
  const { words } = useSpeech()
  const { backend, announceChange } = useConnection()
  const [secret, setSecret] = useState('')
  const { isShown, box } = useShownSecret()
  const { failure, isGoing, run } = useSecretWork({ onBusy, onDone })
  return (
    <form
      className="safety-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (backend === null) return
        void run(async () => {
          const outcome = await backend.archive.call('vault.decrypt', { secret })
          // Whatever was asked meanwhile found the archive closed.
          announceChange()
          return outcome
        })
      }}
    >
      <p>{words.safety.decryptAdvice}</p>
      <SecretField
        label={words.safety.current}
        value={secret}
        onChange={setSecret}
        isShown={isShown}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do first here
        autoFocus
      />
      {box}
      {isGoing && (
        <Progress
          label={words.safety.decrypting}
          detail={words.safety.encryptingAdvice}
          done={0}
          total={null}
        />
      )}
      {failure !== null && !isGoing && <FailureNotice failure={failure} />}
      <div className="gate-acts">
        <Button tone="danger" type="submit" isDisabled={secret === '' || isGoing}>
          {words.safety.decrypt}
        </Button>
      </div>
    </form>
  )
}

function useSecretWork({ onBusy, onDone }: FormProps): {
  readonly failure: Failure | null
  readonly isGoing: boolean
  readonly run: (work: () => Promise<Outcome<unknown>>) => Promise<void>
} {
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isGoing, setGoing] = useState(false)
  const run = async (work: () => Promise<Outcome<unknown>>): Promise<void> => {
    if (isGoing) return
    setGoing(true)
    onBusy(true)
    const outcome = await work()
    setGoing(false)
    onBusy(false)
    if (outcome.ok) onDone()
    else setFailure(outcome.failure)
  }
  return { failure, isGoing, run }
}
