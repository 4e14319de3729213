import { Link2 } from 'lucide-react'
import { useKeysOf } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { useSearchTools } from '../search/search-tools.tsx'
import { IconButton } from '../ui/button.tsx'

/** Opens what is like the open text. */
export function SimilarButton() {
  const { words } = useSpeech()
  const { record } = useReading()
  const { openTool } = useSearchTools()
  const keysOf = useKeysOf()
  const { id } = record.communique
  return (
    <IconButton
      label={words.tools.similar}
      keys={keysOf('similar')?.shown}
      icon={<Link2 aria-hidden />}
      onPress={() => openTool({ name: 'similar', communiqueId: id, title: record.version.title })}
    />
  )
}
