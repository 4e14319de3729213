import { BadgeCheck, History } from 'lucide-react'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { useSearchTools } from '../search/search-tools.tsx'

/** What the archive can tell about the selected words. */
export function PassageTools() {
  const { words } = useSpeech()
  const { record, selected } = useReading()
  const { openVerify, openTrace } = useSearchTools()
  const text = selected === null ? '' : record.version.text.slice(selected.start, selected.end)
  const acts = [
    { name: words.tools.trace, Icon: History, run: openTrace, keys: 'Alt+T' },
    { name: words.tools.verify, Icon: BadgeCheck, run: openVerify, keys: 'Alt+V' },
  ]
  return acts.map(({ name, Icon, run, keys }) => (
    <button
      key={keys}
      type="button"
      className="selection-act"
      aria-label={name}
      title={name}
      aria-keyshortcuts={keys}
      // The selection would be lost to the button otherwise.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(text)}
    >
      <Icon aria-hidden />
    </button>
  ))
}
