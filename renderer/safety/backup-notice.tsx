import { TriangleAlert } from 'lucide-react'
import { useActing } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'
import { useVault } from './vault.tsx'

/** Tells that the backup of the day could not be made, and what there is to do about it. */
export function BackupNotice() {
  const { words } = useSpeech()
  const { actOf } = useActing()
  const failure = useVault()?.backupFailure ?? null
  if (failure === null) return null
  return (
    <div className="banner" role="status">
      <TriangleAlert aria-hidden />
      <span>
        {failure === 'archive-corrupt'
          ? words.backups.failedDamaged
          : failure === 'disk-full'
            ? words.backups.failedFull
            : words.backups.failed}
      </span>
      <Button tone="quiet" onPress={() => actOf('backups')?.()}>
        {words.backups.title}
      </Button>
    </div>
  )
}
