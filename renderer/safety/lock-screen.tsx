import { LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import type { Failure } from '../../shared/model/failure.ts'
import { useConnection } from '../client/connection.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { SecretField, useShownSecret } from './secret-field.tsx'
import type { VaultState } from './vault.tsx'

/** All there is of a window while its archive is locked: the name of a file, and one field. */
export function LockScreen({ vault }: { readonly vault: VaultState }) {
  const { words } = useSpeech()
  const { backend } = useConnection()
  const { isShown, box } = useShownSecret()
  const [secret, setSecret] = useState('')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [isChecking, setChecking] = useState(false)
  const unlock = async (): Promise<void> => {
    if (backend === null || secret === '' || isChecking) return
    setChecking(true)
    const outcome = await backend.archive.call('vault.unlock', { secret })
    setChecking(false)
    setFailure(outcome.ok ? null : outcome.failure)
    if (!outcome.ok) setSecret('')
  }
  return (
    <main className="gate">
      <p className="gate-name">{words.app.name}</p>
      <form
        className="gate-card"
        aria-label={words.safety.unlockTitle}
        onSubmit={(event) => {
          event.preventDefault()
          void unlock()
        }}
      >
        <h1 className="gate-title">
          <LockKeyhole aria-hidden />
          {words.safety.unlockTitle}
        </h1>
        <p>{words.safety.unlockAdvice(vault.name)}</p>
        {vault.workstation === 'refused' && <p role="status">{words.safety.workstation.refused}</p>}
        <SecretField
          label={words.safety.secret}
          value={secret}
          onChange={setSecret}
          isShown={isShown}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the one thing to do first here
          autoFocus
        />
        {box}
        {failure !== null && !isChecking && <FailureNotice failure={failure} />}
        <div className="gate-acts">
          <Button tone="primary" type="submit" isDisabled={secret === '' || isChecking}>
            {isChecking ? words.safety.checking : words.safety.unlock}
          </Button>
        </div>
      </form>
    </main>
  )
}
