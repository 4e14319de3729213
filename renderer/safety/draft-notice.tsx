import { PencilLine } from 'lucide-react'
import { useDesk } from '../desk.tsx'
import { useHandOver } from '../hand-over.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Button } from '../ui/button.tsx'
import { useKeptDrafts, type DraftName } from './kept-draft.tsx'

/** Offers what was being written when the archive locked or the page was lost. */
export function DraftNotice({ onPaste }: { readonly onPaste: () => void }) {
  const { words } = useSpeech()
  const { offered, giveUp } = useKeptDrafts()
  const takeUp = useTakeUp(onPaste)
  return offered.map((name) => (
    <div key={name} className="banner" role="status">
      <PencilLine aria-hidden />
      <span>{words.safety.draftKept[name]}</span>
      <Button onPress={() => void takeUp[name]()}>{words.safety.draftResume[name]}</Button>
      <Button tone="quiet" onPress={() => giveUp(name)}>
        {words.safety.draftGiveUp}
      </Button>
    </div>
  ))
}

/** Goes to where it was being written. */
function useTakeUp(onPaste: () => void): Readonly<Record<DraftName, () => Promise<void>>> {
  const { open } = useDesk()
  const { openDossier } = useHandOver()
  const tell = useTellFailure()
  const { resume } = useKeptDrafts()
  return {
    note: async () => {
      const note = await resume('note')
      if (!note.ok) return tell(note)
      const { communiqueId, versionId, annotationId } = note.value
      open({ communiqueId, versionId, annotationId })
    },
    addition: async () => {
      const addition = await resume('addition')
      if (!addition.ok) return tell(addition)
      openDossier(addition.value.dossierId)
    },
    line: async () => {
      const line = await resume('line')
      if (!line.ok) return tell(line)
      openDossier(line.value.dossierId)
    },
    paste: async () => {
      const paste = await resume('paste')
      if (!paste.ok) return tell(paste)
      onPaste()
    },
  }
}
