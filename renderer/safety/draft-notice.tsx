import { PencilLine } from 'lucide-react'
import { useDesk } from '../desk.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useTellFailure } from '../reader/use-tell-failure.ts'
import { Button } from '../ui/button.tsx'
import { useKeptDrafts } from './kept-draft.tsx'

/** Offers the note that was being written when the archive locked. */
export function DraftNotice() {
  const { words } = useSpeech()
  const { open } = useDesk()
  const tell = useTellFailure()
  const { isOffered, resume, giveUp } = useKeptDrafts()
  if (!isOffered) return null
  const takeUp = async (): Promise<void> => {
    const resumed = await resume()
    if (!resumed.ok) return tell(resumed)
    const { communiqueId, versionId, annotationId } = resumed.value
    open({ communiqueId, versionId, annotationId })
  }
  return (
    <div className="banner" role="status">
      <PencilLine aria-hidden />
      <span>{words.safety.draftKept}</span>
      <Button onPress={() => void takeUp()}>{words.safety.draftResume}</Button>
      <Button tone="quiet" onPress={giveUp}>
        {words.safety.draftGiveUp}
      </Button>
    </div>
  )
}
