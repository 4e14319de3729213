import type { ReactNode } from 'react'
import { useConnection } from '../client/connection.tsx'
import { ConnectionNotice } from '../connection-notice.tsx'
import { OpeningArchive } from '../opening-archive.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { EncryptSteps } from './encrypt-steps.tsx'
import { LockScreen } from './lock-screen.tsx'
import { useActivity } from './use-activity.ts'
import { useVault } from './vault.tsx'

/**
 * Lets the window in once the archive is unlocked. On a lock everything inside is taken down with
 * all that it held: texts, notices, what was searched for. Of a draft its encrypted form stays.
 */
export function VaultGate({ children }: { readonly children: ReactNode }) {
  const { words } = useSpeech()
  const { isLost, isShut } = useConnection()
  const vault = useVault()
  useActivity(vault !== null && vault.isEncrypted && !vault.isLocked)
  if (vault?.isLocked === true) return <LockScreen vault={vault} />
  if (vault?.mustEncrypt === true) {
    return (
      <main className="gate">
        <p className="gate-name">{words.app.name}</p>
        <section className="gate-card" aria-label={words.safety.mustTitle}>
          <h1 className="gate-title">{words.safety.mustTitle}</h1>
          <p>{words.safety.mustAdvice}</p>
          <EncryptSteps name={vault.name} onDone={() => {}} />
        </section>
      </main>
    )
  }
  if (vault !== null) return children
  return (
    <main className="gate">
      <p className="gate-name">{words.app.name}</p>
      {isShut && <p role="alert">{words.app.shut}</p>}
      {isLost && <ConnectionNotice failure={null} />}
      {!isShut && !isLost && <OpeningArchive />}
    </main>
  )
}
