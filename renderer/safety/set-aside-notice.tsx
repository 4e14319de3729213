import { TriangleAlert } from 'lucide-react'
import { useMemory } from '../client/memory.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { Button } from '../ui/button.tsx'

/** Tells which of the officer's own choices could not be read, until the officer has looked. */
export function SetAsideNotice() {
  const { words } = useSpeech()
  const { setAside, noteSetAsideSeen } = useMemory()
  if (setAside.length === 0) return null
  return (
    <div className="banner" role="status">
      <TriangleAlert aria-hidden />
      <span>
        {setAside.map((name) => words.safety.setAside[name]).join(' ')} {words.safety.setAsideKept}
      </span>
      <Button tone="quiet" onPress={noteSetAsideSeen}>
        {words.safety.setAsideSeen}
      </Button>
    </div>
  )
}
