import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useActing } from '../actions/acting.tsx'
import { useMemory } from '../client/memory.tsx'
import { useSpeech } from '../i18n/words.tsx'
import type { ArchiveDescription } from '../top-bar.tsx'
import { Button } from '../ui/button.tsx'

/** Tells that the last changes before a crash are missing, until the officer has looked. */
export function LogLossNotice({ archive }: { readonly archive: ArchiveDescription }) {
  const { words } = useSpeech()
  const { actOf } = useActing()
  const { recall, remember } = useMemory()
  const { archiveId, logLoss } = archive
  const [seen, setSeen] = useState(() => recall('log-loss'))
  if (logLoss === null) return null
  const told = `${archiveId} ${logLoss.at}`
  if (seen === told) return null
  return (
    <div className="banner" role="status">
      <TriangleAlert aria-hidden />
      <span>{words.safety.logLoss[logLoss.loss]}</span>
      <Button tone="quiet" onPress={() => actOf('backups')?.()}>
        {words.backups.title}
      </Button>
      <Button
        tone="quiet"
        onPress={() => {
          remember('log-loss', told)
          setSeen(told)
        }}
      >
        {words.safety.logLossSeen}
      </Button>
    </div>
  )
}
