import { lazy, Suspense, useState } from 'react'
import { useActions } from '../actions/acting.tsx'
import { useConnection } from '../client/connection.tsx'
import { useVault } from './vault.tsx'

const ProtectionDialog = lazy(async () => ({
  default: (await import('./protection-dialog.tsx')).ProtectionDialog,
}))
const BackupsDialog = lazy(async () => ({
  default: (await import('./backups-dialog.tsx')).BackupsDialog,
}))
const VerifyArchiveDialog = lazy(async () => ({
  default: (await import('./verify-archive-dialog.tsx')).VerifyArchiveDialog,
}))
const JournalDialog = lazy(async () => ({
  default: (await import('./journal-dialog.tsx')).JournalDialog,
}))

type Opened = 'protection' | 'backups' | 'verify-archive' | 'journal' | null

/** What keeps the archive safe, and the keys that open it. */
export function SafetyWindows() {
  const { backend } = useConnection()
  const vault = useVault()
  const [opened, setOpened] = useState<Opened>(null)
  const lock = (): void => void backend?.archive.call('vault.lock', {})
  const close = (): void => setOpened(null)
  useActions({
    protection: () => setOpened('protection'),
    backups: () => setOpened('backups'),
    'verify-archive': () => setOpened('verify-archive'),
    journal: () => setOpened('journal'),
    ...(vault?.isEncrypted === true && { lock }),
  })
  return (
    <Suspense>
      {opened === 'protection' && <ProtectionDialog onClose={close} onLock={lock} />}
      {opened === 'backups' && <BackupsDialog onClose={close} />}
      {opened === 'verify-archive' && <VerifyArchiveDialog onClose={close} />}
      {opened === 'journal' && <JournalDialog onClose={close} />}
    </Suspense>
  )
}
