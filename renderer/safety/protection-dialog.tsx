import { LockKeyhole, LockKeyholeOpen } from 'lucide-react'
import { useState } from 'react'
import { useConnection } from '../client/connection.tsx'
import { useShell } from '../client/use-shell.ts'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useNotices } from '../ui/notices.tsx'
import { EncryptSteps } from './encrypt-steps.tsx'
import { useReadOnly, Writing } from './read-only.tsx'
import { ChangePassphraseForm, DecryptForm, TrustForm } from './secret-forms.tsx'
import { useVault, type VaultState } from './vault.tsx'

type Step = 'overview' | 'encrypt' | 'change' | 'trust' | 'decrypt'

/** How the archive is protected, and what can be done about it. */
export function ProtectionDialog({
  onClose,
  onLock,
}: {
  readonly onClose: () => void
  readonly onLock: () => void
}) {
  const { words } = useSpeech()
  const { show } = useNotices()
  const vault = useVault()
  const [step, setStep] = useState<Step>('overview')
  const [isBusy, setBusy] = useState(false)
  if (vault === null) return null
  const titles: Readonly<Record<Step, string>> = {
    overview: words.safety.title,
    encrypt: words.safety.encryptTitle,
    change: words.safety.changeTitle,
    trust: words.safety.trustTitle,
    decrypt: words.safety.decryptTitle,
  }
  const done = (told: string) => (): void => {
    show(told)
    setStep('overview')
  }
  return (
    <Dialog title={titles[step]} onClose={onClose} isBusy={isBusy}>
      <div className="dialog-body">
        {step === 'overview' && <Overview vault={vault} onStep={setStep} onLock={onLock} />}
        {step === 'encrypt' && (
          <EncryptSteps name={vault.name} onBusy={setBusy} onDone={done(words.safety.encrypted)} />
        )}
        {step === 'change' && (
          <ChangePassphraseForm onBusy={setBusy} onDone={done(words.safety.changed)} />
        )}
        {step === 'trust' && <TrustForm onBusy={setBusy} onDone={done(words.safety.trusted)} />}
        {step === 'decrypt' && (
          <DecryptForm onBusy={setBusy} onDone={done(words.safety.decrypted)} />
        )}
      </div>
    </Dialog>
  )
}

function Overview({
  vault,
  onStep,
  onLock,
}: {
  readonly vault: VaultState
  readonly onStep: (step: Step) => void
  readonly onLock: () => void
}) {
  const { words } = useSpeech()
  const { reason } = useReadOnly()
  const shell = useShell()
  return (
    <>
      <p className="protection-state">
        {vault.isEncrypted ? <LockKeyhole aria-hidden /> : <LockKeyholeOpen aria-hidden />}
        {vault.isEncrypted
          ? words.safety.isEncrypted(vault.lockAfterMinutes)
          : words.safety.isPlain}
      </p>
      {vault.isEncrypted && shell?.runtime === 'desktop' && (
        <p className="field-advice">{words.safety.locksWithDesktop}</p>
      )}
      {vault.isEncrypted && vault.workstation !== 'absent' && (
        <p className="field-advice">{words.safety.workstation[vault.workstation]}</p>
      )}
      <p className="field-advice">{words.safety.covered}</p>
      <p className="field-advice">{words.safety.notCovered}</p>
      <div className="protection-acts">
        {vault.isEncrypted ? (
          <>
            <Button tone="primary" onPress={onLock}>
              {words.safety.lock}
            </Button>
            {reason !== 'medium' && (
              <Button onPress={() => onStep('change')}>{words.safety.changeTitle}</Button>
            )}
            <WorkstationAct workstation={vault.workstation} onTrust={() => onStep('trust')} />
            {reason === null && vault.mayDecrypt && (
              <Button onPress={() => onStep('decrypt')}>{words.safety.decrypt}</Button>
            )}
          </>
        ) : (
          <Writing>
            <Button tone="primary" onPress={() => onStep('encrypt')}>
              {words.safety.encryptAction}
            </Button>
          </Writing>
        )}
      </div>
    </>
  )
}

/** Lets the workstation open the archive, or has it ask again. */
function WorkstationAct({
  workstation,
  onTrust,
}: {
  readonly workstation: VaultState['workstation']
  readonly onTrust: () => void
}) {
  const { words } = useSpeech()
  const { show } = useNotices()
  const { backend } = useConnection()
  const tellFailure = useTellFailure()
  const forget = async (): Promise<void> => {
    const outcome = await backend?.archive.call('vault.forget-workstation', {})
    if (outcome?.ok) show(words.safety.forgotten)
    else if (outcome) tellFailure(outcome)
  }
  if (workstation === 'offered' || workstation === 'refused') {
    return (
      <Writing>
        <Button onPress={onTrust}>{words.safety.trustAction}</Button>
      </Writing>
    )
  }
  if (workstation !== 'kept') return null
  return <Button onPress={() => void forget()}>{words.safety.forget}</Button>
}
