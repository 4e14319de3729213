import { BadgeCheck, History } from 'lucide-react'
import { useKeysOf } from '../actions/acting.tsx'
import { useSpeech } from '../i18n/words.tsx'
import { useReading } from '../reader/reading.tsx'
import { useSearchTools } from '../search/search-tools.tsx'

/** What the archive can tell about the selected words. */
export function PassageTools() {
  const { words } = useSpeech()
  const { record, selected } = useReading()
  const keysOf = useKeysOf()
  const { openVerify, openTrace } = useSearchTools()
  const text = selected === null ? '' : record.version.text.slice(selected.start, selected.end)
  const acts = [
    { id: 'trace', Icon: History, run: openTrace },
    { id: 'verify', Icon: BadgeCheck, run: openVerify },
  ] as const
  return acts.map(({ id, Icon, run }) => (
    <button
      key={id}
      type="button"
      className="selection-act"
      title={words.tools[id]}
      aria-keyshortcuts={keysOf(id)?.aria}
      // The selection would be lost to the button otherwise.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => run(text)}
    >
      <Icon aria-hidden />
    </button>
  ))
}
