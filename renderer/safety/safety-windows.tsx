import { lazy, Suspense, useState } from 'react'
import { useActions } from '../actions/acting.tsx'
import { useConnection } from '../client/connection.tsx'
import { useVault } from './vault.tsx'

const ProtectionDialog = lazy(async () => ({
  default: (await import('./protection-dialog.tsx')).ProtectionDialog,
}))

/** What protects the archive, and the keys that open it. */
export function SafetyWindows() {
  const { backend } = useConnection()
  const vault = useVault()
  const [opened, setOpened] = useState(false)
  const lock = (): void => void backend?.archive.call('vault.lock', {})
  useActions({
    protection: () => setOpened(true),
    ...(vault?.isEncrypted === true && { lock }),
  })
  return (
    <Suspense>
      {opened && <ProtectionDialog onClose={() => setOpened(false)} onLock={lock} />}
    </Suspense>
  )
}
