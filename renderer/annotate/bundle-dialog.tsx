import { useSpeech } from '../i18n/words.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { ImportNotes, type OfferedBundle } from './import-notes.tsx'

/** Shows a colleague's file that was opened with Fonds, and merges it once the officer agrees. */
export function BundleDialog({
  offered,
  onClose,
}: {
  readonly offered: OfferedBundle
  readonly onClose: () => void
}) {
  const { words } = useSpeech()
  return (
    <Dialog title={words.notes.tabs.exchange} onClose={onClose}>
      <div className="dialog-body">
        <ImportNotes offered={offered} />
      </div>
    </Dialog>
  )
}
