import { lazy, Suspense, useState } from 'react'
import type { Failure } from '../../shared/model/failure.ts'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'

const BackupsDialog = lazy(async () => ({
  default: (await import('./backups-dialog.tsx')).BackupsDialog,
}))

/** What a backup can mend. */
const isRestorable = (failure: Failure): boolean =>
  failure.kind === 'archive-corrupt' ||
  failure.kind === 'archive-not-ours' ||
  (failure.kind === 'archive-locked' && failure.why === 'keys-missing')

/** Offers the backups of an archive that does not open any more. */
export function GateBackups({
  failure,
  onClose,
}: {
  readonly failure: Failure
  readonly onClose: () => void
}) {
  const { words } = useSpeech()
  const [isOpen, setOpen] = useState(false)
  if (!isRestorable(failure)) return null
  return (
    <>
      <Button tone="primary" onPress={() => setOpen(true)}>
        {words.backups.title}
      </Button>
      <Suspense>
        {isOpen && (
          <BackupsDialog
            onClose={() => {
              setOpen(false)
              onClose()
            }}
          />
        )}
      </Suspense>
    </>
  )
}
