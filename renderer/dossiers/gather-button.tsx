import { FolderPlus } from 'lucide-react'
import { useSpeech } from '../i18n/words.tsx'
import { IconButton } from '../ui/button.tsx'
import { useGather } from './use-gather.ts'

/** Puts the open text, or its selected passage, into a dossier. */
export function GatherButton() {
  const { words } = useSpeech()
  const gather = useGather()
  return (
    <IconButton
      label={words.dossiers.addTo}
      keys={`${words.shortcuts.keys.alt} D`}
      icon={<FolderPlus aria-hidden />}
      onPress={gather}
    />
  )
}
