import { WifiOff } from 'lucide-react'
import type { Failure } from '../shared/model/failure.ts'
import { useConnection } from './client/connection.tsx'
import { FailureNotice } from './failure-notice.tsx'
import { useSpeech } from './i18n/words.tsx'

/** Tells that the archive went away under the desk; a lost connection comes back by itself. */
export function ConnectionNotice({ failure }: { readonly failure: Failure | null }) {
  const { words } = useSpeech()
  const { isLost } = useConnection()
  if (!isLost) {
    if (failure === null) return null
    if (failure.kind !== 'connection-lost') return <FailureNotice failure={failure} />
  }
  return (
    <p className="banner" role="status">
      <WifiOff aria-hidden />
      {words.app.reconnecting}
    </p>
  )
}
